import { dictionary } from '@waystation/design'

export const conditionWords = dictionary(
  {
    joins: { all: '并且', any: '或者', none: '都不' },
    joinHints: { all: '以下全部满足', any: '以下任一满足', none: '以下全不满足' },
    operators: {
      $eq: '等于', $ne: '不等于', $gt: '大于', $gte: '≥', $lt: '小于', $lte: '≤', $in: '属于', $nin: '不属于', $all: '同时含有', $exists: '有记录', $regex: '形如', $ini: '属于（不分大小写）', $nini: '不属于（不分大小写）', $inGroup: '在名单', $notInGroup: '不在名单', $near: '在附近',
    },
    attribute: '属性', behaviour: '行为', raw: '表达式', did: '做过', didNot: '没有', times: '次', atLeast: '至少', within: '最近', days: '天', ever: '任何时候', where: '且', yes: '是', no: '否',
    addCondition: '条件', addBehaviour: '行为', addOccurred: '首次或最近', addWhere: '且……', occurrence: '哪一次', first: '首次', last: '最近一次', window: '时间范围', withinLast: '在最近', beforeLast: '早于或等于', addGroup: '分组', remove: '去掉', value: '值', choose: '选择', emptyGroup: '这一组还没有条件。', joinOf: '组内关系', operatorOf: '比较', people: '人',
    addPlace: '地点', places: { near: '到过某处附近', atVenue: '常去的场馆', atStation: '常用的车站', route: '走过的线路', home: '常住城市' }, place: '选择地点', venues: '场馆', stations: '车站', other: '其他', point: '坐标点', latitude: '纬度', longitude: '经度', radius: '半径', unit: '单位', metres: '米', kilometres: '公里', around: '以内', from: '出发站', to: '到达站', direction: '方向', oneWay: '→ 单向', eitherWay: '⇄ 往返均可', station: '出发或到达', share: '占比', addShare: '占比……', ofAll: '且占全部的至少',
  },
  {
    joins: { all: 'and', any: 'or', none: 'none' },
    joinHints: { all: 'all of these hold', any: 'any of these holds', none: 'none of these holds' },
    operators: {
      $eq: 'is', $ne: 'is not', $gt: 'more than', $gte: '≥', $lt: 'less than', $lte: '≤', $in: 'is one of', $nin: 'is none of', $all: 'has all of', $exists: 'is known', $regex: 'looks like', $ini: 'is one of (any case)', $nini: 'is none of (any case)', $inGroup: 'is in list', $notInGroup: 'is not in list', $near: 'is near',
    },
    attribute: 'Attribute', behaviour: 'Behaviour', raw: 'Expression', did: 'did', didNot: 'did not', times: 'times', atLeast: 'at least', within: 'in the last', days: 'days', ever: 'ever', where: 'where', yes: 'yes', no: 'no',
    addCondition: 'Condition', addBehaviour: 'Behaviour', addOccurred: 'First or last', addWhere: 'where…', occurrence: 'Occurrence', first: 'first', last: 'last', window: 'Stretch of time', withinLast: 'in the last', beforeLast: 'at least this long ago:', addGroup: 'Group', remove: 'Remove', value: 'Value', choose: 'Choose', emptyGroup: 'This group has no condition yet.', joinOf: 'How the group joins', operatorOf: 'Comparison', people: 'people',
    addPlace: 'Place', places: { near: 'Was near a place', atVenue: 'Mostly at a venue', atStation: 'Mostly at a station', route: 'Travelled a route', home: 'Home city' }, place: 'Choose a place', venues: 'Venues', stations: 'Stations', other: 'Other', point: 'A point', latitude: 'Latitude', longitude: 'Longitude', radius: 'Radius', unit: 'Unit', metres: 'm', kilometres: 'km', around: 'around it', from: 'From', to: 'To', direction: 'Direction', oneWay: '→ one way', eitherWay: '⇄ either way', station: 'from or to', share: 'Share', addShare: 'share…', ofAll: 'and at least, of all,',
  },
)
