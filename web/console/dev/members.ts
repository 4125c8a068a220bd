import { page, reason, said, type Asked } from './shape'

const tiers = [['gold', '金卡', 'Gold'], ['silver', '银卡', 'Silver'], ['standard', '普通', 'Standard'], ['platinum', '白金', 'Platinum']] as const
const rows = Array.from({ length: 24 }, (_, n) => {
  const [code, zh, en] = tiers[n % 4]!
  return { id: `mbr_${n + 1}`, name: ['王**', '李*', '张**', '陈*'][n % 4], phone: `13${n % 10}****${1000 + n * 37}`, tier: { code, name: said(zh, en) }, city: said(['武汉', '广州', '长沙'][n % 3]!, ['Wuhan', 'Guangzhou', 'Changsha'][n % 3]!), points: 48_260 - n * 1_211, joinedAt: '2025-03-02T02:00:00Z' }
})
const whyPoints = {
  sentence: said('票款 70.50 元，按长者 15 倍，1,057.5 分，四舍五入一次为 1,058 分。', 'Fare ¥70.50 at 15 per yuan for seniors makes 1,057.5, rounded once to 1,058 points.'),
  reasons: [
    reason('TRIP_COMPLETED', true, '行程已完成', 'Trip completed', { arrived: '11-20 16:42' }),
    reason('SENIOR', true, '乘车当日年满 60 岁', 'Sixty or older on the day', { rule: '长者 15 倍 v3', rate: 15 }),
    reason('STUDENT', false, '学生票不与此叠加', 'Student rate does not add', {}),
    reason('DOUBLE_DAY', false, '节日双倍：11月20日 不在日历内', 'Double days: 20 Nov is not one', { nextDay: '12-24' }),
    reason('YEARLY_CAP', true, '每年上限 500,000 分', 'Yearly cap 500,000', { used: 61300 }),
    reason('LOT', true, '放入批次，12 个月后月末到期', 'Put into a lot that expires in 12 months', { expires: '2027-11-30' }),
  ],
}
const whyTier = { sentence: said('连续 3 个月满 600 元，且 12 个月 20 次，升为金卡。', 'Three months of ¥600 and 20 trips in 12 months make gold.'), reasons: [reason('SPEND', true, '消费满 7,200 元', 'Spend of ¥7,200', { spend: '¥8,940' }), reason('TRIPS', true, '行程满 20 次', '20 trips', { trips: 23 })] }

const timeline = [
  ['2026-11-22T00:31:00Z', 'TicketCheckedIn', '检票入站 武汉 · G1158', 'Checked in at Wuhan · G1158', '05车 12A，行程完成后将入账积分', 'Car 05 12A; points follow when the trip completes'],
  ['2026-11-21T12:14:00Z', 'OrderPaid', '支付 G1158 武汉 → 广州南 二等座', 'Paid G1158 Wuhan → Guangzhou South, second', '¥463.50', '¥463.50'],
  ['2026-11-20T08:42:00Z', 'PointsCredited', '积分入账 岳阳东 → 武汉', 'Points for Yueyang East → Wuhan', '¥70.50 × 15 分（60 岁及以上）', '¥70.50 × 15 (60 and over)', 1058],
  ['2026-11-18T01:00:00Z', 'TierChanged', '升为金卡', 'Became gold', '连续 3 个月满 600 元，且 12 个月 20 次', 'Three months of ¥600 and 20 trips in 12 months'],
  ['2026-11-16T14:00:00Z', 'MessageWithheld', '“年卡续费提醒”未发送', '“Renew your pass” not sent', '没有营销同意', 'No marketing consent'],
  ['2026-11-12T02:00:00Z', 'SegmentEntered', '进入人群“春运返程的长者”', 'Entered segment “Elders returning”', '旅程“春运关怀”第 1 步', 'Journey “Care” step 1'],
  ['2026-01-12T03:20:00Z', 'ConsentChanged', '退订邮件营销', 'Opted out of marketing email', '偏好中心', 'Preference centre'],
] as const

export function members({ path, method, query }: Asked): unknown {
  if (path === '/members') return page(query.get('q') === 'zzz' ? [] : rows, null)
  if (path.endsWith(':reveal') && method === 'POST') return { field: 'phone', value: '138 0000 1234' }
  if (/^\/members\/[^/]+$/.test(path)) {
    return {
      id: 'mbr_1', name: '王**', phone: '138****1234', document: { type: 'id-card', number: '42************0017' }, age: 62, city: said('武汉', 'Wuhan'), joinedAt: '2024-05-02T02:00:00Z', groups: ['senior'],
      tier: { code: 'gold', name: said('金卡', 'Gold'), since: '2026-11-18', why: whyTier, next: { name: said('白金', 'Platinum'), code: 'platinum', gaps: [{ metric: 'qualifying', label: said('定级积分', 'Qualifying points'), have: 23_140, needed: 30_000, missing: 6_860 }, { metric: 'trips12m', label: said('行程', 'Trips'), have: 23, needed: 25, missing: 2 }] } },
      balances: [{ currency: 'points', spendable: 48_260, expiring: [{ amount: 3_200, lastDay: '2026-11-30' }], why: whyPoints }, { currency: 'qualifying', spendable: 23_140, expiring: [] }],
      tags: [['senior', '长者', 'Senior'], ['frequent', '常旅客', 'Frequent'], ['jingguang', '京广线', 'Jing-Guang line']].map(([code, zh, en]) => ({ code, name: said(zh!, en!), addedAt: '2026-11-12T02:00:00Z', why: whyTier })),
      segments: [{ id: 'seg_1', name: said('春运返程的长者', 'Elders returning'), since: '2026-11-12T02:00:00Z', why: whyTier }],
      consents: [{ channel: 'sms', purpose: 'service', granted: true, since: '2024-05-02T02:00:00Z' }, { channel: 'sms', purpose: 'marketing', granted: true, since: '2024-05-02T02:00:00Z' }, { channel: 'email', purpose: 'marketing', granted: false, since: '2026-01-12T03:20:00Z' }],
      figures: [{ code: 'trips12m', label: said('近 12 个月', 'Last 12 months'), value: 23, unit: said('次', 'trips') }, { code: 'spend12m', label: said('近 12 个月消费', 'Spend in 12 months'), value: { minor: 894_000, currency: 'CNY' } }],
    }
  }
  if (path.endsWith('/timeline')) {
    return page(timeline.map(([at, kind, zh, en, dzh, den, amount], n) => ({ id: String(n), at, kind, title: said(zh, en), detail: said(dzh, den), amount, why: kind === 'PointsCredited' || kind === 'TierChanged' || kind === 'MessageWithheld' ? 'exp_1' : null })))
  }
  if (path.startsWith('/explanations/')) return whyPoints
  if (path.endsWith('/points')) {
    return {
      spendable: 48_260, held: 0, debt: 0,
      lots: [{ lastDay: '2026-11-30', original: 5_000, free: 3_200, held: 0, source: 'trip' }, { lastDay: '2027-11-30', original: 45_060, free: 45_060, held: 0, source: 'trip' }],
      postings: page([{ entryNo: 2, kind: 'credit', at: '2026-11-20T08:42:00Z', amount: 1058, label: said('积分入账', 'Points credited'), source: 'trip', why: 'exp_1', balanceAfter: 48_260 }, { entryNo: 1, kind: 'spend', at: '2026-11-02T08:42:00Z', amount: -1800, label: said('积分使用', 'Points spent'), source: 'order', why: null, balanceAfter: 47_202 }]),
    }
  }
  return undefined
}
