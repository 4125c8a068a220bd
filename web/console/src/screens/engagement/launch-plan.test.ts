import { describe, expect, it } from 'vitest'
import { drawingOf, parted, planOf, sendingOf, trialOf, type LaunchPlan } from './launch-plan'

const plan: LaunchPlan = { name: '周末', segment: 'seg_1', channel: 'sms', template: 'wake-up', control: 10, day: '2026-12-01', time: '10:00' }
const name = { zh: '周末', en: '周末' }

describe('A planned launch', () => {
  it('is read back from the journey it was made into', () => {
    for (const control of [0, 10]) {
      const made = drawingOf({ ...plan, control }, 'launch-1', name)
      expect(planOf({ code: 'launch-1', trigger: made.trigger, graph: made.graph }, '周末')).toEqual({ ...plan, control })
    }
  })

  it('parts the control group as its experiment counts it', () => {
    const split = drawingOf(plan, 'launch-1', name).graph.nodes.find((node) => node.kind === 'split')
    expect(split?.settings).toEqual({ trial: 'launch-1-control', shares: [{ key: 'control', perTenThousand: 1_000 }, { key: 'offer', perTenThousand: 9_000 }] })
    expect(trialOf(plan, 'launch-1', name, 40).design).toMatchObject({ plannedUnits: 100, arms: [{ key: 'control', weight: 0.1 }, { key: 'offer', weight: 0.9 }] })
  })

  it('leaves a journey drawn by hand to the canvas, and still says what that sends', () => {
    const made = drawingOf(plan, 'launch-1', name)
    const drawn = { code: 'launch-1', trigger: made.trigger, graph: { ...made.graph, nodes: [...made.graph.nodes, { id: 'wait', kind: 'wait', label: name, x: 0, y: 0, settings: { length: 'P1D' } }] } }
    expect(planOf(drawn, '周末')).toBeNull()
    expect(sendingOf(drawn)).toMatchObject({ segment: 'seg_1', channel: 'sms', control: 10 })
  })

  it('says how many get it and how many stand back', () => {
    expect(parted(205, 10)).toEqual({ held: 21, sent: 184 })
    expect(parted(205, 0)).toEqual({ held: 0, sent: 205 })
  })
})
