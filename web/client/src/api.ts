import { newKey, type Http, type Query } from './http'
import { memberOf, type MemberAnswer } from './member'
import type * as M from './model'

const seg = encodeURIComponent

/** Every operation the two apps use, one method each. A write takes the key of the user's action. */
export function apiOn(http: Http) {
  const post = <T>(path: string, body?: unknown, key: string = newKey(), signal?: AbortSignal) =>
    http.post<T>(path, { body, idempotencyKey: key, signal })
  const list = <T>(path: string) => (query: Query = {}, signal?: AbortSignal) => http.get<M.Page<T>>(path, query, signal)

  return {
    http,

    session: () => http.get<M.Session>('/v1/session'),
    signIn: (login: string, password: string) => post<M.Session>('/v1/session', { login, password }),
    signOut: () => http.delete<void>('/v1/session'),
    changePassword: (present: string, next: string, key?: string) => post<M.Session>('/v1/session/password', { present, next }, key),
    world: () => http.get<M.World>('/v1/world'),
    play: (hours: number, key?: string) => post<M.Job>('/v1/world/play', { hours }, key),

    job: (id: string) => http.get<M.Job>(`/v1/jobs/${seg(id)}`),
    jobs: () => http.get<M.Page<M.Job> | M.Job[]>('/v1/jobs'),
    cancelJob: (id: string, key?: string) => post<M.Job>(`/v1/jobs/${seg(id)}:cancel`, undefined, key),

    cities: (q: string, signal?: AbortSignal) => http.get<M.City[] | M.Page<M.City>>('/v1/cities', { q }, signal),
    stations: list<M.Station>('/v1/stations'),
    trains: list<M.Train>('/v1/trains'),
    run: (id: string) => http.get<M.Run>(`/v1/runs/${seg(id)}`),
    importTimetable: (file: File, key?: string) => {
      const form = new FormData()
      form.append('file', file)
      return post<M.Job>('/v1/timetable-imports', form, key)
    },
    timetableImport: (id: string) => http.get<M.TimetableImport>(`/v1/timetable-imports/${seg(id)}`),
    parkRides: () => http.get<M.Page<M.ParkRide> | M.ParkRide[]>('/v1/park/rides'),
    parkSlots: (date: string) => http.get<M.Page<M.ParkSlot> | M.ParkSlot[]>('/v1/park/slots', { date }),

    releaseBoard: (date: string) => http.get<M.Page<M.ReleaseTrain> | M.ReleaseTrain[]>('/v1/release-board', { date }),
    board: (runId: string, seatClass: string) => http.get<M.Board>(`/v1/runs/${seg(runId)}/board`, { class: seatClass }),
    releasePlans: list<M.ReleasePlan>('/v1/release-plans'),
    draftPlan: (plan: unknown, key?: string) => post<M.ReleasePlan>('/v1/release-plans', plan, key),
    previewPlan: (id: string, key?: string) => post<M.PlanPreview>(`/v1/release-plans/${seg(id)}:preview`, {}, key),
    publishPlan: (id: string, key?: string) => post<M.ReleasePlan>(`/v1/release-plans/${seg(id)}:publish`, {}, key),

    orders: list<M.Order>('/v1/orders'),
    order: (id: string) => http.get<M.Order>(`/v1/orders/${seg(id)}`),
    cancelOrder: (id: string, key?: string) => post<M.Order>(`/v1/orders/${seg(id)}:cancel`, {}, key),
    checkAtGate: (check: { code: string; gate: string; stationCode: string }, key?: string) => post<M.GateCheck>('/v1/gate/check', check, key),
    recentChecks: () => http.get<M.Page<M.RecentCheck>>('/v1/gate/recent'),

    members: list<M.MemberRow>('/v1/members'),
    member: async (id: string) => memberOf(await http.get<MemberAnswer>(`/v1/members/${seg(id)}`)),
    timeline: (id: string, query: Query = {}) => http.get<M.Page<M.TimelineItem>>(`/v1/members/${seg(id)}/timeline`, query),
    memberPoints: (id: string) => http.get<M.PointsView>(`/v1/members/${seg(id)}/points`),
    reveal: (id: string, field: string, reason: string, key?: string) => post<{ field: string; value: string }>(`/v1/members/${seg(id)}:reveal`, { field, reason }, key),
    explanation: (id: string) => http.get<M.Explanation>(`/v1/explanations/${seg(id)}`),

    attributes: () => http.get<M.AttributeDefinition[] | M.Page<M.AttributeDefinition>>('/v1/attributes'),
    segments: list<M.Segment>('/v1/segments'),
    segment: (id: string) => http.get<M.Segment>(`/v1/segments/${seg(id)}`),
    createSegment: (segment: { name: string; condition: M.ConditionJson }, key?: string) => post<M.Segment>('/v1/segments', segment, key),
    countSegment: (condition: M.ConditionJson, signal?: AbortSignal) => post<M.SegmentCount>('/v1/segments:count', { condition }, undefined, signal),
    publishSegment: (id: string, key?: string) => post<M.Segment>(`/v1/segments/${seg(id)}:publish`, {}, key),
    segmentMembers: (id: string, query: Query = {}) => http.get<M.Page<M.MemberRow>>(`/v1/segments/${seg(id)}/members`, query),
    explainSegment: (id: string, member: string) => http.get<M.Explanation>(`/v1/segments/${seg(id)}/explain`, { member }),
    tags: list<M.TagDefinition>('/v1/tags'),

    journeys: list<M.Journey>('/v1/campaign-journeys'),
    journey: (id: string) => http.get<M.Journey>(`/v1/campaign-journeys/${seg(id)}`),
    publishJourney: (id: string, key?: string) => post<M.Journey>(`/v1/campaign-journeys/${seg(id)}:publish`, {}, key),
    pauseJourney: (id: string, key?: string) => post<M.Journey>(`/v1/campaign-journeys/${seg(id)}:pause`, {}, key),
    enrolments: (id: string, query: Query = {}) => http.get<M.Page<M.Enrolment>>(`/v1/campaign-journeys/${seg(id)}/enrolments`, query),
    messages: list<M.OutboxMessage>('/v1/messages'),

    home: () => http.get<M.HomeCard[] | { cards: M.HomeCard[] }>('/v1/home'),
    search: (q: string, signal?: AbortSignal) => http.get<M.Found[] | M.Page<M.Found>>('/v1/search', { q }, signal),
    audit: list<M.AuditEntry>('/v1/audit'),
    staff: list<M.StaffMember>('/v1/staff'),
    addStaff: (staff: { login: string; name: string; roles: string[] }, key?: string) => post<M.StaffMember>('/v1/staff', staff, key),
    roles: () => http.get<M.Role[] | M.Page<M.Role>>('/v1/roles'),
    apiClients: list<M.ApiClient>('/v1/api-clients'),
    addApiClient: (client: { name: string; scopes: string[] }, key?: string) => post<M.ApiClient>('/v1/api-clients', client, key),
    revokeApiClient: (id: string, key?: string) => post<void>(`/v1/api-clients/${seg(id)}:revoke`, undefined, key),
  }
}

export type Api = ReturnType<typeof apiOn>

/** Some small lists are plain arrays, others pages: a screen that shows them whole need not care. */
export function itemsOf<T>(answer: T[] | { items: T[] } | null | undefined): T[] {
  if (!answer) return []
  return Array.isArray(answer) ? answer : answer.items
}
