import { dictionary } from '@waystation/design'

export const packWords = dictionary(
  {
    states: { open: '可发放', full: '已发完', expired: '已到期' }, periods: { day: '每天', week: '每周', month: '每月', year: '每年', term: '有效期内' },
    buyer: '企业', benefit: '权益', each: '每人', times: (period: string, n: string) => `${period} ${n} 次`, seats: '名额', left: '剩余', until: '有效期至', state: '状态', missing: '请填写', noAccount: '没有账户',
  },
  {
    states: { open: 'Open', full: 'All handed out', expired: 'Ended' }, periods: { day: 'a day', week: 'a week', month: 'a month', year: 'a year', term: 'in all' },
    buyer: 'Enterprise', benefit: 'Benefit', each: 'Each person', times: (period: string, n: string) => `${n} × ${period}`, seats: 'Seats', left: 'Left', until: 'Until', state: 'State', missing: 'Required', noAccount: 'without an account',
  },
)
