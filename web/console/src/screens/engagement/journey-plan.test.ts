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
    expect(draft.graph.edges.map((edge) => `${edge.from}-${edge.port}-${edge.to}`)).toEqual(['a-next-b', 'b-yes-c', 'b-otherwise-left', 'c-next-done', 'start-next-a'])
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

  const forked: Plan = {
    ...emptyPlan(),
    name: '分流',
    fact: 'SegmentEntered',
    only: 'seg_01',
    steps: [
      {
        id: 'f', kind: 'fork', group: fromJson({ $and: [{ senior: true }] }),
        arms: [
          { key: 'yes', ends: false, steps: [{ id: 'm1', kind: 'message', channel: 'sms', purpose: 'service', template: 'a' }, { id: 'c1', kind: 'condition', group: fromJson({ $and: [{ age: { $gte: 70 } }] }) }] },
          { key: 'otherwise', ends: false, steps: [] },
        ],
      },
      { id: 'w', kind: 'wait', amount: 1, unit: 'days' },
      {
        id: 's', kind: 'split',
        arms: [
          { key: 'a', ends: false, percent: 70, steps: [{ id: 'm2', kind: 'message', channel: 'sms', purpose: 'service', template: 'b' }] },
          { key: 'b', ends: true, percent: 30, steps: [] },
        ],
      },
    ],
  }

  it('forks by yes and no and by shares, and comes back from its graph as it was', () => {
    const draft = draftOf(forked, label)
    expect(draft.trigger).toEqual({ fact: 'SegmentEntered', when: { segment: 'seg_01' } })
    expect(draft.graph.nodes.find((node) => node.id === 's')?.settings).toEqual({ shares: [{ key: 'a', perTenThousand: 7000 }, { key: 'b', perTenThousand: 3000 }] })
    expect(draft.graph.edges.map((edge) => `${edge.from}-${edge.port}-${edge.to}`)).toEqual([
      'm1-next-c1', 'c1-yes-w', 'c1-otherwise-left', 'f-yes-m1', 'f-otherwise-w', 'w-next-s', 'm2-next-done', 's-a-m2', 's-b-left', 'start-next-f',
    ])
    const back = planOf(kept(forked), forked.name)
    expect(back && draftOf(back, label)).toEqual(draft)
    expect(faultsOf(forked)).toEqual([])
  })

  it('wants the shares of a split to make a hundred', () => {
    const uneven = { ...forked, steps: forked.steps.map((step) => (step.kind === 'split' ? { ...step, arms: step.arms.map((one) => ({ ...one, percent: 40 })) } : step)) }
    expect(faultsOf(uneven)).toEqual([{ step: 's', kind: 'shares' }])
  })

  it('is not read when ways cross', () => {
    const crossed = kept(forked)
    crossed.graph.edges = crossed.graph.edges.map((edge) => (edge.from === 'm1' ? { ...edge, to: 's' } : edge))
    expect(planOf(crossed, '')).toBeNull()
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
