import { dictionary } from '@waystation/design'

export const inviteWords = dictionary(
  {
    entry: '邀请好友，双方得积分', see: '去邀请', title: '邀请好友', product: '驿站 Waystation', none: '现在没有邀请活动', noneHint: '下一期开始时，这里会出现您的邀请链接。', until: (day: string) => `${day} 截止`,
    both: (signUp: string, order: string) => `好友注册，双方各得 ${signUp} 积分；好友首单，再各得 ${order} 积分。好友首次出行后到账。`,
    myCode: '我的邀请码', copyLink: '复制链接', copyCode: '复制邀请码', copied: '已复制', make: '生成我的邀请链接', poster: '邀请海报', png: '下载图片', svg: '下载矢量图', qr: '扫码打开邀请链接', posterScan: '微信扫一扫，注册就有积分', posterCode: '邀请码',
    progress: '进度', done: (n: number) => `${n} 位好友已出行`, waiting: (n: number) => `${n} 位已注册，等待首次出行`, more: (n: number) => `再邀 ${n} 位`, reached: '已获得', prize: (n: number, prize: string) => `${n} 位好友：${prize}`, held: '待到账', earned: '已到账', unit: '积分',
    friends: '我邀请的好友', noFriends: '还没有好友注册', noFriendsHint: '把链接发给想一起出行的朋友。', board: '邀请榜前十', boardNow: '实时', boardFrozen: '已定榜', noBoard: '还没有人上榜，您可以是第一位。', me: '我', place: (n: number) => `您排第 ${n} 位`, people: (n: number) => `${n} 位`,
    states: { waiting: '待出行', confirmed: '已生效', refused: '未计入', rejected: '未通过' }, inReview: '审核中', ordered: '已下单', channels: { link: '链接', wechat: '微信', sms: '短信', poster: '海报', code: '邀请码' },
    welcome: (inviter: string) => `${inviter} 邀请您加入驿站`, gets: (points: string) => `注册即得 ${points} 积分`, getsOrder: (points: string) => `首单再得 ${points} 积分`, heldLine: '积分在您首次出行后到账。', join: '注册会员', within: (n: number) => `请在 ${n} 天内注册`, over: '这个邀请活动已经结束，仍可注册会员。', toApp: '我已是会员，去登录', invitedBy: (inviter: string) => `由 ${inviter} 邀请`, codeField: '邀请码（选填）', useCode: '使用', cameBy: (inviter: string) => `您由 ${inviter} 邀请加入`,
  },
  {
    entry: 'Invite friends, both get points', see: 'Invite', title: 'Invite friends', product: 'Waystation 驿站', none: 'No invite campaign now', noneHint: 'When the next one begins, your link appears here.', until: (day: string) => `until ${day}`,
    both: (signUp: string, order: string) => `When a friend joins, both get ${signUp} points; at the friend’s first order ${order} more. They come true after the friend’s first trip.`,
    myCode: 'My invite code', copyLink: 'Copy link', copyCode: 'Copy code', copied: 'Copied', make: 'Make my invite link', poster: 'Poster', png: 'Download picture', svg: 'Download vector', qr: 'Scan to open the invite link', posterScan: 'Scan to join and get points', posterCode: 'Invite code',
    progress: 'Progress', done: (n: number) => (n === 1 ? '1 friend has travelled' : `${n} friends have travelled`), waiting: (n: number) => `${n} joined, first trip to come`, more: (n: number) => `${n} to go`, reached: 'Yours', prize: (n: number, prize: string) => `${n} friends: ${prize}`, held: 'To come', earned: 'Yours', unit: 'points',
    friends: 'Friends I invited', noFriends: 'Nobody has joined yet', noFriendsHint: 'Send the link to friends you would like to travel with.', board: 'Top ten', boardNow: 'live', boardFrozen: 'final', noBoard: 'Nobody is on the board yet; you can be the first.', me: 'me', place: (n: number) => `You are number ${n}`, people: (n: number) => `${n}`,
    states: { waiting: 'trip to come', confirmed: 'counts', refused: 'not counted', rejected: 'rejected' }, inReview: 'in review', ordered: 'has ordered', channels: { link: 'link', wechat: 'WeChat', sms: 'SMS', poster: 'poster', code: 'code' },
    welcome: (inviter: string) => `${inviter} invites you to Waystation`, gets: (points: string) => `${points} points for joining`, getsOrder: (points: string) => `${points} more at your first order`, heldLine: 'Points come true after your first trip.', join: 'Join', within: (n: number) => `Join within ${n} days`, over: 'This invite campaign is over. You can still join.', toApp: 'I am a member: sign in', invitedBy: (inviter: string) => `Invited by ${inviter}`, codeField: 'Invite code (optional)', useCode: 'Use', cameBy: (inviter: string) => `${inviter} invited you`,
  },
)
