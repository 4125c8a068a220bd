import type { ReferralCampaign } from '@waystation/client'
import { dictionary, Figure, useAppearance, useTexts, Why } from '@waystation/design'

const texts = dictionary(
  {
    clicks: '打开链接', visitors: (n: string) => `${n} 位访客`, joined: '注册', ordered: '首单', confirmed: '已生效', ofVisitors: (share: string) => `访客的 ${share}`, ofJoined: (share: string) => `注册的 ${share}`, k: 'K 因子', inviters: (n: string) => `${n} 位邀请人`, held: '待到账积分', paid: (earned: string, back: string) => `已到账 ${earned}，取消或收回 ${back}`, refused: '未计入', review: (n: string) => `${n} 条待审`,
    kWhy: (i: string, c: string, k: string) => `K = 人均带来 ${i} 位访客 × 注册率 ${c} = ${k}；大于 1 时自行增长`, kInviters: (n: string, v: string) => `${n} 位邀请人带来 ${v} 位不同的访客`, kJoined: (v: string, r: string) => `其中 ${r} 位注册（共 ${v} 位访客）`,
  },
  {
    clicks: 'Links opened', visitors: (n: string) => `${n} visitors`, joined: 'Joined', ordered: 'First orders', confirmed: 'Count', ofVisitors: (share: string) => `${share} of visitors`, ofJoined: (share: string) => `${share} of those who joined`, k: 'K factor', inviters: (n: string) => `${n} inviters`, held: 'Points held', paid: (earned: string, back: string) => `${earned} earned, ${back} called off or taken back`, refused: 'Not counted', review: (n: string) => `${n} in review`,
    kWhy: (i: string, c: string, k: string) => `K = ${i} visitors per inviter × ${c} who join = ${k}; above 1 it grows by itself`, kInviters: (n: string, v: string) => `${n} inviters brought ${v} different visitors`, kJoined: (v: string, r: string) => `${r} of ${v} visitors joined`,
  },
)

const share = (part: number, whole: number) => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`)

/** From opened links to invitations that count, and what it all promises. */
export function ReferralFunnel({ funnel }: { funnel: ReferralCampaign['funnel'] }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { counts } = funnel
  const k = funnel.kFactor.toFixed(2)
  const both = (text: string) => ({ zh: text, en: text })
  const why = {
    sentence: both(t.kWhy(funnel.visitorsPerInviter.toFixed(2), share(counts.registrations, counts.visitors), k)),
    reasons: [
      { code: 'VISITORS_PER_INVITER', held: true, text: both(t.kInviters(formats.count(counts.inviters), formats.count(counts.visitors))), values: {} },
      { code: 'CONVERSION', held: true, text: both(t.kJoined(formats.count(counts.visitors), formats.count(counts.registrations))), values: {} },
    ],
  }
  return (
    <div className="figures is-dense">
      <Figure label={t.clicks} value={formats.count(counts.clicks)} note={t.visitors(formats.count(counts.visitors))} />
      <Figure label={t.joined} value={formats.count(counts.registrations)} note={t.ofVisitors(share(counts.registrations, counts.visitors))} />
      <Figure label={t.ordered} value={formats.count(counts.firstOrders)} note={t.ofJoined(share(counts.firstOrders, counts.registrations))} />
      <Figure label={t.confirmed} value={formats.count(counts.confirmed)} note={t.ofJoined(share(counts.confirmed, counts.registrations))} />
      <Figure label={t.k} value={k} note={t.inviters(formats.count(counts.inviters))} why={<Why subject={`${t.k} ${k}`} explanation={why} />} />
      <Figure label={t.held} value={formats.points(counts.pointsHeld)} note={t.paid(formats.points(counts.pointsEarned), formats.points(counts.pointsReversed))} />
      <Figure label={t.refused} value={formats.count(counts.refused)} note={t.review(formats.count(counts.inReview))} tone={counts.inReview > 0 ? 'attention' : undefined} />
    </div>
  )
}
