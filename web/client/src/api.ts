import { Calls, type BodyOf, type QueryOf } from './calls'
import type { Http } from './http'

/** Every operation the two apps use, one method each. A write takes the key of the user's action. */
export function apiOn(http: Http) {
  const call = new Calls(http)
  return {
    http,
    call,

    session: () => call.get('/v1/session'),
    signIn: (login: string, password: string) => call.post('/v1/session', { body: { login, password } }),
    signOut: () => call.delete('/v1/session'),
    changePassword: (present: string, next: string, key?: string) => call.post('/v1/session/password', { body: { present, next }, key }),
    world: () => call.get('/v1/world'),
    play: (hours: number, key?: string) => call.post('/v1/world/play', { body: { hours }, key }),

    job: (id: string) => call.get('/v1/jobs/{id}', { in: { id } }),
    jobs: (query: QueryOf<'/v1/jobs'> = {}) => call.get('/v1/jobs', { query }),
    cancelJob: (id: string, key?: string) => call.post('/v1/jobs/{id}:cancel', { in: { id }, key }),

    claims: (query: QueryOf<'/v1/claims'> = {}) => call.get('/v1/claims', { query }),
    takeClaim: (passed: string[], key?: string) => call.post('/v1/claims:take', { body: { passed }, key }),
    leaveClaims: (key?: string) => call.post('/v1/claims:leave', { key }),
    decideClaim: (id: string, verdict: BodyOf<'post', '/v1/claims/{id}:decide'>, key?: string) => call.post('/v1/claims/{id}:decide', { in: { id }, body: verdict, key }),
    askAdjustment: (member: string, wish: BodyOf<'post', '/v1/members/{id}/adjustments'>, key?: string) => call.post('/v1/members/{id}/adjustments', { in: { id: member }, body: wish, key }),
    adjustments: (query: QueryOf<'/v1/adjustments'> = {}) => call.get('/v1/adjustments', { query }),
    approveAdjustment: (id: string, key?: string) => call.post('/v1/adjustments/{id}:approve', { in: { id }, body: {}, key }),
    refuseAdjustment: (id: string, comment: string, key?: string) => call.post('/v1/adjustments/{id}:refuse', { in: { id }, body: { comment }, key }),
    liability: (query: QueryOf<'/v1/points/liability'>) => call.get('/v1/points/liability', { query }),
    runLiability: (period: string, key?: string) => call.post('/v1/points/liability:run', { body: { currency: 'points', period }, key }),
    lockLiability: (period: string, key?: string) => call.post('/v1/points/liability:lock', { body: { currency: 'points', period }, key }),
    moneyMatch: (day: string) => call.get('/v1/finance/match', { query: { day } }),
    storedFlow: (day: string) => call.get('/v1/stored-value/flow', { query: { day } }),
    tellCustody: (day: string, minor: number, key?: string) => call.put('/v1/stored-value/custody', { body: { day, minor }, key }),
    trialBalance: () => call.get('/v1/points/trial-balance'),
    checkBooks: () => call.get('/v1/points/check'),
    cards: (query: QueryOf<'/v1/cards'>) => call.get('/v1/cards', { query }),
    openCard: (opening: BodyOf<'post', '/v1/cards'>, key?: string) => call.post('/v1/cards', { body: opening, key }),
    refundCard: (id: string, topUp: number | null, key?: string) => call.post('/v1/cards/{id}:refund', { in: { id }, body: { topUp }, key }),
    topUpCard: (id: string, load: BodyOf<'post', '/v1/cards/{id}:top-up'>, key?: string) => call.post('/v1/cards/{id}:top-up', { in: { id }, body: load, key }),
    careForCard: (id: string, care: BodyOf<'post', '/v1/cards/{id}:care'>, key?: string) => call.post('/v1/cards/{id}:care', { in: { id }, body: care, key }),

    importSubjects: () => call.get('/v1/import-subjects'),
    imports: (query: QueryOf<'/v1/imports'> = {}) => call.get('/v1/imports', { query }),
    importedFile: (id: string) => call.get('/v1/imports/{id}', { in: { id } }),
    uploadRows: (subject: string, file: File, key?: string) => {
      const form = new FormData()
      form.append('file', file)
      form.append('subject', subject)
      return call.post('/v1/imports', { body: form, key })
    },
    importColumns: (id: string, columns: string[], key?: string) => call.put('/v1/imports/{id}/columns', { in: { id }, body: { columns }, key }),
    importStep: (id: string, step: 'check' | 'run' | 'undo', key?: string) =>
      step === 'check' ? call.post('/v1/imports/{id}:check', { in: { id }, key }) : step === 'run' ? call.post('/v1/imports/{id}:run', { in: { id }, key }) : call.post('/v1/imports/{id}:undo', { in: { id }, key }),
    approveImport: (id: string, key?: string) => call.post('/v1/imports/{id}:approve', { in: { id }, key }),
    refusedRows: (id: string, query: QueryOf<'/v1/imports/{id}/refused-rows'> = {}) => call.get('/v1/imports/{id}/refused-rows', { in: { id }, query }),

    cities: (q: string, signal?: AbortSignal) => call.get('/v1/cities', { query: { q }, signal }),
    stations: (query: QueryOf<'/v1/stations'> = {}, signal?: AbortSignal) => call.get('/v1/stations', { query, signal }),
    trains: (query: QueryOf<'/v1/trains'> = {}, signal?: AbortSignal) => call.get('/v1/trains', { query, signal }),
    run: (id: string) => call.get('/v1/runs/{id}', { in: { id } }),
    importTimetable: (file: File, key?: string) => {
      const form = new FormData()
      form.append('file', file)
      return call.post('/v1/timetable-imports', { body: form, key })
    },
    timetableImports: (query: QueryOf<'/v1/timetable-imports'> = {}) => call.get('/v1/timetable-imports', { query }),
    timetableImport: (id: string) => call.get('/v1/timetable-imports/{id}', { in: { id } }),
    parkRides: () => call.get('/v1/park/rides'),
    parkSlots: (date: string) => call.get('/v1/park/slots', { query: { date } }),
    parkPasses: () => call.get('/v1/park/passes'),

    releaseBoard: (date: string) => call.get('/v1/release-board', { query: { date } }),
    board: (id: string, seatClass: string) => call.get('/v1/runs/{id}/board', { in: { id }, query: { class: seatClass } }),
    releasePlans: (query: QueryOf<'/v1/release-plans'> = {}) => call.get('/v1/release-plans', { query }),
    draftPlan: (plan: BodyOf<'post', '/v1/release-plans'>, key?: string) => call.post('/v1/release-plans', { body: plan, key }),
    previewPlan: (id: string, run: string) => call.post('/v1/release-plans/{id}:preview', { in: { id }, query: { run } }),
    releasePlan: (id: string) => call.get('/v1/release-plans/{id}', { in: { id } }),
    publishPlan: (id: string, version?: string, key?: string) => call.post('/v1/release-plans/{id}:publish', { in: { id }, version, key }),

    orders: (query: QueryOf<'/v1/orders'> = {}, signal?: AbortSignal) => call.get('/v1/orders', { query, signal }),
    order: (id: string) => call.get('/v1/orders/{id}', { in: { id } }),
    cancelOrder: (id: string, key?: string) => call.post('/v1/orders/{id}:cancel', { in: { id }, key }),
    refundQuote: (id: string) => call.get('/v1/tickets/{id}/refund-quote', { in: { id } }),
    refundTicket: (id: string, key?: string) => call.post('/v1/tickets/{id}:refund', { in: { id }, key }),
    checkAtGate: (check: BodyOf<'post', '/v1/gate/check'>, key?: string) => call.post('/v1/gate/check', { body: check, key }),
    recentChecks: () => call.get('/v1/gate/recent'),

    members: (query: QueryOf<'/v1/members'> = {}, signal?: AbortSignal) => call.get('/v1/members', { query, signal }),
    member: (id: string) => call.get('/v1/members/{id}', { in: { id } }),
    timeline: (id: string, query: QueryOf<'/v1/members/{id}/timeline'> = {}) => call.get('/v1/members/{id}/timeline', { in: { id }, query }),
    memberPoints: (id: string) => call.get('/v1/members/{id}/points', { in: { id } }),
    memberBenefits: (id: string) => call.get('/v1/members/{id}/benefits', { in: { id } }),
    memberHousehold: (id: string) => call.get('/v1/members/{id}/household', { in: { id } }),
    consentLines: (id: string) => call.get('/v1/members/{id}/consent-lines', { in: { id } }),
    freezeHousehold: (id: string, reason: string, key?: string) => call.post('/v1/households/{id}:freeze', { in: { id }, body: { reason }, key }),
    thawHousehold: (id: string, key?: string) => call.post('/v1/households/{id}:thaw', { in: { id }, key }),
    reveal: (id: string, field: string, reason: string, key?: string) => call.post('/v1/members/{id}:reveal', { in: { id }, body: { field, reason }, key }),
    explanation: (id: string) => call.get('/v1/explanations/{id}', { in: { id } }),

    earningProgrammes: () => call.get('/v1/earning-programmes'),
    earningRules: () => call.get('/v1/earning-rules'),
    earningRule: (code: string) => call.get('/v1/earning-rules/{code}', { in: { code } }),
    readRule: (rule: BodyOf<'post', '/v1/earning-rules:preview'>) => call.post('/v1/earning-rules:preview', { body: rule }),
    draftRule: (rule: BodyOf<'post', '/v1/earning-rules'>, version?: string, key?: string) => call.post('/v1/earning-rules', { body: rule, version, key }),
    publishRule: (code: string, at: string | null, version?: string, key?: string) => call.post('/v1/earning-rules/{code}:publish', { in: { code }, body: { at }, version, key }),
    backTestRule: (code: string, days: { from: string; to: string }, key?: string) => call.post('/v1/earning-rules/{code}:back-test', { in: { code }, body: days, key }),
    tryEarning: (trial: BodyOf<'post', '/v1/earning-events:preview'>) => call.post('/v1/earning-events:preview', { body: trial }),
    simulateClub: (code: string, tiers: BodyOf<'post', '/v1/clubs/{code}:simulate'>['tiers'], key?: string) => call.post('/v1/clubs/{code}:simulate', { in: { code }, body: { tiers }, key }),
    club: (code: string) => call.get('/v1/clubs/{code}/tiers', { in: { code } }),
    publishClub: (code: string, tiers: BodyOf<'put', '/v1/clubs/{code}/tiers'>['tiers'], version?: string, key?: string) => call.put('/v1/clubs/{code}/tiers', { in: { code }, body: { tiers }, version, key }),

    partners: () => call.get('/v1/partners'),
    partner: (code: string) => call.get('/v1/partners/{code}', { in: { code } }),
    publishContract: (code: string, contract: BodyOf<'post', '/v1/partners/{code}/contracts'>, key?: string) => call.post('/v1/partners/{code}/contracts', { in: { code }, body: contract, key }),
    addPack: (code: string, pack: BodyOf<'post', '/v1/partners/{code}/packs'>, key?: string) => call.post('/v1/partners/{code}/packs', { in: { code }, body: pack, key }),
    partnerConversions: (code: string) => call.get('/v1/partners/{code}/conversions', { in: { code } }),
    assignConversion: (id: string, memberId: string, key?: string) => call.post('/v1/partner-conversions/{id}:assign', { in: { id }, body: { memberId }, key }),
    partnerFiles: (code: string) => call.get('/v1/partners/{code}/files', { in: { code } }),
    partnerFile: (code: string, id: string) => call.get('/v1/partners/{code}/files/{id}', { in: { code, id } }),
    partnerMonths: (code: string) => call.get('/v1/partners/{code}/months', { in: { code } }),
    partnerMonth: (code: string, month: string) => call.get('/v1/partners/{code}/months/{month}', { in: { code, month } }),
    runPartnerMonth: (code: string, month: string, key?: string) => call.post('/v1/partners/{code}/months/{month}:run', { in: { code, month }, key }),
    lockPartnerMonth: (code: string, month: string, key?: string) => call.post('/v1/partners/{code}/months/{month}:lock', { in: { code, month }, key }),
    disputePartnerMonth: (code: string, month: string, eventId: string, note: string, key?: string) => call.post('/v1/partners/{code}/months/{month}/disputes', { in: { code, month }, body: { eventId, note }, key }),
    decidePartnerDispute: (id: string, decision: BodyOf<'post', '/v1/partner-disputes/{id}:decide'>, key?: string) => call.post('/v1/partner-disputes/{id}:decide', { in: { id }, body: decision, key }),

    attributes: () => call.get('/v1/attributes'),
    segments: (query: QueryOf<'/v1/segments'> = {}, signal?: AbortSignal) => call.get('/v1/segments', { query, signal }),
    segment: (id: string) => call.get('/v1/segments/{id}', { in: { id } }),
    createSegment: (segment: BodyOf<'post', '/v1/segments'>, key?: string) => call.post('/v1/segments', { body: segment, key }),
    countSegment: (condition: Record<string, unknown>, signal?: AbortSignal) => call.post('/v1/segments:count', { body: { condition }, signal }),
    publishSegment: (id: string, version?: string, key?: string) => call.post('/v1/segments/{id}:publish', { in: { id }, version, key }),
    segmentMembers: (id: string, query: QueryOf<'/v1/segments/{id}/members'> = {}) => call.get('/v1/segments/{id}/members', { in: { id }, query }),
    explainSegment: (id: string, member: string) => call.get('/v1/segments/{id}/explain', { in: { id }, query: { member } }),
    tags: () => call.get('/v1/tags'),

    journeys: () => call.get('/v1/campaign-journeys'),
    journey: (id: string) => call.get('/v1/campaign-journeys/{id}', { in: { id } }),
    draftJourney: (draft: BodyOf<'post', '/v1/campaign-journeys'>, key?: string) => call.post('/v1/campaign-journeys', { body: draft, key }),
    redrawJourney: (id: string, draft: BodyOf<'put', '/v1/campaign-journeys/{id}'>, version?: string, key?: string) => call.put('/v1/campaign-journeys/{id}', { in: { id }, body: draft, version, key }),
    publishJourney: (id: string, version?: string, key?: string) => call.post('/v1/campaign-journeys/{id}:publish', { in: { id }, version, key }),
    pauseJourney: (id: string, version?: string, key?: string) => call.post('/v1/campaign-journeys/{id}:pause', { in: { id }, version, key }),
    enrolments: (id: string, query: QueryOf<'/v1/campaign-journeys/{id}/enrolments'> = {}) => call.get('/v1/campaign-journeys/{id}/enrolments', { in: { id }, query }),
    messageTemplates: () => call.get('/v1/message-templates'),
    messages: (query: QueryOf<'/v1/messages'> = {}, signal?: AbortSignal) => call.get('/v1/messages', { query, signal }),

    referralCampaigns: () => call.get('/v1/referral-campaigns'),
    referralCampaign: (id: string) => call.get('/v1/referral-campaigns/{id}', { in: { id } }),
    draftReferral: (terms: BodyOf<'post', '/v1/referral-campaigns'>, key?: string) => call.post('/v1/referral-campaigns', { body: terms, key }),
    reviseReferral: (id: string, terms: BodyOf<'put', '/v1/referral-campaigns/{id}/terms'>, version?: string, key?: string) => call.put('/v1/referral-campaigns/{id}/terms', { in: { id }, body: terms, version, key }),
    moveReferral: (id: string, step: 'publish' | 'close', key?: string) => call.post(`/v1/referral-campaigns/{id}:${step}`, { in: { id }, key }),
    referralBoard: (id: string) => call.get('/v1/referral-campaigns/{id}/board', { in: { id } }),
    referralClusters: (id: string) => call.get('/v1/referral-campaigns/{id}/clusters', { in: { id } }),
    inviteChain: (member: string) => call.get('/v1/members/{id}/invite-chain', { in: { id: member }, query: { depth: 2 } }),
    referralReviews: (query: QueryOf<'/v1/referral-reviews'> = {}) => call.get('/v1/referral-reviews', { query }),
    decideReferral: (member: string, decision: 'approve' | 'reject', reason: string, key?: string) => call.post('/v1/referral-reviews/{member}:decide', { in: { member }, body: { decision, reason }, key }),

    couponCampaigns: (query: QueryOf<'/v1/coupon-campaigns'> = {}, signal?: AbortSignal) => call.get('/v1/coupon-campaigns', { query, signal }),
    couponCampaign: (id: string) => call.get('/v1/coupon-campaigns/{id}', { in: { id } }),
    draftCampaign: (draft: BodyOf<'post', '/v1/coupon-campaigns'>, key?: string) => call.post('/v1/coupon-campaigns', { body: draft, key }),
    moveCampaign: (id: string, step: 'publish' | 'pause' | 'end', version?: string, key?: string) => call.post(`/v1/coupon-campaigns/{id}:${step}`, { in: { id }, version, key }),
    orderCodes: (id: string, order: BodyOf<'post', '/v1/coupon-campaigns/{id}/code-batches'>, key?: string) => call.post('/v1/coupon-campaigns/{id}/code-batches', { in: { id }, body: order, key }),
    sealCodes: (id: string, key?: string) => call.post('/v1/code-batches/{id}:seal', { in: { id }, key }),
    previewCart: (cart: BodyOf<'post', '/v1/carts:preview'>) => call.post('/v1/carts:preview', { body: cart }),
    rewards: () => call.get('/v1/rewards'),
    addReward: (reward: BodyOf<'post', '/v1/rewards'>, key?: string) => call.post('/v1/rewards', { body: reward, key }),
    rewardOrders: () => call.get('/v1/reward-orders'),
    passProducts: () => call.get('/v1/pass-products'),
    passSites: () => call.get('/v1/pass-sites'),
    addPassProduct: (product: BodyOf<'post', '/v1/pass-products'>, key?: string) => call.post('/v1/pass-products', { body: product, key }),
    allPasses: (query: QueryOf<'/v1/passes'> = {}) => call.get('/v1/passes', { query }),
    passClosures: () => call.get('/v1/pass-closures'),
    closeSite: (closure: BodyOf<'post', '/v1/pass-closures'>, key?: string) => call.post('/v1/pass-closures', { body: closure, key }),
    blockPass: (id: string, cause: string, key?: string) => call.post('/v1/passes/{id}:block', { in: { id }, body: { cause }, key }),
    unblockPass: (id: string, key?: string) => call.post('/v1/passes/{id}:unblock', { in: { id }, key }),
    usePasses: (uses: BodyOf<'post', '/v1/pass-uses'>['uses'], key?: string) => call.post('/v1/pass-uses', { body: { uses }, key }),
    auctionList: () => call.get('/v1/auctions'),
    auction: (id: string) => call.get('/v1/auctions/{id}', { in: { id } }),
    openAuction: (auction: BodyOf<'post', '/v1/auctions'>, key?: string) => call.post('/v1/auctions', { body: auction, key }),
    cancelAuction: (id: string, key?: string) => call.post('/v1/auctions/{id}:cancel', { in: { id }, key }),
    disqualifyWinner: (id: string, memberId: string, cause: string, key?: string) => call.post('/v1/auctions/{id}:disqualify', { in: { id }, body: { memberId, cause }, key }),
    drawList: () => call.get('/v1/draws'),
    drawProof: (id: string) => call.get('/v1/draws/{id}/proof', { in: { id } }),
    closeDraw: (id: string, key?: string) => call.post('/v1/draws/{id}:close', { in: { id }, key }),
    challengeList: () => call.get('/v1/challenges'),
    addChallenge: (challenge: BodyOf<'post', '/v1/challenges'>, key?: string) => call.post('/v1/challenges', { body: challenge, key }),
    moveReward: (reference: string, step: 'fulfil' | 'reverse', key?: string) => call.post(`/v1/reward-orders/{reference}:${step}`, { in: { reference }, key }),

    home: () => call.get('/v1/home'),
    figureRows: (code: string, query: QueryOf<'/v1/home/figures/{code}'> = {}) => call.get('/v1/home/figures/{code}', { in: { code }, query }),
    search: (q: string, signal?: AbortSignal) => call.get('/v1/search', { query: { q }, signal }),
    audit: (query: QueryOf<'/v1/audit'> = {}, signal?: AbortSignal) => call.get('/v1/audit', { query, signal }),
    auditProof: () => call.get('/v1/audit/proof'),
    verifyAudit: (receipt: string, key: string) => call.post('/v1/audit:verify', { body: { receipt: receipt || null }, key }),
    staff: (query: QueryOf<'/v1/staff'> = {}, signal?: AbortSignal) => call.get('/v1/staff', { query, signal }),
    staffMember: (id: string) => call.get('/v1/staff/{id}', { in: { id } }),
    changeStaff: (id: string, change: BodyOf<'put', '/v1/staff/{id}'>, version?: string, key?: string) => call.put('/v1/staff/{id}', { in: { id }, body: change, version, key }),
    addStaff: (staff: BodyOf<'post', '/v1/staff'>, key?: string) => call.post('/v1/staff', { body: staff, key }),
    roles: () => call.get('/v1/roles'),
    apiClients: (query: QueryOf<'/v1/api-clients'> = {}, signal?: AbortSignal) => call.get('/v1/api-clients', { query, signal }),
    addApiClient: (client: BodyOf<'post', '/v1/api-clients'>, key?: string) => call.post('/v1/api-clients', { body: client, key }),
    revokeApiClient: (id: string, key?: string) => call.post('/v1/api-clients/{id}:revoke', { in: { id }, key }),
  }
}

export type Api = ReturnType<typeof apiOn>

/** Some small lists are plain arrays, others pages: a screen that shows them whole need not care. */
export function itemsOf<T>(answer: T[] | { items: T[] } | null | undefined): T[] {
  if (!answer) return []
  return Array.isArray(answer) ? answer : answer.items
}
