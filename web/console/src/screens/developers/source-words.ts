import { dictionary } from '@waystation/design'

export const sourceWords = dictionary(
  {
    name: '名称', kind: '类型', place: '场馆 / 区域', taken: '已收事件', last: '最近一条', waiting: '未收下', never: '还没有', closed: '已关闭', own: '内置', add: '新建来源', addTitle: '新建事件来源', save: '建立', missing: '请填写', close: '关闭', closeTitle: (name: string) => `关闭“${name}”？`, closeEffect: '它的密钥立即失效，不能恢复；已收下的事件保留。', keep: '保留',
    kinds: { web: '网站', app: 'App', server: '服务器', till: '收银', kiosk: '自助机', gate: '闸机', hotel: '酒店', wechat: '微信公众号', ota: '旅游平台（OTA）', file: '文件', ticketing: '自有售票' },
    venue: '场馆', zone: '默认区域', zoneHint: '没有写明区域的事件记到这里', devices: '设备所在区域', devicesHint: '每行一台：设备编号=区域', mapping: '字段对照', mappingHint: '对方的字段如何成为事件；已按类型填好，可以修改', none: '还没有来源', noneHint: '建一个来源，把收银、闸机、酒店、微信、OTA 的事件接进来。',
    readyTitle: '来源已建立，请现在保存密钥', keyNote: '密钥只显示这一次。', first: '发送第一条事件', firstWechat: '在微信公众平台把服务器地址设为下面的地址，令牌填上面的密钥，消息加解密方式选明文模式。', curlNote: '把 $SECRET 换成上面的密钥。同一条事件再发一次不会重复计入。', newSecret: '换签名密钥',
  },
  {
    name: 'Name', kind: 'Kind', place: 'Venue / zone', taken: 'Events', last: 'Last event', waiting: 'Not taken', never: 'none yet', closed: 'closed', own: 'built in', add: 'New source', addTitle: 'New event source', save: 'Create', missing: 'Required', close: 'Close', closeTitle: (name: string) => `Close “${name}”?`, closeEffect: 'Its keys are void at once and for good; events that were taken stay.', keep: 'Keep',
    kinds: { web: 'Web site', app: 'App', server: 'Server', till: 'Till', kiosk: 'Kiosk', gate: 'Turnstile', hotel: 'Hotel', wechat: 'WeChat account', ota: 'Travel agency (OTA)', file: 'Files', ticketing: 'Own ticketing' },
    venue: 'Venue', zone: 'Zone by default', zoneHint: 'Events that name no zone are put here', devices: 'Where devices stand', devicesHint: 'One per line: device=zone', mapping: 'Fields', mappingHint: 'How their fields become an event; filled in by kind, change what differs', none: 'No sources yet', noneHint: 'Make one to take in events of tills, gates, hotels, WeChat and agencies.',
    readyTitle: 'The source is ready: store its secret now', keyNote: 'It is shown this once.', first: 'Send a first event', firstWechat: 'Set the address below as server address of the account, the secret above as token, and choose the plain mode.', curlNote: 'Put the secret above in place of $SECRET. The same event sent again has no effect.', newSecret: 'New signing secret',
  },
)
