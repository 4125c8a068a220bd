import { dictionary } from '@waystation/design'

export const claimWords = dictionary(
  {
    waiting: '待处理', others: '同事在看', today: '今天处理', mine: (n: string) => `其中我 ${n}`, each: '平均用时', none: '待处理的都看完了', noneHint: '会员在手机上申请补登后会出现在这里。', allHeld: '剩下的同事都在看', allHeldHint: '过几分钟没有处理的，会再轮到你。', passedAll: '放下的还在等你', again: '从头再看一遍',
    trip: '行程', order: '订单', asked: '申请', says: '会员说', unnamed: '会员', seconds: (s: number) => (s < 90 ? `${s} 秒` : `${Math.round(s / 60)} 分钟`), turn: (t: string) => `${t} 前由你处理，别人看不到`,
    points: '补多少分', pointsHint: '回车通过', usual: '最近入账', answer: '答复', answerHint: '会员会看到这句话', acts: { accept: '通过', noTrip: '查无此行程', credited: '已经到账', later: '先放一放' }, texts: { accept: '核对行程后补登', noTrip: '没有查到这次行程，请核对订单号', credited: '这次行程的积分已经到账，请看积分明细' },
    found: '查到了什么', sameOrder: (n: string) => `这个订单号已有 ${n} 笔入账`, noOrder: '这个订单号还没有入账', claims: '以前的申请', noClaims: '第一次申请', history: '最近的积分', noHistory: '还没有积分', outcomes: { OPEN: '待处理', ACCEPTED: '通过', REJECTED: '驳回' }, lost: '这件到时间被收回了，已换下一件',
  },
  {
    waiting: 'Waiting', others: 'With colleagues', today: 'Decided today', mine: (n: string) => `${n} by me`, each: 'Time for one', none: 'Nothing is waiting', noneHint: 'Claims that members make on their phones appear here.', allHeld: 'Colleagues have the rest in hand', allHeldHint: 'What they leave comes to you in a few minutes.', passedAll: 'Those you put off are still here', again: 'Start again from the top',
    trip: 'Trip', order: 'Order', asked: 'Asked', says: 'The member says', unnamed: 'Member', seconds: (s: number) => (s < 90 ? `${s} s` : `${Math.round(s / 60)} min`), turn: (t: string) => `Yours until ${t}; nobody else sees it`,
    points: 'How many points', pointsHint: 'Enter accepts', usual: 'Lately credited', answer: 'Answer', answerHint: 'The member reads this', acts: { accept: 'Accept', noTrip: 'No such trip', credited: 'Credited already', later: 'Later' }, texts: { accept: 'Trip checked, points added', noTrip: 'We found no such trip; please check the order number', credited: 'The points of this trip are on your statement already' },
    found: 'What we found', sameOrder: (n: string) => `${n} credits carry this order number`, noOrder: 'No credit carries this order number', claims: 'Earlier claims', noClaims: 'The first claim', history: 'Latest points', noHistory: 'No points yet', outcomes: { OPEN: 'open', ACCEPTED: 'accepted', REJECTED: 'rejected' }, lost: 'Time ran out on that one; here is the next',
  },
)
