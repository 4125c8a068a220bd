/** Shapes of the REST contract that this client reads. Times are RFC 3339, dates ISO, money in minor units. */
export interface Said { zh: string; en: string }
export interface Money { minor: number; currency: string }
export interface Page<T> { items: T[]; next: string | null }

export interface Reason { code: string; held: boolean; text: Said; values?: Record<string, unknown> | null }
export interface Explanation { sentence: Said; reasons: Reason[] }

// Session and world
export type Caller =
  | { kind: 'staff'; id: string | number; name: string; roles: string[]; permissions: string[]; mustChangePassword?: boolean }
  | { kind: 'member'; memberId: string }
  | { kind: 'client' | 'anonymous' }
export interface Session { caller: Caller }
export interface World { name: Said; demo: boolean; simulated: boolean; now: string; zone: string; languages: string[] }

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'partial'
export interface Job {
  id: string
  kind: string
  state: JobState
  done: number
  total: number | null
  rate?: number | null
  remainingSeconds?: number | null
  result?: unknown
  error?: Said | string | null
  label?: Said | null
}

// Catalogue
export interface Station { code: string; name?: Said; nameZh?: string; nameEn?: string; cityCode: string }
export interface City { code: string; name: Said; stations?: Station[] }
export interface PlaceTime { station: string; name: Said; time: string }
export interface Train {
  trainId: string
  runId?: string | null
  code: string
  from: PlaceTime | Said | string
  to: PlaceTime | Said | string
  departs: string
  arrives: string
  stops: number
  runsOn: string | string[] | null
}
export interface Call { index: number; stationCode: string; nameZh: string; nameEn: string; cityCode: string; arrives: string; departs: string }
export interface ClassOffer { seatClass: SeatClass; seatCount: number }
export type SeatClass = 'business' | 'first' | 'second' | 'standing'
export interface Run { id: string; trainId: string; trainCode: string; serviceDate: string; calls: Call[]; classes: ClassOffer[] }
export interface ImportProblem { file: string; line: number; column: string; value: string; code: string; blocking: boolean; message: Said; remedy: Said }
export interface TimetableImport {
  id: string
  state?: string
  summary: { stations: number; trains: number; calls: number; triples: number; new: number; changed: number; unchanged: number } | null
  problems: ImportProblem[]
}

// Release
export interface ReleaseTrain {
  runId: string
  trainCode: string
  from: Said | string
  to: Said | string
  departs: string
  classes: { seatClass: SeatClass; seats: number; sold: number; held?: number; fill: number }[]
  planState?: string | null
}
export interface BoardCell { from: number; to: number; free: number; available: number; limit: number | null; sold: number; held: number; why: Explanation | null }
export interface BoardBatch { name: Said; at?: string | null; trigger?: Said | string | null; state: string; amount: number | null }
export interface PlanBucket { key: string; name?: Said | null; trips: string; group?: string | null; channel?: string | null; nested?: boolean | null; fromCall?: number | null; toCall?: number | null; [more: string]: unknown }
export interface PlanStep { from?: string | null; to: string; seats?: number | null; share?: number | null }
export interface PlanBatch { key: string; name?: Said | null; daysBefore?: number | null; at?: string | null; minutesBefore?: number | null; instant?: string | null; soldShare?: number | null; steps: PlanStep[]; [more: string]: unknown }
export interface ReleasePlan {
  id: string
  name: Said
  trainCode: string
  class: SeatClass
  version: number
  state: 'draft' | 'published' | 'retired' | string
  buckets: PlanBucket[]
  batches: PlanBatch[]
  publishedAt: string | null
  publishedBy: string | null
}
export interface Board {
  runId: string
  trainCode?: string
  serviceDate?: string
  seatClass?: SeatClass
  calls: Call[]
  cells: BoardCell[]
  batches: BoardBatch[]
  figures: { seats: number; soldShare: number; revenue?: Money | null; revenueBound?: Money | null; refused?: number | null; nextBatchAt?: string | null }
  plan: ReleasePlan | null
  asOf?: string
}
export interface PlanPreview {
  verdict: Said
  good: boolean
  why: Explanation | null
  rows: { code: string; label: Said; unit?: string; before: number | null; after: number | null; difference: number | null }[]
  cells: { from: number; to: number; before: number; after: number }[]
  trips: { from: number; to: number; group: string }[]
  openings: { batch: string; at: string | null; counts: number[] }[]
}

// Orders
export type OrderStatus = 'held' | 'paid' | 'cancelled' | 'expired'
export interface Ticket {
  id: string
  traveller: string | { name: string; document?: string; group?: string }
  seat: { car: string; label: string }
  status: 'issued' | 'checked_in' | 'completed' | 'refunded' | string
  code?: string | null
  fare?: Money
}
export interface Order {
  id: string
  status: OrderStatus
  expiresAt?: string | null
  placedAt?: string | null
  amount: Money
  memberId?: string | null
  run: { runId: string; trainCode: string; serviceDate?: string; seatClass?: SeatClass; from: PlaceTime; to: PlaceTime }
  tickets: Ticket[]
}
export interface GateCheck {
  decision: 'admit' | 'refuse'
  reasonCode: string
  sentence: Said
  ticket: { id: string; trainCode: string; seatClass: string; car: string; seat: string; group: string; from: Said; to: Said; departs: string; checkedInAt: string | null } | null
}
export interface RecentCheck { at: string; gate: string; stationCode: string; ticketId: string | null; decision: 'admit' | 'refuse'; reasonCode: string; sentence: Said }

