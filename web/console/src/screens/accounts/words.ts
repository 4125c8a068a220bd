import { dictionary } from '@waystation/design'

/** Words that the screens of enterprise accounts share. */
export const accountWords = dictionary(
  {
    credit: '信用额度', owed: '应付', left: '还可用', active: '使用中', suspended: '已暂停', open: '开户', name: '企业名称', code: '统一社会信用代码', creditYuan: '信用额度（元）', save: '保存', cancel: '取消', missing: '请填写',
    kinds: { CHARGE: '记账', CREDIT: '退回', PAYMENT: '付款' }, closed: '已关账', unclosed: '未关账', ties: '账单相符', differs: '有差异',
    opening: '期初', charges: '记账', credits: '退回', payments: '付款', closing: '期末应付', month: '月份',
  },
  {
    credit: 'Credit', owed: 'Owed', left: 'Left', active: 'In use', suspended: 'Suspended', open: 'Open an account', name: 'Enterprise', code: 'Unified social credit code', creditYuan: 'Credit (yuan)', save: 'Save', cancel: 'Cancel', missing: 'Fill this in',
    kinds: { CHARGE: 'Charge', CREDIT: 'Credit', PAYMENT: 'Payment' }, closed: 'Closed', unclosed: 'Open', ties: 'Ties', differs: 'Differs',
    opening: 'Opening', charges: 'Charges', credits: 'Credits', payments: 'Payments', closing: 'Owed at the end', month: 'Month',
  },
)
