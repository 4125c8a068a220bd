import { dictionary } from '@waystation/design'

export const windowWords = dictionary(
  {
    title: '售票窗口', purpose: '扫会员码，按数字选车次，回车留座，回车收款：全部用键盘就能卖完一张票。',
    scan: '扫会员码，或输入手机后四位、证件、姓名', nobody: '没有找到这位会员', nobodyHint: '请核对输入。还没有会员的旅客，可在手机上一分钟注册。', which: '是哪一位', another: '换一位', prompt: '会员权益',
    points: (n: string) => `积分 ${n}`, coupons: (n: string) => `可用券 ${n} 张`, yours: (tier: string, what: string) => `${tier}：${what}`, and: '、', missing: (what: string, tier: string) => `再有 ${what}，就是${tier}`,
    from: '出发', to: '到达', date: '乘车日', sameCity: '出发和到达不能相同', choose: '先选出发和到达城市，窗口会记住。', trains: '车次', none: '这一天没有可售的车次', noneHint: '换一天，或换一个到达城市。', left: (n: string) => `余 ${n}`, full: '无票', more: '后面的车次', earlier: '前面的车次', showing: (from: string, to: string, all: string) => `第 ${from} – ${to} 趟，共 ${all} 趟`,
    keys: '1–9 选车次 · ←→ 席别 · 回车留座 · C 券 · T 乘车人 · M 换会员', ticket: '这张票', first: '先扫会员，再选车次', pick: '再选一趟车', travellers: '乘车人', hold: '留座', holding: '正在留座…', noTraveller: '至少选一位乘车人', atFullFare: '按全价卖', before: '原价', off: '优惠', after: '应收', estimate: '下单时按每位乘车人的票价计算',
    coupon: '优惠券', best: '最划算', whyBest: '为什么这样最划算', noCoupon: '不用券', notHere: '本单不能用', code: '扫或输入券码', codeHint: '回车加入', badCode: (code: string) => `券码 ${code} 本单不能用`,
    held: '座位已留住', drop: '不买了，放回座位', seats: '座位', paid: '已出票', next: '下一位：直接扫码', issuing: '已收款，正在出票…', notIssued: '没有出票，所收的钱已退回', change: '找零', done: '刚才卖的', noneSold: '这一班还没有卖过',
  },
  {
    title: 'Ticket window', purpose: 'Scan the member, press a digit for the train, Enter holds the seat, Enter takes the money: all of it by keyboard.',
    scan: 'Scan the member code, or type the last four of a phone, a document, a name', nobody: 'Nobody found', nobodyHint: 'Check what was typed. Who is no member yet registers on the phone within a minute.', which: 'Who is it', another: 'Somebody else', prompt: 'Benefits of the member',
    points: (n: string) => `${n} points`, coupons: (n: string) => `coupons to use: ${n}`, yours: (tier: string, what: string) => `${tier}: ${what}`, and: ', ', missing: (what: string, tier: string) => `${what} more to ${tier}`,
    from: 'From', to: 'To', date: 'Day of travel', sameCity: 'From and to are the same', choose: 'Choose where from and where to first; the window remembers it.', trains: 'Trains', none: 'No train to sell on this day', noneHint: 'Try another day or another city.', left: (n: string) => `${n} left`, full: 'sold out', more: 'Later trains', earlier: 'Earlier trains', showing: (from: string, to: string, all: string) => `${from} – ${to} of ${all}`,
    keys: '1–9 train · ←→ class · Enter holds · C coupon · T travellers · M member', ticket: 'This ticket', first: 'Scan the member, then choose a train', pick: 'Now choose a train', travellers: 'Travellers', hold: 'Hold the seat', holding: 'Holding…', noTraveller: 'Choose at least one traveller', atFullFare: 'Sell at full fare', before: 'Full price', off: 'Off', after: 'To take', estimate: 'The order counts with the fare of each traveller',
    coupon: 'Coupons', best: 'Best', whyBest: 'Why this is best', noCoupon: 'No coupon', notHere: 'Not for this order', code: 'Scan or type a coupon code', codeHint: 'Enter adds it', badCode: (code: string) => `Code ${code} does not work for this order`,
    held: 'The seat is held', drop: 'Give the seat back', seats: 'Seats', paid: 'Ticket issued', next: 'Next: just scan', issuing: 'Paid; the ticket follows…', notIssued: 'No ticket was issued; the money is returned', change: 'Change', done: 'Sold just now', noneSold: 'Nothing sold yet in this shift',
  },
)
