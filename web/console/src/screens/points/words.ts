import { dictionary } from '@waystation/design'

export const words = dictionary(
  {
    desk: '积分审核', deskPurpose: '会员申请补登的积分、需要第二人的调账，一件一件看完。',
    claims: '补登申请', adjustments: '调账', open: '待处理', decided: '已处理', waitingTab: '待审批', doneTab: '已结束',
    claimKeys: '1 通过 · 2 查无此行程 · 3 已经到账 · 4 先放一放', noClaims: '没有待处理的补登', noClaimsHint: '会员在手机上申请后会出现在这里。',
    member: '会员', order: '订单', tripOn: '乘车日', evidence: '会员的说明', asked: '申请时间', points: '积分', decision: '答复（会员会看到）',
    accept: '通过', noTrip: '查无此行程', credited: '已经到账', later: '先放一放', history: '会员最近的积分', seeMember: '打开会员', of: (n: string, all: string) => `第 ${n} 件，共 ${all} 件`,
    acceptText: '核对行程后补登', noTripText: '没有查到这次行程，请核对订单号', creditedText: '这次行程的积分已经到账，请看积分明细', states: { OPEN: '待处理', ACCEPTED: '已通过', REJECTED: '已驳回', WAITING: '待审批', POSTED: '已入账', REFUSED: '已驳回', FAILED: '未入账' },
    kinds: { CREDIT: '加', DEDUCT: '减', WRITE_OFF: '免欠分' }, kind: '类型', amount: '数量', reason: '原因', by: '申请人', state: '状态', approve: '同意', refuse: '驳回', ownRequest: '自己申请的不能自己批',
    noAdjustments: '没有待审批的调账', noAdjustmentsHint: '超过岗位上限的调账会在这里等第二个人。', approveTitle: (what: string) => `同意：${what}`, refuseTitle: '驳回这笔调账', sure: '确定', back: '返回', comment: '说明',
    books: '积分负债', booksPurpose: '按发放月份看还欠会员多少积分、值多少钱；月份锁定后不再变化。', month: '月份', run: '计算本月', lock: '锁定这个月', lockTitle: (m: string) => `锁定 ${m}`, lockHint: '锁定后不能再重算，之后的更正进下一个月。', locked: '已锁定', notLocked: '未锁定',
    cohort: '发放月份', issued: '发放', redeemed: '使用', expired: '过期', reversed: '撤回', outstanding: '未使用', deferred: '递延收入', earned: '已确认收入', noLines: '这个月还没有计算', noLinesHint: '点“计算本月”从账本生成，可以反复重算。', postings: '会计分录', trial: '试算平衡', place: '科目', total: '合计', currency: '币种', sound: '账本核对无误', unsound: '账本核对有差异', check: '核对账本', account: '科目', minor: '金额',
    places: { AVAILABLE: '会员可用', HELD: '占用中', PENDING: '待生效', DEBT: '会员欠分', ISSUANCE: '发放', REDEMPTION: '已使用', BREAKAGE: '过期', TRANSIT: '转移途中', WRITTEN_OFF: '已免欠分' }, currencies: { points: '积分', qualifying: '定级积分', stored_principal: '储值本金（分）', stored_gift: '储值赠送（分）' },
    cards: '储值卡', cardsPurpose: '扫卡或输卡号：余额、充值记录、挂失、补卡、冻结。', scan: '扫卡或输入卡号，回车查询', find: '查询', noCard: '没有这张卡', noCardHint: '核对卡号，或从会员页面开卡。',
    principal: '本金', gift: '赠送', topUps: '充值记录', left: '剩余', when: '时间', freeze: '冻结', thaw: '解冻', lost: '挂失', reissue: '补卡', topUp: '充值', refund: '退卡', newMedium: '新卡号', cardStates: { ACTIVE: '正常', FROZEN: '已冻结', LOST: '已挂失', CLOSED: '已注销' }, bearer: '不记名卡', offer: '充 1,000 送 200', own: '其他金额', yuan: '元', done: '已办好', acts: { FREEZE: '将冻结这张卡，余额不变', THAW: '将恢复使用', REPORT_LOST: '将挂失，原卡立即不能用，余额保留', REISSUE: '余额转到新卡，旧卡作废' }, method: '收款方式', cash: '现金', transfer: '银行转账',
  },
  {
    desk: 'Points desk', deskPurpose: 'Claims for missing points and adjustments that need a second person, one after the other.',
    claims: 'Claims', adjustments: 'Adjustments', open: 'Open', decided: 'Decided', waitingTab: 'Waiting', doneTab: 'Ended',
    claimKeys: '1 accept · 2 no such trip · 3 credited already · 4 later', noClaims: 'No open claims', noClaimsHint: 'Claims made by members on their phones appear here.',
    member: 'Member', order: 'Order', tripOn: 'Day of the trip', evidence: 'What the member says', asked: 'Asked', points: 'Points', decision: 'Answer (the member reads it)',
    accept: 'Accept', noTrip: 'No such trip', credited: 'Credited already', later: 'Later', history: "The member's latest points", seeMember: 'Open the member', of: (n: string, all: string) => `${n} of ${all}`,
    acceptText: 'Trip checked, points added', noTripText: 'We found no such trip; please check the order number', creditedText: 'The points of this trip are on your statement already', states: { OPEN: 'Open', ACCEPTED: 'Accepted', REJECTED: 'Rejected', WAITING: 'Waiting', POSTED: 'Posted', REFUSED: 'Refused', FAILED: 'Not posted' },
    kinds: { CREDIT: 'Add', DEDUCT: 'Take', WRITE_OFF: 'Forgive debt' }, kind: 'Kind', amount: 'Amount', reason: 'Reason', by: 'Asked by', state: 'State', approve: 'Approve', refuse: 'Refuse', ownRequest: 'Nobody approves their own',
    noAdjustments: 'Nothing waits for approval', noAdjustmentsHint: "Adjustments above a role's limit wait here for a second person.", approveTitle: (what: string) => `Approve: ${what}`, refuseTitle: 'Refuse this adjustment', sure: 'Confirm', back: 'Back', comment: 'Comment',
    books: 'Points liability', booksPurpose: 'What is owed to members by month of issue and what it is worth; a locked month never changes.', month: 'Month', run: 'Compute the month', lock: 'Lock the month', lockTitle: (m: string) => `Lock ${m}`, lockHint: 'It cannot be computed again; later corrections go into the next month.', locked: 'Locked', notLocked: 'Not locked',
    cohort: 'Issued in', issued: 'Issued', redeemed: 'Used', expired: 'Expired', reversed: 'Reversed', outstanding: 'Outstanding', deferred: 'Deferred revenue', earned: 'Earned revenue', noLines: 'Not computed yet', noLinesHint: 'Compute the month from the journal; it can be computed again.', postings: 'Accounting entries', trial: 'Trial balance', place: 'Place', total: 'Total', currency: 'Currency', sound: 'The books are sound', unsound: 'The books differ', check: 'Check the books', account: 'Account', minor: 'Amount',
    places: { AVAILABLE: 'Members can spend', HELD: 'Held', PENDING: 'Pending', DEBT: 'Members owe', ISSUANCE: 'Issued', REDEMPTION: 'Used', BREAKAGE: 'Expired', TRANSIT: 'On the way', WRITTEN_OFF: 'Debt forgiven' }, currencies: { points: 'Points', qualifying: 'Qualifying points', stored_principal: 'Stored principal (fen)', stored_gift: 'Stored gift (fen)' },
    cards: 'Stored-value cards', cardsPurpose: 'Scan or type a card: balance, top-ups, loss, replacement, freeze.', scan: 'Scan or type a card and press Enter', find: 'Find', noCard: 'No such card', noCardHint: "Check the number, or open a card on the member's page.",
    principal: 'Principal', gift: 'Gift', topUps: 'Top-ups', left: 'Left', when: 'Time', freeze: 'Freeze', thaw: 'Thaw', lost: 'Report lost', reissue: 'Replace', topUp: 'Top up', refund: 'Refund', newMedium: 'New card', cardStates: { ACTIVE: 'Active', FROZEN: 'Frozen', LOST: 'Lost', CLOSED: 'Closed' }, bearer: 'Bearer card', offer: '1,000 + 200 gift', own: 'Other amount', yuan: 'yuan', done: 'Done', acts: { FREEZE: 'The card will be frozen; its value stays', THAW: 'The card will work again', REPORT_LOST: 'The card stops at once; its value stays', REISSUE: 'The value moves to the new card and the old one ends' }, method: 'Paid by', cash: 'Cash', transfer: 'Bank transfer',
  },
)
