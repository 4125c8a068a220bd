import { apiOn, Http, type BodyOf, type Connection, type Consent, type Money, type Order, type QueryOf, type Said, type Shapes, type Ticket, type Tier, type Traveller, type City } from '@waystation/client'

export type Me = Shapes['membership.CardView']
export type Invites = Shapes['referral.InviteViews.MineView']
export type Invitee = Shapes['referral.InviteViews.InviteeView']
export type InviteLink = Shapes['referral.InviteViews.LinkView']
export type Offer = Shapes['booking.OfferView']

const language = () => document.documentElement.lang === 'en' ? 'en' : 'zh'
const shared = apiOn(new Http({ language }))
const { call } = shared

/** What the member app asks of the platform, one method each. */
export const api = {
  ...shared,
  sendCode: (phone: string) => call.post('/v1/member-session/code', { body: { phone } }),
  signInByCode: (phone: string, code: string) => call.post('/v1/member-session', { body: { phone, code } }),
  // Newest first: the first of this phone is the one just sent.
  sandboxCode: async (phone: string) => (await call.get('/v1/sandbox/codes')).find((one) => one.phone === phone)?.code ?? null,
  register: (registration: BodyOf<'post', '/v1/members'>, key?: string) => call.post('/v1/members', { body: registration, key }),
  me: () => call.get('/v1/me'),
  tier: () => call.get('/v1/me/tier'),
  clubs: () => call.get('/v1/me/clubs'),
  savings: () => call.get('/v1/me/savings'),
  nominees: () => call.get('/v1/me/nominees'),
  nominate: (travellerId: string, key: string) => call.post('/v1/me/nominees', { body: { travellerId }, key }),
  endNomination: (travellerId: string, key: string) => call.delete('/v1/me/nominees/{travellerId}', { in: { travellerId }, key }),
  points: () => call.get('/v1/me/points'),
  statement: (query: QueryOf<'/v1/me/points'>) => call.get('/v1/me/points', { query }),
  myClaims: () => call.get('/v1/me/claims'),
  claimPoints: (claim: BodyOf<'post', '/v1/me/claims'>, key: string) => call.post('/v1/me/claims', { body: claim, key }),
  travellers: () => call.get('/v1/me/travellers'),
  addTraveller: (traveller: BodyOf<'post', '/v1/me/travellers'>, key?: string) => call.post('/v1/me/travellers', { body: traveller, key }),
  verifyStudent: (id: string, shown: BodyOf<'post', '/v1/me/travellers/{id}:verify-student'>) => call.post('/v1/me/travellers/{id}:verify-student', { in: { id }, body: shown }),
  studentJourneys: () => call.get('/v1/student-journeys'),
  consents: () => call.get('/v1/me/consents'),
  timeZone: () => call.get('/v1/me/time-zone'),
  giveTimeZone: (zone: string | null) => call.put('/v1/me/time-zone', { body: { zone } }),
  setConsents: (choices: BodyOf<'put', '/v1/me/consents'>['choices']) => call.put('/v1/me/consents', { body: { choices } }),
  consentLines: () => call.get('/v1/me/consent-lines'),
  myConsentProof: (channel: string, purpose: string) => call.get('/v1/me/consent-proof', { query: { channel, purpose } }),
  myRequests: () => call.get('/v1/me/privacy-requests'),
  myData: () => call.get('/v1/me/data'),
  eraseMe: (reason: string, key: string) => call.post('/v1/me:erase', { body: { reason }, key }),
  placeOrder: (order: BodyOf<'post', '/v1/orders'>, key: string) => call.post('/v1/orders', { body: order, key }),
  awardSeats: (run: string | null) => call.get('/v1/award-seats', { query: run ? { run } : {} }),
  takeAward: (wish: BodyOf<'post', '/v1/award-orders'>, key: string) => call.post('/v1/award-orders', { body: wish, key }),
  household: () => call.get('/v1/me/household'),
  formHousehold: (key: string) => call.post('/v1/me/household', { key }),
  setHousehold: (rules: BodyOf<'put', '/v1/me/household'>, key: string) => call.put('/v1/me/household', { body: rules, key }),
  inviteKin: (who: string, key: string) => call.post('/v1/me/household/invitations', { body: { who }, key }),
  acceptInvitation: (id: string, key: string) => call.post('/v1/me/household/invitations/{id}:accept', { in: { id }, key }),
  declineInvitation: (id: string, key: string) => call.post('/v1/me/household/invitations/{id}:decline', { in: { id }, key }),
  limitKin: (memberId: string, monthlyLimit: number | null, key: string) => call.put('/v1/me/household/kin/{memberId}/limit', { in: { memberId }, body: { monthlyLimit }, key }),
  shareKin: (memberId: string, percent: number, key: string) => call.put('/v1/me/household/kin/{memberId}/share', { in: { memberId }, body: { percent }, key }),
  endKin: (memberId: string, key: string) => call.delete('/v1/me/household/kin/{memberId}', { in: { memberId }, key }),
  disbandHousehold: (key: string) => call.post('/v1/me/household:disband', { key }),
  pool: () => call.get('/v1/me/pool'),
  transferRule: () => call.get('/v1/transfer-rule'),
  transfer: (to: string, amount: number, key: string) => call.post('/v1/me/transfers', { body: { to, amount }, key }),
  partnerOffers: () => call.get('/v1/me/partners'),
  conversions: () => call.get('/v1/me/conversions'),
  convert: (wish: BodyOf<'post', '/v1/me/conversions'>, key: string) => call.post('/v1/me/conversions', { body: wish, key }),
  myCoupons: () => call.get('/v1/me/coupons'),
  claimable: () => call.get('/v1/me/claimable-coupons'),
  claimCoupon: (campaignId: string, key: string) => call.post('/v1/me/coupons', { body: { campaignId }, key }),
  entitlements: () => call.get('/v1/me/entitlements'),
  placeReward: (rewardId: string, points: number, key: string) => call.post('/v1/me/reward-orders', { body: { rewardId, points }, key }),
  givenGifts: () => call.get('/v1/me/given-rewards'),
  receivedGifts: () => call.get('/v1/me/reward-gifts'),
  gift: (code: string) => call.get('/v1/me/reward-gifts/{code}', { in: { code } }),
  giveReward: (reference: string, key: string) => call.post('/v1/me/reward-orders/{reference}:gift', { in: { reference }, key }),
  takeGift: (code: string, key: string) => call.post('/v1/me/reward-gifts', { body: { code }, key }),
  declineGift: (code: string, key: string) => call.post('/v1/me/reward-gifts:decline', { body: { code }, key }),
  cancelReward: (reference: string, key: string) => call.post('/v1/me/reward-orders/{reference}:cancel', { in: { reference }, key }),
  offers: (cart: BodyOf<'post', '/v1/me/carts:preview'>) => call.post('/v1/me/carts:preview', { body: cart }),
  bookPark: (slot: string, people: number, key: string) => call.post('/v1/park/orders', { body: { slot, people }, key }),
  parkOrders: () => call.get('/v1/me/park-orders'),
  passes: () => call.get('/v1/me/passes'),
  passProducts: () => call.get('/v1/pass-products'),
  buyPass: (productId: string, points: number, key: string) => call.post('/v1/me/passes', { body: { productId, points }, key }),
  carePass: (id: string, step: 'renew' | 'replace', key: string) => call.post(`/v1/me/passes/{id}:${step}`, { in: { id }, body: {}, key }),
  passQuote: (id: string) => call.get('/v1/me/passes/{id}/return-quote', { in: { id } }),
  returnPass: (id: string, key: string) => call.post('/v1/me/passes/{id}:return', { in: { id }, key }),
  auctions: () => call.get('/v1/auctions'),
  bid: (id: string, most: number, key: string) => call.post('/v1/me/auctions/{id}:bid', { in: { id }, body: { most }, key }),
  draws: () => call.get('/v1/draws'),
  spin: (id: string, key: string) => call.post('/v1/me/draws/{id}:spin', { in: { id }, key }),
  challenges: () => call.get('/v1/challenges'),
  board: (metric: string) => call.get('/v1/leaderboards/{metric}', { in: { metric } }),
  invites: () => call.get('/v1/me/invites'),
  inviteLink: (channel: string, device: string, key?: string) => call.post('/v1/me/invite-links', { body: { channel, device }, key }),
  invitees: () => call.get('/v1/me/invitees'),
  inviteBoard: () => call.get('/v1/me/invite-board'),
  invitedBy: () => call.get('/v1/me/invitation'),
  invite: (code: string) => call.get('/v1/invites/{code}', { in: { code } }),
  followInvite: (code: string, device: string, visitor: string | null, key?: string) => call.post('/v1/invites/{code}/touches', { in: { code }, body: { device, visitor }, key }),
  trips: () => call.get('/v1/orders'),
  ticket: (id: string) => call.get('/v1/tickets/{id}', { in: { id } }),
}

/** A city as one picks it. */
export type CityChoice = Pick<City, 'code' | 'name'>
export type { Connection, Consent, Money, Order, Said, Ticket, Tier, Traveller }
