import type { Journey } from '@waystation/client'
import { describe, expect, it } from 'vitest'
import { fromJson } from './condition'
import { draftOf, emptyPlan, faultsOf, planOf, readLength, type Plan } from './journey-plan'

const plan: Plan = {
  ...emptyPlan(),
  name: '回访',
  fact: 'TagAdded',
  only: 'senior',
  steps: [
    { id: 'a', kind: 'wait', amount: 2, unit: 'days' },
    { id: 'b', kind: 'condition', group: fromJson({ $and: [{ age: { $gte: 60 } }] }) },
    { id: 'c', kind: 'message', channel: 'sms', purpose: 'service', template: 'come-again' },
  ],
}
const label = () => ({ zh: '步', en: 'step' })
const kept = (given: Plan) => ({ ...draftOf(given, label) }) as unknown as Journey

describe('a simple journey', () => {
  it('becomes a graph in which a failed condition leads out', () => {
    const draft = draftOf(plan, label)
    expect(draft.graph.edges.map((edge) => `${edge.from}-${edge.port}-${edge.to}`)).toEqual(['start-next-a', 'a-next-b', 'b-yes-c', 'b-otherwise-left', 'c-next-done'])
    expect(draft.graph.nodes.find((node) => node.id === 'a')?.settings).toEqual({ length: 'P2D' })
    expect(draft.trigger).toEqual({ fact: 'TagAdded', when: { tag: 'senior' } })
  })

  it('comes back from its graph as it was', () => {
    const back = planOf(kept(plan), plan.name)
    expect(back && draftOf(back, label)).toEqual(draftOf(plan, label))
  })

  it('is not read into a graph with forks, which the form would destroy', () => {
    const journey = kept(plan)
    journey.graph.nodes.push({ id: 'x', kind: 'await', label: label(), x: 0, y: 0, settings: {} })
    expect(planOf(journey, '')).toBeNull()
  })

  it('names what is missing at the step where it is missing', () => {
    const empty = { ...emptyPlan(), steps: [{ id: 'm', kind: 'message', channel: 'sms', purpose: 'service', template: '' }, { id: 'w', kind: 'wait', amount: 0, unit: 'days' }] } as Plan
    expect(faultsOf(empty)).toEqual([{ step: '', kind: 'name' }, { step: 'm', kind: 'template' }, { step: 'w', kind: 'wait' }])
    expect(faultsOf(plan)).toEqual([])
  })

  it('reads the lengths it writes and no other', () => {
    expect(readLength('PT2H')).toEqual({ amount: 2, unit: 'hours' })
    expect(readLength('P1DT2H')).toBeNull()
  })
})
