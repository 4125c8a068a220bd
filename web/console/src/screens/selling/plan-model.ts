/**
 * A release plan as the editor holds it and as the API takes it: buckets in order of rank, and
 * batches that open seats into them, or hand seats from one to another, when their time comes.
 */
export interface PlanBucket {
  code: string
  trips: string
  group: string | null
  /** Members may also use what the buckets below hold; a reserve stands beside that nest. */
  usesLower: boolean
  kept?: object
}

export type PlanTrigger =
  | { kind: 'daysBefore'; days: number; time: string }
  | { kind: 'beforeDeparture'; minutes: number }
  | { kind: 'soldShare'; permille: number }

export type PlanAmount = { kind: 'seats'; count: number } | { kind: 'share'; permille: number } | { kind: 'everything' }
export interface PlanStep { from: string | null; to: string; amount: PlanAmount }
export interface PlanBatchDraft { code: string; trigger: PlanTrigger; steps: PlanStep[]; kept?: object }
export interface PlanDraft { name: string; buckets: PlanBucket[]; batches: PlanBatchDraft[] }

/** The plan most trains begin with: long trips first, a small share for the first leg, a student reserve, two batches. */
export function startingPlan(name: string): PlanDraft {
  return {
    name,
    buckets: [
      { code: 'through', trips: 'through', group: null, usesLower: true },
      { code: 'first-leg', trips: 'first-leg', group: null, usesLower: false },
      { code: 'students', trips: 'any', group: 'student', usesLower: false },
      { code: 'everyone', trips: 'any', group: null, usesLower: true },
    ],
    batches: [
      {
        code: 'first',
        trigger: { kind: 'daysBefore', days: 15, time: '08:00' },
        steps: [
          { from: null, to: 'through', amount: { kind: 'share', permille: 600 } },
          { from: null, to: 'first-leg', amount: { kind: 'share', permille: 50 } },
          { from: null, to: 'students', amount: { kind: 'share', permille: 60 } },
        ],
      },
      {
        code: 'second',
        trigger: { kind: 'daysBefore', days: 2, time: '14:00' },
        steps: [
          { from: 'through', to: 'everyone', amount: { kind: 'everything' } },
          { from: null, to: 'everyone', amount: { kind: 'everything' } },
        ],
      },
    ],
  }
}

export type PlanFault = 'NO_NAME' | 'NO_BUCKETS' | 'NO_BATCHES' | 'CODE_TWICE' | 'BAD_CODE' | 'UNKNOWN_BUCKET' | 'OVER_CAPACITY'

/** What can be told before asking the service; it checks all of this again and more. */
export function faultsOf(plan: PlanDraft, seatCount: number): PlanFault[] {
  const faults = new Set<PlanFault>()
  if (plan.name.trim() === '') faults.add('NO_NAME')
  if (plan.buckets.length === 0) faults.add('NO_BUCKETS')
  if (plan.batches.length === 0) faults.add('NO_BATCHES')
  const codes = plan.buckets.map((bucket) => bucket.code)
  if (new Set(codes).size !== codes.length) faults.add('CODE_TWICE')
  if (codes.some((code) => !/^[a-z][a-z0-9-]*$/.test(code))) faults.add('BAD_CODE')
  for (const step of plan.batches.flatMap((batch) => batch.steps)) {
    if (!codes.includes(step.to) || (step.from !== null && !codes.includes(step.from))) faults.add('UNKNOWN_BUCKET')
  }
  const opened = plan.batches.flatMap((batch) => batch.steps).reduce((sum, step) => sum + (step.from === null ? seatsOf(step.amount, seatCount) : 0), 0)
  if (opened > seatCount) faults.add('OVER_CAPACITY')
  return [...faults]
}

export function seatsOf(amount: PlanAmount, seatCount: number): number {
  switch (amount.kind) {
    case 'seats':
      return amount.count
    case 'share':
      return Math.floor((seatCount * amount.permille) / 1000)
    case 'everything':
      return 0
  }
}

/** A plan as the service writes it; a step without seats and share takes all there are. */
export interface PlanSketch {
  name: { zh: string; en: string }
  buckets: { key: string; trips: string; group?: string | null; nested?: boolean | null; [kept: string]: unknown }[]
  batches: {
    key: string
    daysBefore?: number | null
    at?: string | null
    minutesBefore?: number | null
    soldShare?: number | null
    steps: { from?: string | null; to: string; seats?: number | null; share?: number | null }[]
    [kept: string]: unknown
  }[]
}

/** The body of POST /v1/release-plans. */
export function planJson(plan: PlanDraft, target: { trainCode: string; seatClass: string }) {
  return {
    trainCode: target.trainCode,
    class: target.seatClass,
    name: { zh: plan.name, en: plan.name },
    buckets: plan.buckets.map((bucket) => ({ ...bucket.kept, key: bucket.code, trips: bucket.trips, group: bucket.group, nested: bucket.usesLower })),
    batches: plan.batches.map((batch) => ({
      ...batch.kept,
      key: batch.code,
      daysBefore: batch.trigger.kind === 'daysBefore' ? batch.trigger.days : null,
      at: batch.trigger.kind === 'daysBefore' ? batch.trigger.time : null,
      minutesBefore: batch.trigger.kind === 'beforeDeparture' ? batch.trigger.minutes : null,
      soldShare: batch.trigger.kind === 'soldShare' ? batch.trigger.permille / 1000 : null,
      steps: batch.steps.map((step) => ({
        from: step.from,
        to: step.to,
        seats: step.amount.kind === 'seats' ? step.amount.count : null,
        share: step.amount.kind === 'share' ? step.amount.permille / 1000 : null,
      })),
    })),
  }
}

/** A published plan as a new draft; what the editor does not show goes along unchanged. */
export function draftOf(sketch: PlanSketch, name: string): PlanDraft {
  return {
    name,
    buckets: sketch.buckets.map((bucket) => ({ code: bucket.key, trips: bucket.trips, group: bucket.group ?? null, usesLower: bucket.nested ?? true, kept: bucket })),
    batches: sketch.batches.map((batch) => ({
      code: batch.key,
      trigger:
        typeof batch.soldShare === 'number'
          ? { kind: 'soldShare', permille: Math.round(batch.soldShare * 1000) }
          : typeof batch.minutesBefore === 'number'
            ? { kind: 'beforeDeparture', minutes: batch.minutesBefore }
            : { kind: 'daysBefore', days: batch.daysBefore ?? 0, time: batch.at ?? '08:00' },
      steps: batch.steps.map((step) => ({
        from: step.from ?? null,
        to: step.to,
        amount: typeof step.seats === 'number' ? { kind: 'seats', count: step.seats } : typeof step.share === 'number' ? { kind: 'share', permille: Math.round(step.share * 1000) } : { kind: 'everything' },
      })),
      kept: batch,
    })),
  }
}
