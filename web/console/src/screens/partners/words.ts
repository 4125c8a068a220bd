import { dictionary } from '@waystation/design'

/** Words that several screens of partners share. */
export const partnerWords = dictionary(
  {
    kinds: { bank: '银行', telecom: '运营商', hotel: '酒店', shop: '商户' },
    billings: { prepaid: '预付积分包', postpaid: '按月后付' },
    breakages: { partner: '归合作方', operator: '归我方' },
    roundings: { down: '舍去不足 1 的部分', half_up: '四舍五入' },
    states: { asked: '已记录', sent: '等对方答复', taken: '对方已完成', done: '已完成', refused: '未成功', suspense: '待查会员' },
    ways: { in: '换入', out: '换出' },
    channels: { member: '会员', api: '接口', file: '文件' },
    answers: { ACCEPTED: '已接受', ACCEPTED_LATE: '已接受（迟到，计入本月）', REPEATED: '重复，未再入账', SUSPENSE: '待查会员', LINE_IS_BROKEN: '这一行读不出', CONVERSION_EVENT_DIFFERS: '与先前的同号事件不一致', CONVERSION_TOO_SMALL: '低于每次最少数', CONVERSION_GIVES_NOTHING: '所得不足 1 分', PARTNER_PACKS_ARE_EMPTY: '预付积分包已用完', PARTNER_CREDIT_IS_USED_UP: '赊账额度已用完', PARTNER_HAS_NO_CONTRACT: '当天没有协议' },
    lines: { ISSUED: '发放', REDEEMED: '使用', RETURNED: '退回', EXPIRED: '过期', REVERSED: '收回', CONVERTED_OUT: '换出到对方', ADJUSTED: '争议调整' },
    gaps: { ONLY_OURS: '只有我方有', ONLY_THEIRS: '只有对方有', UNITS_DIFFER: '数量不同', PAYMENT_DIFFERS: '付款与净额不符' },
    decisions: { OPEN: '待处理', ACCEPTED: '对方正确', REJECTED: '我方正确', ADJUSTED: '调整' },
    demo: '示例', missing: '请填写',
  },
  {
    kinds: { bank: 'Bank', telecom: 'Mobile operator', hotel: 'Hotel', shop: 'Shop' },
    billings: { prepaid: 'Prepaid packs', postpaid: 'Monthly bill' },
    breakages: { partner: 'to the partner', operator: 'to us' },
    roundings: { down: 'Down', half_up: 'Half up' },
    states: { asked: 'Recorded', sent: 'Waiting for the partner', taken: 'Partner is done', done: 'Done', refused: 'Did not work', suspense: 'Member unknown' },
    ways: { in: 'In', out: 'Out' },
    channels: { member: 'Member', api: 'API', file: 'File' },
    answers: { ACCEPTED: 'Accepted', ACCEPTED_LATE: 'Accepted, late: counts this month', REPEATED: 'Repeated, nothing posted', SUSPENSE: 'Member unknown', LINE_IS_BROKEN: 'Cannot be read', CONVERSION_EVENT_DIFFERS: 'Differs from the event of that number', CONVERSION_TOO_SMALL: 'Less than the least', CONVERSION_GIVES_NOTHING: 'Gives less than 1 point', PARTNER_PACKS_ARE_EMPTY: 'Packs are used up', PARTNER_CREDIT_IS_USED_UP: 'Credit is used up', PARTNER_HAS_NO_CONTRACT: 'No contract that day' },
    lines: { ISSUED: 'Issued', REDEEMED: 'Used', RETURNED: 'Returned', EXPIRED: 'Expired', REVERSED: 'Taken back', CONVERTED_OUT: 'Converted out', ADJUSTED: 'Adjustments' },
    gaps: { ONLY_OURS: 'Only in our books', ONLY_THEIRS: 'Only in theirs', UNITS_DIFFER: 'Amounts differ', PAYMENT_DIFFERS: 'Payments are not the net' },
    decisions: { OPEN: 'Open', ACCEPTED: 'Partner is right', REJECTED: 'We are right', ADJUSTED: 'Adjusted' },
    demo: 'Demo', missing: 'Fill this in',
  },
)
