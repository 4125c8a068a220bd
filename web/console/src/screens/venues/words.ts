import { dictionary } from '@waystation/design'

export const venueWords = dictionary(
  {
    title: '场馆', purpose: '事件、订单与员工权限所说的场馆和区域。', add: '新建场馆', edit: '修改', code: '代码', codeHint: '事件里写的就是它，建立后不变', nameZh: '中文名', nameEn: '英文名', line: '业务', zones: '区域', zonesHint: '每行一个：代码=中文名=英文名；留空则由来源自己写', anyZone: '由来源写明', save: '保存', missing: '请填写', empty: '还没有场馆', emptyHint: '先建场馆，再接事件来源。',
    tabs: { venues: '场馆', sharing: '共享协议', scopes: '员工范围' }, agree: '新建协议', giver: '数据来自', taker: '开放给', use: '用途', purposes: { service: '服务（逐条查看）', analytics: '分析（只看数量）' }, contract: '合同', period: '有效期', state: '状态', holds: '生效中', not: '未生效', ended: '已终止', end: '终止', endTitle: '终止这份协议？', endEffect: '立即生效：对方员工下一次查询就看不到了。', keep: '保留', noSharing: '还没有共享协议', noSharingHint: '没有协议时，受限员工只能看到自己场馆的数据。', staff: '员工', sees: '可见场馆', all: '全部场馆', limit: '设定范围', limitHint: '留空表示全部场馆；受限员工只能打开按场馆区分的页面。',
  },
  {
    title: 'Venues', purpose: 'The venues and zones that events, orders and staff rights speak of.', add: 'New venue', edit: 'Change', code: 'Code', codeHint: 'What events write; it stays', nameZh: 'Chinese name', nameEn: 'English name', line: 'Line', zones: 'Zones', zonesHint: 'One per line: code=Chinese=English; empty leaves them to the sources', anyZone: 'as sources say', save: 'Save', missing: 'Required', empty: 'No venues yet', emptyHint: 'List venues, then connect sources of events.',
    tabs: { venues: 'Venues', sharing: 'Sharing agreements', scopes: 'Staff scopes' }, agree: 'New agreement', giver: 'Data of', taker: 'Shown to', use: 'Purpose', purposes: { service: 'service (single events)', analytics: 'analytics (counts only)' }, contract: 'Contract', period: 'In force', state: 'State', holds: 'in force', not: 'not in force', ended: 'ended', end: 'End', endTitle: 'End this agreement?', endEffect: 'At once: staff of the other venue sees nothing of it from the next question on.', keep: 'Keep', noSharing: 'No sharing agreements', noSharingHint: 'Without one, limited staff sees their own venue only.', staff: 'Staff', sees: 'Sees', all: 'all venues', limit: 'Set scope', limitHint: 'Empty means all venues; limited staff can open only pages that tell venues apart.',
  },
)