// Members
export interface MemberRow {
  id: string
  name: string
  phone: string
  document?: { type: string; number: string } | null
  age?: number | null
  city?: string | Said | null
  joinedAt?: string | null
  registeredAt?: string | null
  groups?: string[]
  tier?: Tier | string | null
  points?: number | null
}
export interface Tier { code: string; name: Said; since?: string | null; until?: string | null; why?: Explanation | string | null; next?: { code: string; name: Said; gaps: { metric: string; label: Said; have: number; needed: number; missing: number }[] } | null }
export interface Balance { currency: string; amount: number; expiring?: { amount: number; on: string } | null; why?: Explanation | string | null }
export interface MemberTag { code: string; name: Said; addedAt?: string; why?: Explanation | string | null }
export interface MemberSegment { id: string; name: Said | string; since?: string; why?: Explanation | string | null }
export interface Consent { channel: string; purpose: string; granted: boolean; since?: string | null; source?: string | null }
export interface Member360 {
  id: string
  card: MemberRow
  tier: Tier | null
  balances: Balance[]
  tags: MemberTag[]
  segments: MemberSegment[]
  consents: Consent[]
  figures: { code: string; label: Said; value: number | string | Money; unit?: string | Said | null; note?: Said | null; why?: Explanation | string | null }[]
}
export interface TimelineItem { id?: string; at: string; kind: string; title: Said; detail?: Said | null; why?: string | Explanation | null; amount?: number | null; href?: string | null }
export interface PointsLot { lastDay: string; source: string | Said; funding?: string; original: number; free: number; held: number }
export interface PointsLine { entryNo: number; kind: string; label: Said; amount: number; source: string; expiresOn: string | null; balanceAfter: number; at: string; why: string | null }
export interface PointsView { spendable: number; held: number; debt: number; lots: PointsLot[]; postings: Page<PointsLine> }

// Audience
export interface AttributeDefinition {
  name: string
  label: Said
  type: 'number' | 'string' | 'boolean' | 'date' | 'set' | string
  unit?: Said | null
  operators: string[]
  values?: { value: string | number | boolean; label: Said }[] | null
  group?: Said | null
}
export type ConditionJson = { [key: string]: unknown }
export interface SegmentCount {
  count: number
  leaves: { path: string; count: number }[]
  sentence: Said
  tookMillis: number
  waterfall: { code: string; label: Said; count: number }[]
  faces: { sql: string | null; bitmap: string | null; refusals: { face: string; path: string; reason: Said; remedy: Said }[] }
  universe: number
  asOf: string
}
export interface Segment {
  id: string
  name: Said | string
  state: 'draft' | 'published' | string
  version?: number
  condition: ConditionJson
  sentence?: Said | null
  count?: number | null
  countedAt?: string | null
  updatedAt?: string | null
  daily?: { date: string; entered: number; left: number }[] | null
}
export interface TagDefinition { code: string; name: Said; description?: Said | null; kind?: string; rule?: Said | null; count?: number | null; updatedAt?: string | null }

// Journeys and messages
export interface JourneyNode { id: string; kind: string; label: Said; x?: number; y?: number; settings?: Record<string, unknown> }
export interface JourneyEdge { from: string; to: string; port?: string; label?: Said | string | null }
export interface NodeCounter { entered: number; waiting: number; done: number; left: number; withheld: number }
export interface JourneyProblem { kind: string; node: string; value: string }
export interface Journey {
  id: string
  name: Said | string
  state: 'draft' | 'published' | 'paused' | string
  version: number
  graph?: { nodes: JourneyNode[]; edges: JourneyEdge[] }
  counters?: Record<string, NodeCounter> | null
  problems?: JourneyProblem[]
  converted?: number | null
  enrolled?: number | null
  active?: number | null
  completed?: number | null
  publishedAt?: string | null
}
export interface Enrolment { id: string; memberId: string; version: number; node: string; state: string; since: string; wakesAt: string | null; path: { node: string; code: string; at: string; why: Explanation }[] }
export interface OutboxMessage {
  id: string
  memberId?: string | null
  memberMasked: string
  channel: string
  purpose?: string
  title: Said | string | null
  body: Said | string
  status: string
  at: string
  why?: Explanation | string | null
}

// Insight and access
export interface HomeCard {
  code: string
  label: Said
  value: number | string | Money | null
  unit?: string | Said | null
  asOf?: string | null
  href?: string | null
  trend?: number[] | null
  note?: Said | string | null
  group?: string | null
}
export interface Found { kind: string; title: Said | string; subtitle?: Said | string | null; href: string }
/** One entry of the trail; each digest covers the one before it. */
export interface AuditEntry { sequence: number; occurredAt: string; actor: string; action: string; subject: number | string; detail: string; previous: string; digest: string }
export interface StaffMember { id: string; login: string; name: string; roles: string[]; active: boolean; oneTimePassword?: string | null }
export interface Role { code: string; label: Said; permissions: string[] }
export interface ApiClient { id: string; name: string; scopes: string[]; prefix: string; createdAt?: string | null; lastUsedAt?: string | null; revokedAt?: string | null; key?: string | null }
export interface ParkRide { id: string; name: Said; capacityPerSlot?: number; slotMinutes?: number; zone?: Said | null; kind?: string }
export interface ParkSlot { id?: string; rideId?: string; ride?: Said; starts: string; ends?: string; capacity: number; taken: number }
