import { describe, expect, it } from 'vitest'
import { faultsOf, startingPlan } from './plan-model'

describe('a release plan in the editor', () => {
  it('begins as one that can be previewed at once', () => {
    expect(faultsOf(startingPlan('长途优先'), 620)).toEqual([])
  })

  it('names what is wrong before the service is asked', () => {
    const plan = startingPlan('')
    plan.buckets[1]!.code = 'through'
    plan.batches[0]!.steps.push({ from: null, to: 'nobody', amount: { kind: 'seats', count: 600 } })
    expect(faultsOf(plan, 620).sort()).toEqual(['CODE_TWICE', 'NO_NAME', 'OVER_CAPACITY', 'UNKNOWN_BUCKET'])
  })

  it('keeps codes in the form the service takes', () => {
    const plan = startingPlan('x')
    plan.buckets[0]!.code = 'Long Trips'
    expect(faultsOf(plan, 620)).toContain('BAD_CODE')
  })
})
