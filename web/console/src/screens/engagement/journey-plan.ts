import type { Journey, JourneyDraft, JourneyEdge, JourneyNode, Said } from '@waystation/client'
import { emptyGroup, fromJson, isComplete, leafCount, toJson, type Group } from './condition'

/**
 * A journey as the form edits it: one trigger and steps that follow each other. A step may fork the
 * way in arms, which come together again behind it or end. What has a shape the form can't show is
 * left to the canvas and never rewritten.
 */
export type Unit = 'minutes' | 'hours' | 'days'

/** One way behind a fork; `ends` when nobody comes back from it to the steps that follow. */
export interface Arm {
  key: string
  steps: Step[]
  ends: boolean
  /** Out of a hundred; only the arms of a split have a share. */
  percent?: number
}

export type Step =
  | { id: string; kind: 'wait'; amount: number; unit: Unit }
  | { id: string; kind: 'condition'; group: Group }
  | { id: string; kind: 'message'; channel: string; purpose: string; template: string }
  | { id: string; kind: 'fork'; group: Group; arms: Arm[] }
  | { id: string; kind: 'split'; arms: Arm[] }

export interface Plan {
  code: string
  name: string
  fact: string
  /** A tag or segment that narrows the trigger; empty for every such fact. */
  only: string
  repeat: 'once' | 'each_trigger' | 'after_days'
  repeatDays: number
  steps: Step[]
  /** The ends of a journey that is there already, so that they keep their names. */
  exits?: JourneyNode[]
}

export const newStepId = () => `s${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`
export const emptyPlan = (): Plan => ({ code: `journey-${newStepId().slice(1)}`, name: '', fact: 'TripCompleted', only: '', repeat: 'once', repeatDays: 30, steps: [] })

/** Which value of a fact narrows it. */
export const narrowing: Record<string, 'tag' | 'segment'> = { TagAdded: 'tag', TagRemoved: 'tag', SegmentEntered: 'segment', SegmentLeft: 'segment' }

const letters: Record<Unit, [string, string]> = { minutes: ['PT', 'M'], hours: ['PT', 'H'], days: ['P', 'D'] }
const lengthOf = (amount: number, unit: Unit) => `${letters[unit][0]}${amount}${letters[unit][1]}`

export function readLength(length: unknown): { amount: number; unit: Unit } | null {
  const found = /^P(?:(\d+)D|T(\d+)H|T(\d+)M)$/.exec(String(length))
  if (!found) return null
  if (found[1]) return { amount: Number(found[1]), unit: 'days' }
  return found[2] ? { amount: Number(found[2]), unit: 'hours' } : { amount: Number(found[3]), unit: 'minutes' }
}

export const armsOf = (step: Step): Arm[] => (step.kind === 'fork' || step.kind === 'split' ? step.arms : [])

/** Every step, those inside arms included. */
export const allSteps = (steps: Step[]): Step[] => steps.flatMap((step) => [step, ...armsOf(step).flatMap((arm) => allSteps(arm.steps))])

export type Fault = { step: string; kind: 'name' | 'noSteps' | 'noMessage' | 'wait' | 'condition' | 'template' | 'repeat' | 'shares' }

/** What keeps the plan from being saved, each at its step. */
export function faultsOf(plan: Plan): Fault[] {
  const faults: Fault[] = []
  const steps = allSteps(plan.steps)
  if (plan.name.trim() === '') faults.push({ step: '', kind: 'name' })
  if (plan.repeat === 'after_days' && !(plan.repeatDays >= 1 && plan.repeatDays <= 3650)) faults.push({ step: '', kind: 'repeat' })
  if (steps.length === 0) faults.push({ step: '', kind: 'noSteps' })
  else if (!steps.some((step) => step.kind === 'message')) faults.push({ step: '', kind: 'noMessage' })
  for (const step of steps) {
    if (step.kind === 'wait' && !(Number.isInteger(step.amount) && step.amount >= 1)) faults.push({ step: step.id, kind: 'wait' })
    if ((step.kind === 'condition' || step.kind === 'fork') && (leafCount(step.group) === 0 || !isComplete(step.group))) faults.push({ step: step.id, kind: 'condition' })
    if (step.kind === 'message' && step.template === '') faults.push({ step: step.id, kind: 'template' })
    if (step.kind === 'split' && (step.arms.reduce((sum, arm) => sum + (arm.percent ?? 0), 0) !== 100 || step.arms.some((arm) => !((arm.percent ?? 0) > 0)))) faults.push({ step: step.id, kind: 'shares' })
  }
  return faults
}

export type Label = (step: Step | 'entry' | 'done' | 'left') => Said
const holds: Said = { zh: '符合', en: 'holds' }
const fails: Said = { zh: '不符合', en: 'does not' }
const share = (arm: Arm): Said => ({ zh: `${arm.key.toUpperCase()} 组 ${arm.percent}%`, en: `${arm.key.toUpperCase()}: ${arm.percent}%` })

