import { apiOn, Http, type BodyOf, type Connection, type Consent, type Money, type Order, type Said, type Shapes, type Ticket, type Tier, type Traveller, type City } from '@waystation/client'

export type Me = Shapes['membership.CardView']
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
  nominees: () => call.get('/v1/me/nominees'),
  nominate: (travellerId: string, key: string) => call.post('/v1/me/nominees', { body: { travellerId }, key }),
  endNomination: (travellerId: string, key: string) => call.delete('/v1/me/nominees/{travellerId}', { in: { travellerId }, key }),
  points: () => call.get('/v1/me/points'),
  travellers: () => call.get('/v1/me/travellers'),
  addTraveller: (traveller: BodyOf<'post', '/v1/me/travellers'>, key?: string) => call.post('/v1/me/travellers', { body: traveller, key }),
  verifyStudent: (id: string, enrolmentNumber: string) => call.post('/v1/me/travellers/{id}:verify-student', { in: { id }, body: { enrolmentNumber } }),
  consents: () => call.get('/v1/me/consents'),
  setConsents: (choices: BodyOf<'put', '/v1/me/consents'>['choices']) => call.put('/v1/me/consents', { body: { choices } }),
  connections: (from: string, to: string, date: string, group: string, signal?: AbortSignal) =>
    call.get('/v1/journeys', { query: { from, to, date, group }, signal }),
  placeOrder: (order: BodyOf<'post', '/v1/orders'>, key: string) => call.post('/v1/orders', { body: order, key }),
  pay: (id: string, key: string) => call.post('/v1/orders/{id}:pay', { in: { id }, key }),
  approve: (intentId: string, key: string) => call.post('/v1/sandbox-payments/{intentId}:approve', { in: { intentId }, key }),
  myCoupons: () => call.get('/v1/me/coupons'),
  claimable: () => call.get('/v1/me/claimable-coupons'),
  claimCoupon: (campaignId: string, key: string) => call.post('/v1/me/coupons', { body: { campaignId }, key }),
  entitlements: () => call.get('/v1/me/entitlements'),
  placeReward: (rewardId: string, points: number, key: string) => call.post('/v1/me/reward-orders', { body: { rewardId, points }, key }),
  cancelReward: (reference: string, key: string) => call.post('/v1/me/reward-orders/{reference}:cancel', { in: { reference }, key }),
  offers: (cart: BodyOf<'post', '/v1/me/carts:preview'>) => call.post('/v1/me/carts:preview', { body: cart }),
  bookPark: (slot: string, people: number, key: string) => call.post('/v1/park/orders', { body: { slot, people }, key }),
  parkOrders: () => call.get('/v1/me/park-orders'),
  trips: () => call.get('/v1/orders'),
  ticket: (id: string) => call.get('/v1/tickets/{id}', { in: { id } }),
}

/** A city as one picks it. */
export type CityChoice = Pick<City, 'code' | 'name'>
export type { Connection, Consent, Money, Order, Said, Ticket, Tier, Traveller }
