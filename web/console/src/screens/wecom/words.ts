import { dictionary, type Tone } from '@waystation/design'

export const wecomTexts = dictionary(
  {
    title: '企微群发', purpose: '企业微信由员工亲手发送：任务交给员工，确认后才发出，逐人取回结果。', make: '新建任务', none: '还没有任务', noneHint: '旅程或营销选择企业微信渠道时会出现在这里，也可以自己新建。',
    notConnected: '还没有连接企业微信，任务发不出去。请在渠道账号里填写企业 ID 和客户联系的 Secret，或接入沙箱试用。', connect: '去接入',
    kinds: { customers: '客户', groups: '客户群', moments: '朋友圈' }, kind: '发给', name: '内容', staff: '员工', progress: '进度', sent: '已送达', of: (sent: string, all: string) => `${sent} / ${all}`, made: '建立', by: '发起',
    states: { created: '等待下发', creating: '正在下发', unknown: '不明，正在核对', staff_notified: '待员工确认', confirmed: '已发完', partly_sent: '部分送达', expired: '过期未发', cancelled: '已取消', refused: '企微拒绝' },
    results: { waiting: '等待', sent: '已送达', no_friend: '已不是好友', over_limit: '当天已收过', not_sent: '未发送' },
    count: (n: string, state: string) => `${n} 位${state}`, remind: '提醒员工', cancel: '取消任务', cancelTitle: '取消还没发出的部分？', cancelEffect: '员工不能再发送；已经送达的不受影响，没发出的归还次数。', keep: '先不', noted: '已记下，一分钟内告诉企业微信', asked: '通知员工', reminders: (n: string) => `已提醒 ${n} 次`, wanted: { remind: '等待提醒', cancel: '等待取消' }, receivers: '收件人与结果', receiver: '收件人', result: '结果', at: '时间', unknownCustomer: '未入会客户', noReceivers: '没有收件人', more: '再看一些', fromJourney: '来自旅程', fromStaff: '员工新建', why: '原因',
    tasks: '任务', tags: '标签对应',
    template: '文案', choose: '请选择', segment: '人群', groups: '客户群', whose: '谁的朋友圈', knows: (n: string) => `${n} 位客户`, ownedBy: (who: string) => `群主 ${who}`, limits: { customers: (n: string) => `每位客户每天最多 ${n} 条，所有任务合计`, groups: (n: string) => `每个群本月最多 ${n} 次，一项任务最多 2,000 个群`, moments: (n: string) => `每位客户每月最多看到 ${n} 条` }, reach: '会发给谁', create: '交给员工', nobody: '没有人会收到', chooseFirst: '选好对象和文案后，这里显示会发给谁。', created: '任务已建立，两分钟内通知员工',
  },
  {
    title: 'WeCom', purpose: 'In WeCom staff sends by hand: tasks go to staff, leave when they confirm, and every receiver has a result.', make: 'New task', none: 'No tasks yet', noneHint: 'Journeys and campaigns over WeCom appear here; you can make one yourself too.',
    notConnected: 'WeCom is not connected, so no task can leave. Add a channel account with the company id and the secret of customer contact, or connect the sandbox.', connect: 'Connect',
    kinds: { customers: 'Customers', groups: 'Groups', moments: 'Moments' }, kind: 'To', name: 'Text', staff: 'Staff', progress: 'Progress', sent: 'Sent', of: (sent: string, all: string) => `${sent} of ${all}`, made: 'Created', by: 'By',
    states: { created: 'waiting to be handed over', creating: 'being handed over', unknown: 'unknown, being checked', staff_notified: 'to be confirmed', confirmed: 'sent', partly_sent: 'partly sent', expired: 'expired', cancelled: 'cancelled', refused: 'refused by WeCom' },
    results: { waiting: 'waiting', sent: 'sent', no_friend: 'no longer a contact', over_limit: 'had one already', not_sent: 'not sent' },
    count: (n: string, state: string) => `${n} ${state}`, remind: 'Remind staff', cancel: 'Cancel', cancelTitle: 'Take back what was not sent?', cancelEffect: 'Staff can no longer send it. What arrived stays; what did not gives its allowance back.', keep: 'Keep', noted: 'Noted; WeCom hears of it within a minute', asked: 'Staff asked', reminders: (n: string) => `reminded ${n}×`, wanted: { remind: 'reminder on its way', cancel: 'being cancelled' }, receivers: 'Receivers and results', receiver: 'Receiver', result: 'Result', at: 'Time', unknownCustomer: 'a customer who is no member', noReceivers: 'No receivers', more: 'Show more', fromJourney: 'from a journey', fromStaff: 'made by staff', why: 'Why',
    tasks: 'Tasks', tags: 'Matched tags',
    template: 'Text', choose: 'Choose', segment: 'Segment', groups: 'Groups', whose: 'Whose Moments', knows: (n: string) => `${n} customers`, ownedBy: (who: string) => `owned by ${who}`, limits: { customers: (n: string) => `${n} a day per customer, over all tasks`, groups: (n: string) => `${n} this month per group; 2,000 groups a task`, moments: (n: string) => `${n} a month per customer` }, reach: 'Who will get it', create: 'Hand to staff', nobody: 'Nobody would get it', chooseFirst: 'Choose receivers and a text to see who will get it.', created: 'Made; staff is asked within two minutes',
  },
)

export const stateTones: Record<string, Tone> = { created: 'indigo', creating: 'indigo', unknown: 'attention', staff_notified: 'attention', confirmed: 'good', partly_sent: 'good', expired: 'stop', cancelled: 'plain', refused: 'stop' }
export const resultTones: Record<string, Tone> = { waiting: 'attention', sent: 'good', no_friend: 'stop', over_limit: 'stop', not_sent: 'plain' }