/** The graph the platform keeps: steps in a row, arms side by side, and out where a condition fails. */
export function draftOf(plan: Plan, label: Label): JourneyDraft {
  const nodes: JourneyNode[] = []
  const edges: JourneyEdge[] = []
  const node = (id: string, kind: string, said: Said, settings: Record<string, unknown>) => nodes.push({ id, kind, label: said, x: 0, y: nodes.length * 120, settings })
  const ends = (goal: boolean) => plan.exits?.find((node) => (node.settings.goal === true) === goal)
  const done = ends(true) ?? { id: 'done', kind: 'exit', label: label('done'), x: 0, y: 0, settings: { goal: true } }
  const left = ends(false) ?? { id: 'left', kind: 'exit', label: label('left'), x: 0, y: 0, settings: { goal: false } }
  let leaves = false
  const out = () => {
    leaves = true
    return left.id
  }

  /** Draws steps that lead to `next` and says where they begin. */
  function draw(steps: Step[], next: string): string {
    steps.forEach((step, index) => {
      const after = steps[index + 1]?.id ?? next
      if (step.kind === 'wait') node(step.id, 'wait', label(step), { length: lengthOf(step.amount, step.unit) })
      if (step.kind === 'message') node(step.id, 'message', label(step), { channel: step.channel, purpose: step.purpose, template: step.template })
      if (step.kind === 'wait' || step.kind === 'message') edges.push({ from: step.id, to: after, port: 'next' })
      if (step.kind === 'condition') {
        node(step.id, 'branch', label(step), { arms: [{ key: 'yes', condition: toJson(step.group) }] })
        edges.push({ from: step.id, to: after, port: 'yes', label: holds }, { from: step.id, to: out(), port: 'otherwise', label: fails })
      }
      if (step.kind === 'fork' || step.kind === 'split') {
        if (step.kind === 'fork') node(step.id, 'branch', label(step), { arms: [{ key: 'yes', condition: toJson(step.group) }] })
        else node(step.id, 'split', label(step), { shares: step.arms.map((arm) => ({ key: arm.key, perTenThousand: Math.round((arm.percent ?? 0) * 100) })) })
        for (const arm of step.arms) {
          const said = step.kind === 'split' ? share(arm) : arm.key === 'yes' ? holds : fails
          edges.push({ from: step.id, to: draw(arm.steps, arm.ends ? out() : after), port: arm.key, label: said })
        }
      }
    })
    return steps[0]?.id ?? next
  }

  node('start', 'entry', label('entry'), {})
  edges.push({ from: 'start', to: draw(plan.steps, done.id), port: 'next' })
  node(done.id, 'exit', done.label, done.settings)
  if (leaves) node(left.id, 'exit', left.label, left.settings)
  const narrow = narrowing[plan.fact]
  return {
    code: plan.code,
    name: { zh: plan.name.trim(), en: plan.name.trim() },
    trigger: { fact: plan.fact, when: narrow && plan.only ? { [narrow]: plan.only } : {} },
    reEntry: { rule: plan.repeat, days: plan.repeat === 'after_days' ? plan.repeatDays : 0 } as JourneyDraft['reEntry'],
    graph: { nodes, edges },
  }
}

/** The plan behind a journey; null when the form can't show its shape. */
export function planOf(journey: Journey, name: string): Plan | null {
  const narrow = narrowing[journey.trigger.fact]
  const when = Object.entries(journey.trigger.when)
  if (when.length > 1 || (when[0] && when[0][0] !== narrow)) return null
  if (isSteered(journey)) return null
  const steps = new GraphReader(journey.graph.nodes, journey.graph.edges).read()
  return steps && {
    code: journey.code, name, fact: journey.trigger.fact, only: when[0] ? String(when[0][1]) : '',
    repeat: journey.reEntry.rule as Plan['repeat'], repeatDays: journey.reEntry.days || 30, steps, exits: journey.graph.nodes.filter((node) => node.kind === 'exit'),
  }
}

/** Whether it has what the form has no field for; saving it from the form would lose that. */
function isSteered(journey: Journey): boolean {
  const { graph, trigger, reEntry } = journey
  const odd = graph.nodes.some((node) => ['late', 'whenLate', 'days'].some((key) => key in node.settings)) || graph.edges.some((edge) => edge.port === 'capped' || edge.port === 'withheld')
  return odd || !!trigger.at || !!reEntry.key || !!graph.exitWhen || !!graph.goalWindow || typeof journey.priority === 'number'
}

class Unreadable extends Error {}

/** Reads a graph back into steps; every node has to find its place exactly once. */
class GraphReader {
  private readonly byId: Map<string, JourneyNode>
  private readonly seen = new Set<string>()
  private done = ''

  constructor(
    private readonly nodes: JourneyNode[],
    private readonly edges: JourneyEdge[],
  ) {
    this.byId = new Map(nodes.map((node) => [node.id, node]))
  }

