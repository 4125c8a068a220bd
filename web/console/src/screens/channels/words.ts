import { dictionary } from '@waystation/design'

/** What each vendor is called, and what it asks for besides an id and a secret. */
export const vendorSettings: Record<string, readonly ('signName' | 'appId' | 'page' | 'vendorChannels' | 'momentsPerMonth')[]> = {
  'aliyun-sms': ['signName'], 'tencent-sms': ['appId', 'signName'], 'wechat-template': ['page'], 'wechat-subscription': ['page'], jpush: ['vendorChannels'], wecom: ['momentsPerMonth'],
}

export const channelWords = dictionary(
  {
    title: '渠道账号', purpose: '短信、推送、微信和企业微信的供应商账号。没有账号的渠道由沙箱接收，不会真的发出。', add: '接入账号', edit: '修改', name: '账号', code: '代码', codeHint: '小写字母、数字和连字符，建立后不变', vendor: '供应商', channel: '渠道', uses: '用于', order: '顺序', orderHint: '同一渠道先用数字小的', state: '状态', on: '启用', off: '停用', keyId: '账号 ID', keyIdOf: { 'aliyun-sms': 'AccessKey ID', 'tencent-sms': 'SecretId', jpush: 'AppKey', 'wechat-template': 'AppID', 'wechat-subscription': '小程序 AppID', wecom: '企业 ID（CorpID）', 'wecom-sandbox': '任意填写' } as Record<string, string>,
    secret: '密钥', secretHint: '加密保存，不再显示。留空则沿用已保存的密钥。', secretNew: '加密保存，不再显示。', endpoint: '接口地址', endpointHint: '留空使用供应商官方地址', missing: '请填写', save: '保存', callback: '回执地址', callbackHint: '填到供应商后台，送达和上行短信才会回来', copy: '复制', texts: '已报备模板', textsOf: (n: number) => `${n} 个模板`, empty: '还没有接入账号', emptyHint: '先在供应商处开通，再把 ID 和密钥填到这里。想试企业微信但没有企业，可选沙箱。',
    ours: '我们的模板', theirs: '供应商模板编号', signature: '签名', signatureHint: '留空使用账号的签名', parameters: '变量', parametersHint: '按供应商的顺序，用逗号分开；名字不同时写作 对方=我方', register: '报备模板', noTexts: '供应商审核通过的模板登记在这里，没登记的模板不从这个账号发出。',
    vendors: { 'aliyun-sms': '阿里云短信', 'tencent-sms': '腾讯云短信', jpush: '极光推送', 'wechat-template': '微信公众号模板消息', 'wechat-subscription': '小程序订阅消息', wecom: '企业微信', 'wecom-sandbox': '企业微信沙箱' } as Record<string, string>,
    settings: { signName: '短信签名', appId: '短信应用 ID', page: '点开后的页面', vendorChannels: '厂商通道', momentsPerMonth: '每月朋友圈次数' },
    purposes: { marketing: '营销', service: '服务', transactional: '交易' } as Record<string, string>,
  },
  {
    title: 'Channel accounts', purpose: 'Accounts with vendors of SMS, push, WeChat and WeCom. A channel without one goes to the sandbox: nothing leaves.', add: 'Connect an account', edit: 'Change', name: 'Account', code: 'Code', codeHint: 'Small letters, digits and hyphens; it stays', vendor: 'Vendor', channel: 'Channel', uses: 'Carries', order: 'Order', orderHint: 'Of one channel, the lower number goes first', state: 'State', on: 'on', off: 'off', keyId: 'Account id', keyIdOf: { 'aliyun-sms': 'AccessKey ID', 'tencent-sms': 'SecretId', jpush: 'AppKey', 'wechat-template': 'AppID', 'wechat-subscription': 'Mini-program AppID', wecom: 'Corp ID', 'wecom-sandbox': 'Anything' } as Record<string, string>,
    secret: 'Secret', secretHint: 'Kept encrypted, never shown again. Empty keeps the one there is.', secretNew: 'Kept encrypted, never shown again.', endpoint: 'Address', endpointHint: "Empty for the vendor's own", missing: 'Required', save: 'Save', callback: 'Receipts to', callbackHint: "Enter it at the vendor's, or no receipt and no answer comes back", copy: 'Copy', texts: 'Approved texts', textsOf: (n: number) => `${n} texts`, empty: 'No accounts yet', emptyHint: 'Open one with a vendor, then enter its id and secret here. To try WeCom without a company, choose the sandbox.',
    ours: 'Our text', theirs: "Vendor's number of it", signature: 'Signature', signatureHint: "Empty for the account's own", parameters: 'Values', parametersHint: "In the vendor's order, parted by commas; theirs=ours where names differ", register: 'Register a text', noTexts: 'Texts the vendor has approved stand here; any other does not leave by this account.',
    vendors: { 'aliyun-sms': 'Aliyun SMS', 'tencent-sms': 'Tencent SMS', jpush: 'JPush', 'wechat-template': 'WeChat official account', 'wechat-subscription': 'Mini-program messages', wecom: 'WeCom', 'wecom-sandbox': 'WeCom sandbox' } as Record<string, string>,
    settings: { signName: 'Signature of SMS', appId: 'SMS application id', page: 'Page it opens', vendorChannels: "Makers' channels", momentsPerMonth: 'Moments a month' },
    purposes: { marketing: 'marketing', service: 'service', transactional: 'transactions' } as Record<string, string>,
  },
)
