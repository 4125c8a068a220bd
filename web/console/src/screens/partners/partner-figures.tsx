import { useQuery } from '@tanstack/react-query'
import { dictionary, ErrorState, Figure, useAppearance, useTexts } from '@waystation/design'
import { api } from '../../data/client'

const texts = dictionary(
  {
    left: '还可发放', leftUnit: '分', prepaid: '预付积分包', credit: '赊账额度内', low: '余量不足，请通知对方补充', into: '换入', intoNote: (units: string, points: string) => `对方 ${units} 换我方 ${points} 分`, out: '换出', outNote: (points: string, units: string) => `我方 ${points} 分换对方 ${units}`, waiting: '待查会员', waitingNote: '找到会员后自动入账', clear: '没有待查', times: (n: string) => `${n} 笔`,
  },
  {
    left: 'Left to issue', leftUnit: 'points', prepaid: 'from prepaid packs', credit: 'within the credit cap', low: 'Runs low: ask the partner to buy more', into: 'Converted in', intoNote: (units: string, points: string) => `${units} of theirs for ${points} of ours`, out: 'Converted out', outNote: (points: string, units: string) => `${points} of ours for ${units} of theirs`, waiting: 'Member unknown', waitingNote: 'posted once the member is found', clear: 'nothing waits', times: (n: string) => `${n} times`,
  },
)

type Partner = Awaited<ReturnType<typeof api.partner>>

/** How a partner stands, at a glance. */
export function PartnerFigures({ partner }: { partner: Partner }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const counts = useQuery({ queryKey: ['partner-counts', partner.code], queryFn: () => api.conversionCounts(partner.code), refetchInterval: 15_000 })
  const done = counts.data
  const now = partner.inForce
  const n = formats.count
  if (counts.error) return <ErrorState error={counts.error} onRetry={() => void counts.refetch()} />
  return (
    <div className="figures">
      <Figure label={t.left} value={n(partner.left)} unit={t.leftUnit} note={partner.low ? t.low : now?.billing === 'prepaid' ? t.prepaid : t.credit} tone={partner.low ? 'attention' : undefined} />
      <Figure label={t.into} value={done ? t.times(n(done.in)) : '…'} note={now && t.intoNote(n(now.inUnits), n(now.inPoints))} />
      <Figure label={t.out} value={done ? t.times(n(done.out)) : '…'} note={now && t.outNote(n(now.outPoints), n(now.outUnits))} />
      <Figure label={t.waiting} value={done ? n(done.suspense) : '…'} note={!done ? undefined : done.suspense > 0 ? t.waitingNote : t.clear} tone={!done ? undefined : done.suspense > 0 ? 'attention' : 'good'} />
    </div>
  )
}
