import { page, reason, Refused, said, type Asked } from './shape'

const stops: [string, string, string][] = [
  ['HGD', '黄冈东', 'Huanggang East'], ['WUH', '武汉', 'Wuhan'], ['YYD', '岳阳东', 'Yueyang East'], ['CSN', '长沙南', 'Changsha South'], ['HYD', '衡阳东', 'Hengyang East'], ['SGN', '韶关', 'Shaoguan'], ['CAN', '广州南', 'Guangzhou South'],
]
const at = (minutes: number) => new Date(Date.parse('2026-11-22T00:10:00Z') + minutes * 60_000).toISOString()
const calls = stops.map(([code, zh, en], index) => ({ index, stationCode: code, nameZh: zh, nameEn: en, cityCode: code, arrives: at(index * 44), departs: at(index * 44 + (index === 0 || index === 6 ? 0 : 3)) }))
const place = (index: number) => ({ station: stops[index]![0], name: said(stops[index]![1], stops[index]![2]), time: at(index * 44) })
const money = (minor: number) => ({ minor, currency: 'CNY' })

const numbers = [[0, 12, 28, 33, 64, 118], [0, 6, 18, 35, 72], [9, 16, 38, 75], [41, 66, 104], [121, 139], [187]]
const cells = numbers.flatMap((row, from) => row.map((available, offset) => {
  const to = from + 1 + offset
  const kept = available === 0
  return {
    from, to, available, free: kept ? 148 : available + 30, sold: kept ? 30 : 40 + from * 9 + offset, held: offset, limit: from === 0 && offset < 3 ? [30, 40, 60][offset]! : null,
    why: kept ? {
      sentence: said('有座，但没放给这个区间：30 张限额已售完，其余 118 座留给去广州南的旅客。', 'Seats are free but not released here: the limit of 30 is sold, 118 seats are kept for travellers to Guangzhou South.'),
      reasons: [
        reason('SEATS_FREE', true, '实际空座 148', '148 seats free', { free: 148 }),
        reason('LIMIT_REACHED', true, '本区间限额 30，已售 30', 'Limit here 30, sold 30', { limit: 30, sold: 30 }),
        reason('RESERVED_FOR_LONG_TRIPS', true, '直达预留 118', '118 reserved for through trips', { bucket: 'through' }),
        reason('NEXT_BATCH', false, '下一批今天 14:00 放 60 张', 'The next batch opens 60 today at 14:00', { at: '14:00', seats: 60 }),
      ],
    } : null,
  }
}))
const run = { id: 'run_1', trainId: 'trn_1', trainCode: 'G1158', serviceDate: '2026-11-22', calls, classes: [{ seatClass: 'business', seatCount: 24 }, { seatClass: 'first', seatCount: 120 }, { seatClass: 'second', seatCount: 620 }] }
const plan = { id: 'pln_1', name: said('长途优先', 'Long trips first'), trainCode: 'G1158', runId: 'run_1', class: 'second', version: 4, state: 'published', publishedAt: null, publishedBy: null,
  buckets: [{ key: 'through', trips: 'through', nested: true }, { key: 'students', trips: 'any', group: 'student', nested: false }, { key: 'everyone', trips: 'any', nested: true }],
  batches: [{ key: 'first', daysBefore: 15, at: '08:00', steps: [{ to: 'through', share: 0.6 }, { to: 'students', seats: 40 }] }, { key: 'second', minutesBefore: 1110, steps: [{ from: 'through', to: 'everyone', seats: 60 }] }, { key: 'rest', soldShare: 0.8, steps: [{ to: 'everyone' }] }],
}
const order = (n: number, status: string) => ({
  id: `ord_${4200 + n}`, status, expiresAt: at(30), placedAt: at(-n * 7), amount: money(46_350 * (1 + (n % 2))), memberId: 'mbr_1',
  run: { runId: 'run_1', trainCode: 'G1158', serviceDate: '2026-11-22', seatClass: 'second', from: place(1), to: place(6) },
  tickets: Array.from({ length: 1 + (n % 2) }, (_, k) => ({ id: `tkt_${n}${k}`, traveller: ['王**', '李*'][k], seat: { car: '05', label: `12${'AB'[k]}` }, status: n % 3 === 0 ? 'checked_in' : 'issued', code: 'x' })),
})
const orders = Array.from({ length: 14 }, (_, n) => order(n, ['paid', 'held', 'paid', 'cancelled', 'paid', 'expired'][n % 6]!))
const checks: object[] = []

