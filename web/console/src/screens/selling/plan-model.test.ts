import { describe, expect, it } from 'vitest'
import { draftOf, faultsOf, planJson, startingPlan } from './plan-model'

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

  it('goes to the service and comes back the same', () => {
    const plan = startingPlan('长途优先')
    plan.batches[1]!.trigger = { kind: 'soldShare', permille: 800 }
    const json = planJson(plan, { trainCode: 'G1158', seatClass: 'second' })
    expect(json.buckets[2]).toEqual({ key: 'students', trips: 'any', group: 'student', nested: false })
    expect(json.batches[0]).toMatchObject({ key: 'first', daysBefore: 15, at: '08:00', soldShare: null })
    expect(json.batches[0]!.steps[0]).toEqual({ from: null, to: 'through', seats: null, share: 0.6 })
    expect(json.batches[1]!.steps[1]).toEqual({ from: null, to: 'everyone', seats: null, share: null })
    const back = draftOf(json, '长途优先')
    expect(planJson(back, { trainCode: 'G1158', seatClass: 'second' })).toEqual(json)
  })

  it('keeps codes in the form the service takes', () => {
    const plan = startingPlan('x')
    plan.buckets[0]!.code = 'Long Trips'
    expect(faultsOf(plan, 620)).toContain('BAD_CODE')
  })
})
