import { useQuery, useQueryClient } from '@tanstack/react-query'
import { DateTimeText, dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'

const texts = dictionary(
  { title: '待查会员', note: '对方送来了，但认不出是谁。填会员号，积分就入账；同一笔不会入账两次。', points: (n: string) => `${n} 分`, member: '会员号 mbr_…，可用 Ctrl K 查', assign: '入账', account: (a: string) => `对方账号 ${a}` },
  { title: 'Member unknown', note: 'The partner sent these, yet we do not know whose they are. Name the member and the points are posted, never twice.', points: (n: string) => `${n} points`, member: 'Member number mbr_…; Ctrl K finds it', assign: 'Post', account: (a: string) => `their account ${a}` },
)

type Conversion = Awaited<ReturnType<typeof api.partnerConversions>>[number]

/** What came from the partner for somebody we do not know; absent when nothing waits. */
export function Suspense({ code }: { code: string }) {
  const t = useTexts(texts)
  const waiting = useQuery({ queryKey: ['partner-suspense', code], queryFn: () => api.suspendedConversions(code) })
  if (waiting.error) return <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />
  if (!waiting.data?.length) return null
  return (
    <section className="w-card suspense">
      <h2 className="card-title">{t.title}</h2>
      <p className="w-quiet">{t.note}</p>
      <ul className="plain-list">
        {waiting.data.map((one) => (
          <Line key={one.id} code={code} conversion={one} />
        ))}
      </ul>
    </section>
  )
}

function Line({ code, conversion }: { code: string; conversion: Conversion }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const staff = useStaff()
  const client = useQueryClient()
  const [member, setMember] = useState('')
  const assign = useAction((id: string, key) => api.assignConversion(conversion.id, id, key), () => {
    for (const name of ['partner-conversions', 'partner-counts', 'partner-suspense']) void client.invalidateQueries({ queryKey: [name, code] })
  })
  const go = () => member.trim() && assign.mutate(member.trim())
  return (
    <li>
      <span>
        <code>{conversion.eventId}</code> <b className="num">{t.points(formats.count(conversion.points))}</b>
        <span className="w-quiet meeting-how">
          {conversion.account && `${t.account(conversion.account)} · `}<DateTimeText at={conversion.askedAt} />
        </span>
        {assign.error && <ErrorState error={assign.error} />}
      </span>
      {staff.may('partners.write') && (
        <span className="rule-inline">
          <Input aria-label={t.member} placeholder={t.member} value={member} onChange={(event) => setMember(event.target.value)} onPressEnter={go} style={{ width: 240 }} />
          <Button type="primary" disabled={!member.trim()} loading={assign.isPending} onClick={go}>{t.assign}</Button>
        </span>
      )}
    </li>
  )
}
