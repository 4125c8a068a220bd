import { dictionary } from '@waystation/design'

export const memberWords = dictionary(
  {
    member: '会员', reveal: '查看明文（留痕）', adjust: '调整积分', openCard: '开储值卡', doc: (tail: string) => `证件尾号 ${tail}`, age: (n: number) => `${n} 岁`, since: (day: string) => `自 ${day}`, joined: (day: string) => `${day} 入会`,
    tabs: { timeline: '时间线', trips: '订单与车票', points: '积分', benefits: '券与权益', messages: '消息', family: '家庭与同行', consents: '同意与隐私' },
    points: '可用积分', noExpiring: '近期没有到期', expiring: (amount: string, on: string) => `${amount} ${on} 到期`, qualifying: (n: string) => `定级积分 ${n}`, tier: '等级', value: '储值', noCard: '没有储值卡', valueNote: (own: string, gift: string) => `本金 ${own} · 赠金 ${gift}`,
    year: '近 12 个月', trips: (n: string) => `${n} 程`, paid: (sum: string) => `票款 ${sum}`, back: (n: string) => `退票 ${n}`, noTrips: '没有乘车', lastTrip: (day: string) => `最近 ${day}`, reach: '能触达（营销）', nobody: '不接收营销', reachNote: (n: string) => `另有 ${n} 个渠道只收服务通知`, reachNone: '服务通知照发',
    together: '合并的账户', togetherHint: '是同一个人；合并不搬动积分，各账户分别到期。', sum: '合计', thisOne: '本账户', points2: '积分', qualifying2: '定级积分',
    empty: { orders: '还没有订单', ordersHint: '买票后会出现在这里。', benefits: '没有券，也没有权益', benefitsHint: '领券、兑换、升级和生日都会带来。', messages: '没有给这位会员发过消息', messagesHint: '旅程运行后会写在这里。', family: '没有加入家庭', familyHint: '会员在手机上建立家庭，共用积分。' },
    order: '订单', train: '车次', day: '乘车日', amount: '金额', status: '状态', coupons: '优惠券', entitlements: '权益', until: (day: string) => `${day} 到期`, left: (left: number, quota: number) => `剩 ${left}／${quota} 次`, couponStates: { usable: '可用', used: '已用', expired: '已过期', paused: '暂停中' }, periods: { total: '', day: '每天', month: '每月', year: '每年' },
    cards: '储值卡', cardStates: { ACTIVE: '正常', FROZEN: '已冻结', LOST: '已挂失', CLOSED: '已注销' }, owner: '户主', roles: { owner: '户主', adult: '成人', minor: '未成年' }, share: (n: string) => `拿出 ${n}`, monthly: (n: string) => `每月最多用 ${n}`, active: (day: string) => `${day} 起可用`, frozen: '已冻结', freeze: '冻结', thaw: '解冻', freezeTitle: '冻结这个家庭的共用积分', reason: '原因（会员能查到）', order1: { earliest: '先用最早到期的', shares: '按比例一起出' },
    ledger: '每一次同意与撤回', version: '文本版本', source: '来源', proof: '凭证', text: '文本', all: (n: string) => `显示全部 ${n} 个`, less: '收起',
  },
  {
    member: 'Member', reveal: 'Reveal (logged)', adjust: 'Adjust points', openCard: 'Open a card', doc: (tail: string) => `document …${tail}`, age: (n: number) => `${n} years`, since: (day: string) => `since ${day}`, joined: (day: string) => `joined ${day}`,
    tabs: { timeline: 'Timeline', trips: 'Orders', points: 'Points', benefits: 'Benefits', messages: 'Messages', family: 'Family and parties', consents: 'Consent' },
    points: 'Points', noExpiring: 'Nothing expires soon', expiring: (amount: string, on: string) => `${amount} expire ${on}`, qualifying: (n: string) => `${n} qualifying`, tier: 'Tier', value: 'Stored value', noCard: 'No card', valueNote: (own: string, gift: string) => `${own} paid in · ${gift} gift`,
    year: 'Last 12 months', trips: (n: string) => `${n} trips`, paid: (sum: string) => `${sum} in fares`, back: (n: string) => `${n} returned`, noTrips: 'No trips', lastTrip: (day: string) => `last ${day}`, reach: 'Reach (marketing)', nobody: 'No marketing', reachNote: (n: string) => `service only on ${n} more`, reachNone: 'Service messages still go',
    together: 'Merged accounts', togetherHint: 'One person. A merge moves no points; each account keeps its own expiry.', sum: 'Together', thisOne: 'this account', points2: 'Points', qualifying2: 'Qualifying',
    empty: { orders: 'No orders yet', ordersHint: 'Tickets they buy appear here.', benefits: 'No coupons and no benefits', benefitsHint: 'Claims, rewards, tiers and birthdays bring them.', messages: 'Nothing was ever sent', messagesHint: 'Messages appear here while journeys run.', family: 'In no family', familyHint: 'Members form one on the phone to share points.' },
    order: 'Order', train: 'Train', day: 'Travel day', amount: 'Amount', status: 'Status', coupons: 'Coupons', entitlements: 'Benefits', until: (day: string) => `until ${day}`, left: (left: number, quota: number) => `${left} of ${quota} left`, couponStates: { usable: 'usable', used: 'used', expired: 'expired', paused: 'paused' }, periods: { total: '', day: 'a day', month: 'a month', year: 'a year' },
    cards: 'Stored-value cards', cardStates: { ACTIVE: 'active', FROZEN: 'frozen', LOST: 'lost', CLOSED: 'closed' }, owner: 'Owner', roles: { owner: 'owner', adult: 'adult', minor: 'minor' }, share: (n: string) => `shares ${n}`, monthly: (n: string) => `at most ${n} a month`, active: (day: string) => `from ${day}`, frozen: 'frozen', freeze: 'Freeze', thaw: 'Thaw', freezeTitle: "Freeze this family's shared points", reason: 'Why (members can see it)', order1: { earliest: 'earliest expiry first', shares: 'all in proportion' },
    ledger: 'Every yes and every withdrawal', version: 'Wording', source: 'Source', proof: 'Proof', text: 'Text', all: (n: string) => `Show all ${n}`, less: 'Show fewer',
  },
)