  read(): Step[] | null {
    const entry = this.nodes.find((node) => node.kind === 'entry')
    const goals = this.nodes.filter((node) => node.kind === 'exit' && node.settings.goal === true)
    const exits = this.nodes.filter((node) => node.kind === 'exit')
    const done = goals[0]
    // One end reached and one for those who leave: more than these the form has no words for.
    if (!entry || !done || goals.length > 1 || exits.length > 2) return null
    this.done = done.id
    try {
      this.seen.add(entry.id)
      const steps = this.row(this.follow(entry.id, 'next'), this.done)
      return !steps.ends && this.seen.size + exits.length === this.nodes.length ? steps.steps : null
    } catch (error) {
      if (error instanceof Unreadable) return null
      throw error
    }
  }

  /** The steps from a node to where they stop; they end early at the exit for those who leave. */
  private row(from: string, stop: string): { steps: Step[]; ends: boolean } {
    const steps: Step[] = []
    let at = from
    while (at !== stop) {
      const node = this.byId.get(at)
      if (!node || this.seen.has(at)) throw new Unreadable()
      if (node.kind === 'exit') {
        if (at === this.done) throw new Unreadable()
        return { steps, ends: true }
      }
      this.seen.add(at)
      const { step, next } = this.step(node)
      steps.push(step)
      at = next
    }
    return { steps, ends: false }
  }

  private step(node: JourneyNode): { step: Step; next: string } {
    const { id, settings } = node
    if (node.kind === 'wait') {
      const length = readLength(settings.length)
      if (!length) throw new Unreadable()
      return { step: { id, kind: 'wait', ...length }, next: this.follow(id, 'next') }
    }
    if (node.kind === 'message') {
      return { step: { id, kind: 'message', channel: String(settings.channel), purpose: String(settings.purpose), template: String(settings.template) }, next: this.follow(id, 'next') }
    }
    if (node.kind === 'branch') return this.branch(id, settings.arms)
    if (node.kind === 'split' && Array.isArray(settings.shares)) {
      const shares = settings.shares as { key: string; perTenThousand: number }[]
      const { arms, next } = this.arms(id, shares.map((one) => one.key))
      return { step: { id, kind: 'split', arms: arms.map((arm, index) => ({ ...arm, percent: shares[index]!.perTenThousand / 100 })) }, next }
    }
    throw new Unreadable()
  }

  private branch(id: string, arms: unknown): { step: Step; next: string } {
    if (!Array.isArray(arms) || arms.length !== 1 || arms[0].key !== 'yes') throw new Unreadable()
    const group = fromJson(arms[0].condition)
    const otherwise = this.follow(id, 'otherwise')
    if (this.byId.get(otherwise)?.kind === 'exit' && otherwise !== this.done) return { step: { id, kind: 'condition', group }, next: this.follow(id, 'yes') }
    const fork = this.arms(id, ['yes', 'otherwise'])
    return { step: { id, kind: 'fork', group, arms: fork.arms }, next: fork.next }
  }

  private arms(id: string, keys: string[]): { arms: Arm[]; next: string } {
    const starts = keys.map((key) => this.follow(id, key))
    const next = this.joinOf(starts)
    return { arms: keys.map((key, index) => ({ key, ...this.row(starts[index]!, next) })), next }
  }

  /** Where ways come together first: what all of them lead to, and itself leads to all that follows. */
  private joinOf(starts: string[]): string {
    const ways = starts.map((start) => this.reach(start)).filter((way) => way.has(this.done))
    const shared = [...(ways[0] ?? [])].filter((id) => ways.every((way) => way.has(id)) && (this.byId.get(id)?.kind !== 'exit' || id === this.done))
    if (ways.length < 2) return this.done
    const first = shared.find((id) => shared.every((other) => this.reach(id).has(other)))
    if (first === undefined) throw new Unreadable()
    return first
  }

  private reach(start: string): Set<string> {
    const found = new Set<string>()
    const open = [start]
    while (open.length > 0) {
      const at = open.pop()!
      if (found.has(at)) continue
      found.add(at)
      open.push(...this.edges.filter((edge) => edge.from === at).map((edge) => edge.to))
    }
    return found
  }

  private follow(id: string, port: string): string {
    const to = this.edges.find((edge) => edge.from === id && edge.port === port)?.to
    if (to === undefined) throw new Unreadable()
    return to
  }
}

const arm = (key: string, percent?: number): Arm => ({ key, steps: [], ends: false, ...(percent === undefined ? {} : { percent }) })

export function emptyStep(kind: Step['kind']): Step {
  const id = newStepId()
  if (kind === 'wait') return { id, kind, amount: 1, unit: 'days' }
  if (kind === 'condition') return { id, kind, group: emptyGroup() }
  if (kind === 'fork') return { id, kind, group: emptyGroup(), arms: [arm('yes'), arm('otherwise')] }
  if (kind === 'split') return { id, kind, arms: [arm('a', 50), arm('b', 50)] }
  return { id, kind, channel: 'sms', purpose: 'marketing', template: '' }
}

/** One more way for a split, with what the others can spare. */
export function widened(arms: Arm[]): Arm[] {
  const key = [...'abcdef'].find((letter) => arms.every((one) => one.key !== letter)) ?? newStepId()
  return [...arms, arm(key, Math.max(1, 100 - arms.reduce((sum, one) => sum + (one.percent ?? 0), 0)))]
}
