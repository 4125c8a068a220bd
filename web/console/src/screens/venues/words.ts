import { dictionary } from '@waystation/design'

export const venueWords = dictionary(
  {
    title: '场馆', purpose: '事件、订单与员工权限所说的场馆和区域。', add: '新建场馆', edit: '修改', code: '代码', codeHint: '事件里写的就是它，建立后不变', nameZh: '中文名', nameEn: '英文名', line: '业务', zones: '区域', zonesHint: '每行一个：代码=中文名=英文名；留空则由来源自己写', anyZone: '由来源写明', save: '保存', missing: '请填写', empty: '还没有场馆', emptyHint: '先建场馆，再接事件来源。',
  },
  {
    title: 'Venues', purpose: 'The venues and zones that events, orders and staff rights speak of.', add: 'New venue', edit: 'Change', code: 'Code', codeHint: 'What events write; it stays', nameZh: 'Chinese name', nameEn: 'English name', line: 'Line', zones: 'Zones', zonesHint: 'One per line: code=Chinese=English; empty leaves them to the sources', anyZone: 'as sources say', save: 'Save', missing: 'Required', empty: 'No venues yet', emptyHint: 'List venues, then connect sources of events.',
  },
)
