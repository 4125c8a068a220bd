import { page, Refused, said, type Asked } from './shape'

const permissions = [
  'timetable.read', 'timetable.import', 'release.read', 'release.plan', 'release.publish', 'orders.read', 'orders.sell', 'gate.check', 'members.read', 'members.reveal', 'points.read', 'segments.read', 'segments.write',
  'journeys.read', 'journeys.write', 'messages.read', 'home.read', 'audit.read', 'staff.manage', 'clients.manage', 'demo.play', 'park.read', 'jobs.read',
]
const session = { caller: { kind: 'staff', id: 1, name: 'admin', roles: ['administrator'], permissions } }
const asOf = '2026-11-22T00:50:12Z'
let played = 0

export function operate({ path, method, query, signedIn, body }: Asked): unknown {
  if (path === '/world') return { name: said('示例铁路', 'Sample Railway'), demo: true, simulated: true, now: '2026-11-22T00:50:00Z', zone: 'Asia/Shanghai', languages: ['zh', 'en'] }
  if (path === '/session' && method === 'POST') {
    if (body.password === 'wrong') throw new Refused(401, { code: 'SIGN_IN_REFUSED', title: '账号或密码不对。', reference: 'R-7F3A21' })
    return session
  }
  if (path === '/session' && method === 'DELETE') return {}
  if (!signedIn) throw new Refused(401, { code: 'NOT_SIGNED_IN', title: '请先登录。' })
  if (path === '/session') return session
  if (path === '/home') {
    return [
      card('trips_today', '今日售出', 'Sold today', 18_244, said('张', 'tickets'), '/trains', [12, 14, 13, 15, 17, 16, 18], said('比上周日 +6.1%', '+6.1% on last Sunday')),
      card('revenue_today', '今日收入', 'Revenue today', { minor: 622_468_00, currency: 'CNY' }, null, '/orders?status=paid', [50, 52, 49, 61, 58, 60, 62]),
      card('fill', '平均上座', 'Average load', 71.4, '%', '/release', [66, 67, 69, 70, 72, 71, 71]),
      card('members', '会员', 'Members', 20_318, said('人', 'people'), '/members', [11, 12, 18, 22, 20, 24, 31], said('今天新增 31', '31 new today')),
      card('points', '未用积分', 'Points outstanding', 312_460_000, said('分', 'pts'), '/members', [30, 30, 31, 31, 31, 31, 31]),
      card('withheld', '未发消息', 'Messages withheld', 46, said('条', 'messages'), '/messages?status=withheld', [40, 44, 41, 38, 42, 45, 46], said('多数没有营销同意', 'mostly without marketing consent')),
    ]
  }
  if (path === '/search') {
    const q = query.get('q') ?? ''
    return [
      { kind: 'member', title: said('王** 138****1234', '王** 138****1234'), subtitle: said('金卡 武汉', 'Gold, Wuhan'), href: '/members/mbr_1' },
      { kind: 'train', title: said(`G1158 黄冈东 → 广州南`, 'G1158 Huanggang East → Guangzhou South'), subtitle: said(`今天 08:10，匹配“${q}”`, `today 08:10, matches “${q}”`), href: '/release/run_1' },
      { kind: 'segment', title: said('春运返程的长者', 'Elders returning'), subtitle: null, href: '/segments/seg_1' },
    ]
  }
  if (path === '/jobs') return page(jobs())
  if (path.startsWith('/jobs/')) return jobs()[1]
  if (path === '/world/play') {
    played = 1
    return jobs()[0]
  }
  if (path === '/audit') {
    return page([
      { sequence: 2, occurredAt: asOf, actor: 'admin', action: 'PersonalDataRevealed', subject: 1, detail: 'phone: 旅客来电核对订单', previous: 'a1b2', digest: 'c3d4e5f60718' },
      { sequence: 1, occurredAt: '2026-11-22T00:31:00Z', actor: 'planner', action: 'ReleasePlanPublished', subject: 1158, detail: 'G1158 second v4', previous: '', digest: 'a1b2c3d4e5f6' },
    ])
  }
  if (path === '/staff') return page([
    { id: 1, login: 'admin', name: 'admin', roles: ['administrator'], active: true },
    { id: 2, login: 'gate-a', name: 'gate-a', roles: ['gate', 'ticket_window'], active: true },
  ])
  if (path === '/roles') return [{ code: 'administrator', label: said('管理员', 'Administrator'), permissions }, { code: 'gate', label: said('检票员', 'Gate'), permissions: ['gate.check'] }]
  if (path === '/api-clients' && method === 'POST') return { id: 9, name: body.name, scopes: body.scopes, prefix: 'way_live', key: 'way_live_invented_0000000000000000' }
  if (path === '/api-clients') return page([])
  return undefined
}

const jobs = () => [
  { id: 'job_2', kind: 'play', state: played ? 'running' : 'done', done: played ? 9 : 24, total: 24, rate: 0.7, remainingSeconds: 21 },
  { id: 'job_1', kind: 'timetable-import', state: 'done', done: 4458, total: 4458, result: { importId: 'imp_1' } },
]

function card(code: string, zh: string, en: string, value: unknown, unit: unknown, href: string, trend: number[], note: unknown = null) {
  return { code, label: said(zh, en), value, unit, asOf, href, trend, note }
}
