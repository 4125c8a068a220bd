import { dictionary } from '@waystation/design'

export const playbookTexts = dictionary(
  {
    title: '行动手册', purpose: '现成的打法：选一本，填几个数，一分钟内上线；每一次都留出对照组，效果说得清。', gallery: '手册', running: '运行中与已结束', all: '全部',
    groups: { WELCOME: '迎新', TRIP: '行程', LOYALTY: '忠诚', CARE: '关怀', OFFER: '优惠', WIN_BACK: '召回' },
    why: '用来做什么', source: '出处', needs: '需要准备', cost: '花费', costs: (said: string) => `花费：${said}`, values: '这一次', finds: '现在会找到', happens: '由会员的行为触发，发生时才进入。', reads: '会员会读到', gives: (what: string) => `每人送 ${what}`, first: '先选好上面还空着的一项', most: (amount: string) => `现有会员全部参加，最多 ${amount}`,
    launch: '上线', launching: '上线中', launched: '已上线', choose: '请选择', name: '手册', state: '状态', on: '运行中', off: '已停止', offer: '参加组', control: '对照组', lift: '相差', since: '上线', stop: '停止', stopTitle: '停止这次行动？', stopEffect: '不再有人进入，进行中的会员退出旅程，还没发出的消息撤回；已送出的不收回。停止后不能继续。', keep: '继续运行', journey: '看旅程',
    reached: (done: string, all: string) => `${done} / ${all} 达成`, points: (n: string) => `${n} 分`, noRuns: '还没有上线过', noRunsHint: '从手册里选一本开始。', early: '人数还少，先不下结论', none: '没有对照组', yes: '是', no: '否', percentPoints: '个百分点',
    channels: { sms: '短信', wechat: '微信', email: '邮件', inbox: '站内信', push: '应用推送', miniapp: '小程序订阅' } as Record<string, string>,
  },
  {
    title: 'Playbooks', purpose: 'Tactics that are ready: choose one, fill in a few numbers, live within a minute. Each keeps a control group, so that the effect can be told.', gallery: 'Playbooks', running: 'Running and ended', all: 'All',
    groups: { WELCOME: 'Welcome', TRIP: 'Trip', LOYALTY: 'Loyalty', CARE: 'Care', OFFER: 'Offers', WIN_BACK: 'Win back' },
    why: 'What it is for', source: 'Where it comes from', needs: 'What it needs', cost: 'What it costs', costs: (said: string) => `Costs ${said}`, values: 'This time', finds: 'Finds today', happens: 'Members enter when they do something; nobody is found beforehand.', reads: 'What members read', gives: (what: string) => `Gives each ${what}`, first: 'Choose what is still empty above', most: (amount: string) => `${amount} at most, when all of today's members take part`,
    launch: 'Launch', launching: 'Launching', launched: 'Launched', choose: 'Choose', name: 'Playbook', state: 'State', on: 'Running', off: 'Stopped', offer: 'Offered', control: 'Control', lift: 'Difference', since: 'Launched', stop: 'Stop', stopTitle: 'Stop this launch?', stopEffect: 'Nobody enters any more, those inside leave the journey, and messages not sent yet are recalled. What was given stays given. It cannot be resumed.', keep: 'Let it run', journey: 'See the journey',
    reached: (done: string, all: string) => `${done} of ${all} reached it`, points: (n: string) => `${n} points`, noRuns: 'Nothing launched yet', noRunsHint: 'Choose a playbook to begin.', early: 'Too few yet to tell', none: 'No control group', yes: 'Yes', no: 'No', percentPoints: 'percentage points',
    channels: { sms: 'SMS', wechat: 'WeChat', email: 'E-mail', inbox: 'In-app inbox', push: 'App push', miniapp: 'Mini program' } as Record<string, string>,
  },
)
