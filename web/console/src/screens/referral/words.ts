import { dictionary } from '@waystation/design'

export const referralWords = dictionary(
  {
    states: { draft: '草稿', running: '进行中', closed: '已结束' },
    invitation: { waiting: '待出行', confirmed: '已生效', refused: '未计入', rejected: '未通过' },
    flags: { DEVICE: '同一设备', DOCUMENT: '同一证件', INSTRUMENT: '同一支付账户', NETWORK: '同一网络', PLACE: '同一位置', VELOCITY: '邀请过快' },
    channels: { link: '链接', wechat: '微信', sms: '短信', poster: '海报', code: '邀请码' },
    held: '待到账', earned: '已到账', missing: '请填写',
  },
  {
    states: { draft: 'draft', running: 'running', closed: 'closed' },
    invitation: { waiting: 'trip to come', confirmed: 'counts', refused: 'not counted', rejected: 'rejected' },
    flags: { DEVICE: 'one device', DOCUMENT: 'one document', INSTRUMENT: 'one payer', NETWORK: 'one network', PLACE: 'one place', VELOCITY: 'too fast' },
    channels: { link: 'link', wechat: 'WeChat', sms: 'SMS', poster: 'poster', code: 'code' },
    held: 'Held', earned: 'Earned', missing: 'Fill this in',
  },
)
