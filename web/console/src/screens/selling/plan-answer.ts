import { sayIn, type Language, type Said } from '@waystation/design'
import type { PlanBatchDraft, PlanBucket, PlanDraft } from './plan-model'

/** The published plan as a new draft; null when there is none, or when the answer holds no rules. */
export function draftOf(present: unknown, language: Language): PlanDraft | null {
  if (typeof present !== 'object' || present === null) return null
  const plan = present as { name?: Said | string; buckets?: PlanBucket[]; batches?: PlanBatchDraft[] }
  if (!plan.buckets?.length || !plan.batches?.length) return null
  if (plan.batches.some((batch) => typeof batch.trigger !== 'object' || !Array.isArray(batch.steps))) return null
  return {
    name: sayIn(language, plan.name),
    buckets: plan.buckets.map((bucket) => ({ ...bucket, groups: bucket.groups ?? [] })),
    batches: plan.batches,
  }
}
