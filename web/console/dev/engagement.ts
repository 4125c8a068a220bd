import { page, reason, said, type Asked } from './shape'

const attribute = (name: string, zh: string, en: string, type: string, operators: string[], values: [string, string, string][] | null = null, unit: [string, string] | null = null) => ({
  name, label: said(zh, en), type, operators, values: values?.map(([value, vzh, ven]) => ({ value, label: said(vzh, ven) })) ?? null, unit: unit ? said(...unit) : null,
})
const numeric = ['$gte', '$lte', '$gt', '$lt', '$eq']
const attributes = [
  attribute('age', '年龄', 'Age', 'number', numeric, null, ['岁', 'years']),
  attribute('city', '城市', 'City', 'string', ['$in', '$nin', '$eq'], [['WUH', '武汉', 'Wuhan'], ['CAN', '广州', 'Guangzhou']]),
  attribute('tier', '等级', 'Tier', 'string', ['$in', '$eq'], [['gold', '金卡', 'Gold'], ['silver', '银卡', 'Silver']]),
  attribute('trips12m', '近 12 个月行程', 'Trips in 12 months', 'number', numeric, null, ['次', 'trips']),
  attribute('spend12mMinor', '近 12 个月消费', 'Spend in 12 months', 'number', numeric),
  attribute('verifiedStudent', '已核验学生', 'Verified student', 'boolean', ['$eq']),
  attribute('tags', '标签', 'Tags', 'set', ['$in', '$nin', '$all'], [['senior', '长者', 'Senior'], ['annual-pass', '年卡', 'Annual pass']]),
  attribute('trip', '完成行程', 'a trip', 'event', []),
  attribute('visit', '入园', 'a park visit', 'event', []),
]
const condition = { $and: [{ age: { $gte: 60 } }, { $did: { event: 'trip', withinDays: 90 } }, { $or: [{ $didNot: { event: 'visit', withinDays: 90 } }, { tags: { $in: ['annual-pass'] } }] }] }
const sentence = said('在全部会员中，选年满 60 岁，且 90 天内完成过至少 1 次行程，且 90 天内没有入园、或有标签“年卡”的人。', 'Of all members, those aged 60 or more, with at least 1 trip in 90 days, and either no park visit in 90 days or the tag “Annual pass”.')
const segment = { id: 'seg_1', name: said('春运返程的长者', 'Elders returning'), state: 'published', version: 2, condition, sentence, count: 1_824, countedAt: '2026-11-22T00:50:00Z', daily: Array.from({ length: 14 }, (_, n) => ({ date: new Date(Date.parse('2026-11-08T00:00:00Z') + n * 86_400_000).toISOString().slice(0, 10), entered: 20 + n * 3, left: 8 + (n % 4) * 5 })) }
const steps = [
  ['in', 'entry', '进入人群“春运返程的长者”', 'Enters “Elders returning”'], ['wait', 'wait', '等 2 天', 'Wait 2 days'], ['ask', 'branch', '买过票吗？', 'Bought a ticket?'],
  ['thanks', 'message', '短信：谢谢，请慢走', 'SMS: thank you'], ['remind', 'message', '短信：座位还有', 'SMS: seats are left'], ['end', 'exit', '结束', 'End'],
] as const
const journey = {
  id: 'jny_1', name: said('春运关怀', 'Care at new year'), state: 'published', version: 3, enrolled: 1_824, active: 342, completed: 1_482, publishedAt: '2026-11-10T02:00:00Z',
  graph: {
    nodes: steps.map(([id, kind, zh, en]) => ({ id, kind, label: said(zh, en) })),
    edges: [{ from: 'in', to: 'wait' }, { from: 'wait', to: 'ask' }, { from: 'ask', to: 'thanks', label: said('是', 'yes') }, { from: 'ask', to: 'remind', label: said('否', 'no') }, { from: 'thanks', to: 'end' }, { from: 'remind', to: 'end' }],
  },
  counters: Object.fromEntries(steps.map(([id], n) => [id, { entered: 1824 - n * 200, waiting: id === 'wait' ? 342 : 0, done: 1482, left: 0, withheld: id === 'remind' ? 46 : 0 }])),
  problems: [], converted: 611,
}
const withheld = { sentence: said('没有发：这位会员没有同意短信营销。', 'Not sent: this member has not agreed to marketing by SMS.'), reasons: [reason('NO_CONSENT', true, '短信营销：不同意', 'SMS marketing: not granted')] }
const message = (n: number) => ({
  id: `msg_${n}`, memberId: 'mbr_1', memberMasked: '王** 138****1234', channel: ['sms', 'wechat'][n % 2], purpose: 'marketing', title: null,
  body: said('【示例铁路】王先生/女士，回程的座位还有 64 张，60 岁及以上每元积 15 分。退订回 T', '[Sample Railway] 64 seats are left for your way back; 15 points per yuan from the age of 60. Reply T to stop.'),
  status: ['delivered', 'withheld', 'queued', 'delayed'][n % 4], at: new Date(Date.parse('2026-11-22T00:40:00Z') - n * 400_000).toISOString(), why: n % 4 === 1 ? withheld : null,
})

