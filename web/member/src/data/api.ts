import { apiOn, Http, newKey, type Balance, type City, type Consent, type Explanation, type Money, type Order, type Page, type PlaceTime, type PointsView, type Said, type SeatClass, type Session, type Ticket, type Tier } from '@waystation/client'

export interface Offer {
  seatClass: SeatClass
  count: number
  coarse: 'many' | 'few' | 'none'
  fare: Money
  why: Explanation | null
  version?: number
}
export interface Connection {
  runId: string
  trainCode: string
  from: PlaceTime
  to: PlaceTime
  durationMinutes: number
  fromCall: number
  toCall: number
  classes: Offer[]
}
export interface Document {
  type: string
  number: string
}
export interface Traveller {
  id: string
  self: boolean
  name: string
  document: Document
  birthDate?: string
  group: string
  studentUntil?: string | null
}
export interface Me {
  id: string
  name: string
  phone: string
  age: number
  groups: string[]
}
export interface Registration {
  phone: string
  code: string
  name: string
  document: Document
  birthDate: string
  gender: string
  city: string
}
export type TicketView = Ticket & { orderId?: string; order?: Order; run?: Order['run'] }

const language = () => document.documentElement.lang === 'en' ? 'en' : 'zh'
export const http = new Http({ language })
const shared = apiOn(http)
const post = <T>(path: string, body?: unknown, key: string = newKey()) => http.post<T>(path, { body, idempotencyKey: key })

/** What the member app asks of the platform, one method each. */
export const api = {
  ...shared,
  sendCode: (phone: string) => post<void>('/v1/member-session/code', { phone }),
  signInByCode: (phone: string, code: string) => post<Session>('/v1/member-session', { phone, code }),
  sandboxCode: async (phone: string) => {
    const codes = await http.get<{ items?: { phone: string; code: string }[] } | { phone: string; code: string }[]>('/v1/sandbox/codes')
    const all = Array.isArray(codes) ? codes : (codes.items ?? [])
    return all.find((one) => one.phone === phone)?.code ?? null // newest first
  },
  register: (registration: Registration, key?: string) => post<{ id: string }>('/v1/members', registration, key),
  me: () => http.get<Me>('/v1/me'),
  tier: () => http.get<Tier>('/v1/me/tier'),
  points: () => http.get<PointsView & { balances?: Balance[] }>('/v1/me/points'),
  travellers: () => http.get<Page<Traveller> | Traveller[]>('/v1/me/travellers'),
  addTraveller: (traveller: unknown, key?: string) => post<Traveller>('/v1/me/travellers', traveller, key),
  verifyStudent: (id: string, body: unknown) => post<Traveller>(`/v1/me/travellers/${encodeURIComponent(id)}:verify-student`, body),
  consents: () => http.get<Page<Consent> | Consent[]>('/v1/me/consents'),
  setConsents: (choices: Consent[]) => http.put<unknown>('/v1/me/consents', { body: { choices } }),
  connections: (from: string, to: string, date: string, group: string, signal?: AbortSignal) =>
    http.get<Page<Connection>>('/v1/journeys', { from, to, date, group }, signal),
  placeOrder: (order: { runId: string; fromCall: number; toCall: number; seatClass: string; travellerIds: string[] }, key: string) =>
    post<Order>('/v1/orders', order, key),
  pay: (orderId: string, key: string) => post<{ payUrl: string; intentId: string }>(`/v1/orders/${encodeURIComponent(orderId)}:pay`, {}, key),
  approve: (intentId: string, key: string) => post<unknown>(`/v1/sandbox-payments/${encodeURIComponent(intentId)}:approve`, {}, key),
  trips: () => http.get<Page<Order>>('/v1/orders'),
  ticket: (id: string) => http.get<TicketView>(`/v1/tickets/${encodeURIComponent(id)}`),
}

export type { Balance, City, Consent, Money, Order, PlaceTime, PointsView, Said, Ticket, Tier }
