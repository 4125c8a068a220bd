import { dictionary } from '@waystation/design'

/** What the trail keeps, by the code of each action. */
export const actionWords = dictionary(
  { PersonalDataRevealed: '查看会员隐私', ConsentChanged: '更改授权', MemberCorrected: '更正会员资料', MemberLeft: '移除会员', MembersLinked: '合并或撤销合并会员', PointsCorrected: '更正积分', ClaimDecided: '处理补登申请', InvitationReviewed: '复核邀请', ReleasePlanPublished: '发布放票方案', StaffSignedIn: '登录', StaffSignedOut: '退出登录', StaffSignInFailed: '登录失败', StaffSignInLocked: '登录被锁定', StaffAdded: '新增员工', StaffChanged: '变更员工', ApiKeyIssued: '发放接口密钥', ApiKeyRevoked: '吊销接口密钥' },
  { PersonalDataRevealed: 'Revealed personal data', ConsentChanged: 'Changed a consent', MemberCorrected: 'Corrected a member', MemberLeft: 'Removed a member', MembersLinked: 'Merged members or undid it', PointsCorrected: 'Corrected a balance', ClaimDecided: 'Decided a claim', InvitationReviewed: 'Reviewed an invitation', ReleasePlanPublished: 'Published a release plan', StaffSignedIn: 'Signed in', StaffSignedOut: 'Signed out', StaffSignInFailed: 'Failed to sign in', StaffSignInLocked: 'Locked out', StaffAdded: 'Added staff', StaffChanged: 'Changed staff', ApiKeyIssued: 'Issued an API key', ApiKeyRevoked: 'Revoked an API key' },
)