export function engagement({ path, method, body }: Asked): unknown {
  if (path === '/attributes') return attributes
  if (path === '/segments:count') {
    const text = JSON.stringify(body.condition)
    const size = Math.max(40, 20_318 - text.length * 92)
    return {
      count: size, tookMillis: 9, universe: 20_318, sentence, asOf: '2026-11-22T00:50:12Z',
      leaves: [{ path: '$and.0.age.$gte', count: 4_220 }, { path: '$and.1', count: 11_407 }, { path: '$and.2.$or.0', count: 8_031 }, { path: '$and.2.$or.1.tags.$in', count: 1_043 }],
      waterfall: [['selected', '选中', 'Selected', size], ['no_consent', '未同意营销', 'No consent', -310], ['opted_out', '已退订', 'Opted out', -91], ['cap', '本周已达上限', 'Weekly cap', -146], ['no_address', '没有可用地址', 'No address', -63], ['receive', '将会收到', 'Will receive', Math.max(size - 610, 0)]].map(([code, zh, en, count]) => ({ code, label: said(String(zh), String(en)), count })),
      faces: { sql: 'select member_id from audience.profile where age >= 60 and …', bitmap: 'AND(ge(age, 60), did(trip, 90), OR(NOT did(visit, 90), tag(annual-pass)))', refusals: [] },
    }
  }
  if (path === '/segments') return method === 'POST' ? { ...segment, id: 'seg_2', state: 'draft' } : page([segment, { ...segment, id: 'seg_2', name: said('学生返校', 'Students returning'), state: 'draft', count: 912 }])
  if (path.endsWith('/explain')) return { sentence: said('在人群里：三个条件都成立。', 'In the segment: all three conditions hold.'), reasons: [reason('AGE', true, '年龄 62 ≥ 60', 'Age 62 ≥ 60', { age: 62 }), reason('TRIP', true, '90 天内行程 4 次', '4 trips in 90 days')] }
  if (/^\/segments\/[^/]+\/members/.test(path)) return page([{ id: 'mbr_1', name: '王**', phone: '138****1234', tier: { code: 'gold', name: said('金卡', 'Gold') }, city: said('武汉', 'Wuhan'), points: 48_260 }])
  if (path.startsWith('/segments/')) return segment
  if (path === '/tags') return page([{ code: 'senior', name: said('长者', 'Senior'), kind: 'rule', rule: said('乘车当日年满 60 岁', 'Sixty or older on the day of travel'), count: 4_220, updatedAt: '2026-11-22T00:31:00Z' }])
  if (path === '/campaign-journeys') return page([journey])
  if (path.endsWith('/enrolments')) return page([{ id: 'enr_1', memberId: 'mbr_1', version: 3, node: 'wait', state: 'waiting', since: '2026-11-12T02:00:00Z', wakesAt: null, path: [{ node: 'in', code: 'ENTERED', at: '2026-11-12T02:00:00Z', why: withheld }, { node: 'wait', code: 'WAITING', at: '2026-11-12T02:00:00Z', why: withheld }] }])
  if (path.startsWith('/campaign-journeys/')) return journey
  if (path === '/messages') return page(Array.from({ length: 14 }, (_, n) => message(n)))
  return undefined
}