export function selling({ path, method, body, query }: Asked): unknown {
  if (path === '/trains') {
    return page(Array.from({ length: 18 }, (_, n) => ({ trainId: `trn_${n}`, runId: 'run_1', code: `G${1158 + n * 2}`, from: place(n % 3), to: place(6 - (n % 2)), departs: `${String(6 + n).padStart(2, '0')}:10`, arrives: `${String(10 + n).padStart(2, '0')}:32`, stops: 7 - (n % 3), runsOn: null })), 'more')
  }
  if (path === '/runs/run_1') return run
  if (path === '/runs/run_1/board') {
    return {
      runId: 'run_1', calls, cells, asOf: '2026-11-22T00:50:12Z', plan,
      figures: { seats: 620, soldShare: 0.714, revenue: money(30_246_000), revenueBound: money(31_246_000), refused: 46, nextBatchAt: '2026-11-22T06:00:00Z' },
      batches: [
        { name: said('第 1 批 直达', 'Batch 1 through'), at: '2026-11-07T00:00:00Z', state: 'released', amount: 372 },
        { name: said('第 2 批 长途', 'Batch 2 long'), at: '2026-11-15T00:00:00Z', state: 'released', amount: 124 },
        { name: said('第 3 批 短途', 'Batch 3 short'), at: '2026-11-22T06:00:00Z', state: 'planned', amount: 60 },
        { name: said('余量全放', 'The rest'), at: null, trigger: said('开车前 2 时', '2 h before departure'), state: 'planned', amount: null },
      ],
    }
  }
  if (path === '/release-board') {
    return page(Array.from({ length: 16 }, (_, n) => ({
      runId: 'run_1', trainCode: `G${1158 + n * 2}`, from: place(n % 2), to: place(6), departs: at(n * 25), planState: n % 4 === 0 ? 'published' : n % 7 === 3 ? 'draft' : null,
      classes: run.classes.map((offer, k) => ({ seatClass: offer.seatClass, seats: offer.seatCount, sold: Math.round(offer.seatCount * ((n * 37 + k * 29) % 100) / 100), fill: ((n * 37 + k * 29) % 100) / 100 })),
    })).map((train, n) => ({ ...train, runId: n === 0 ? 'run_1' : `run_${n + 1}` })))
  }
  if (path.startsWith('/release-plans')) {
    if (path.endsWith(':preview')) {
      return {
        verdict: said('可以放，但晚 5 小时更好。现在放多收 ¥1,830，会挤掉约 4 位去广州的旅客。', 'This works, but five hours later is better. Now it brings ¥1,830 more and displaces about 4 travellers to Guangzhou.'), good: true, why: null, cells: [], trips: [{ from: 0, to: 6, group: 'general' }, { from: 0, to: 1, group: 'general' }], openings: [{ batch: 'first', at: at(-20000), counts: [372, 0] }, { batch: 'second', at: at(350), counts: [312, 60] }],
        rows: [
          { code: 'revenue', label: said('预计收入', 'Expected revenue'), unit: 'minor', before: 30_246_000, after: 30_429_000, difference: 183_000 },
          { code: 'through', label: said('直达可售', 'Through trips to sell'), unit: 'seats', before: 118, after: 88, difference: -30 },
          { code: 'first_leg', label: said('首段可售', 'First leg to sell'), unit: 'seats', before: 0, after: 30, difference: 30 },
        ],
      }
    }
    if (method === 'POST') return { ...plan, state: path.endsWith(':publish') ? 'published' : 'draft', id: 'pln_2' }
    return page([plan])
  }
  if (path === '/orders') return page(orders.filter((one) => !query.get('status') || one.status === query.get('status')))
  if (path.startsWith('/orders/')) return orders.find((one) => path.endsWith(one.id)) ?? orders[0]
  if (path === '/stations') return page(stops.map(([code, zh, en]) => ({ code, name: said(zh, en), cityCode: code })))
  if (path === '/gate/check') {
    const bad = String(body.code).includes('9')
    const result = {
      decision: bad ? 'refuse' : 'admit', reasonCode: bad ? 'ALREADY_CHECKED_IN' : 'VALID', at: '2026-11-22T00:50:00Z',
      sentence: bad ? said('这张票 08:31 已在 A7 检过。', 'This ticket was checked at A7 at 08:31.') : said('武汉 → 广州南，请到 05 车。', 'Wuhan → Guangzhou South, please go to car 05.'),
      gate: body.gate, stationCode: body.stationCode,
      ticket: { id: 'tkt_1', trainCode: 'G1158', seatClass: 'second', car: '05', seat: '12A', group: 'senior', from: place(1).name, to: place(6).name, departs: at(47), checkedInAt: null },
    }
    checks.unshift(result)
    return result
  }
  if (path === '/gate/recent') return page(checks)
  if (path === '/timetable-imports' && method === 'POST') return { id: 'job_1', kind: 'timetable-import', state: 'running', done: 0, total: 4458 }
  if (path.startsWith('/timetable-imports/')) {
    return {
      id: 'imp_1', summary: { stations: 672, trains: 4458, calls: 34647, triples: 174047, new: 0, changed: 12, unchanged: 4446 },
      problems: [
        { file: 'stop_times.txt', line: 812, column: 'arrival_time', value: '8:7x', code: 'NOT_A_TIME', blocking: true, message: said('不是时间', 'is not a time'), remedy: said('写成 时：分：秒，例如 08:07:00', 'write hours:minutes:seconds, such as 08:07:00') },
        { file: 'stops.txt', line: 40, column: 'stop_id', value: 'WUH', code: 'TWICE', blocking: false, message: said('车站代码重复，第 12 行已有', 'station code is repeated; line 12 has it'), remedy: said('给其中一个换代码，或删掉重复行', 'give one of them another code or delete the repeated row') },
      ],
    }
  }
  if (path === '/cities' || path.startsWith('/park')) return []
  if (path.startsWith('/runs/')) throw new Refused(404, { code: 'UNKNOWN_RUN', title: '没有这趟开行。', reference: 'R-10A2' })
  return undefined
}
