import { dictionary } from '@waystation/design'

export const couponWords = dictionary(
  {
    kinds: { public: '公开码', pooled: '一码一用', personal: '会员领取' },
    states: { draft: '草稿', live: '进行中', paused: '已暂停', ended: '已结束' },
    rewardStates: { requested: '已提交', held: '待付款', confirmed: '待发放', fulfilled: '已发放', cancelled: '已取消', expired: '已过期', reversed: '已撤回' },
    products: { rail: '车票', park: '入园' },
    missing: '请填写',
    greedy: '券太多，按优惠从大到小选取',
  },
  {
    kinds: { public: 'One public code', pooled: 'Single-use codes', personal: 'Claimed by members' },
    states: { draft: 'Draft', live: 'Live', paused: 'Paused', ended: 'Ended' },
    rewardStates: { requested: 'Requested', held: 'To be paid', confirmed: 'To hand out', fulfilled: 'Handed out', cancelled: 'Cancelled', expired: 'Expired', reversed: 'Reversed' },
    products: { rail: 'train tickets', park: 'park entry' },
    missing: 'Required',
    greedy: 'Many coupons: the largest were taken first',
  },
)

/** Yuan as one types them, in minor units. */
export const minor = (yuan: number | null | undefined) => Math.round((yuan ?? 0) * 100)
