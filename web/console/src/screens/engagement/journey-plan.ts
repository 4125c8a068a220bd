import type { Journey, JourneyDraft, JourneyEdge, JourneyNode, Said } from '@waystation/client'
import { emptyGroup, fromJson, isComplete, leafCount, toJson, type Group } from './condition'

/**
 * A simple journey as the form edits it: one trigger and steps that follow each other. What has
 * forks the form can't show is left to the canvas and never rewritten.
 */
export type Unit = 'minutes' | 'hours' | 'days'
export type Step =
  | { id: string; kind: 'wait'; amount: number; unit: Unit }
  | { id: string; kind: 'condition'; group: Group }
  | { id: string; kind: 'message'; channel: string; purpose: string; template: string }

export interface Plan {
  code: string
  name: string
  fact: string
  /** A tag that narrows the trigger; empty for every such fact. */
  only: string
  repeat: 'once' | 'each_trigger' | 'after_days'
  repeatDays: number
  steps: Step[]
}

export const newStepId = () => `s${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`
export const emptyPlan = (): Plan => ({ code: `journey-${newStepId().slice(1)}`, name: '', fact: 'TripCompleted', only: '', repeat: 'once', repeatDays: 30, steps: [] })

/** Which value of a fact narrows it. */
export const narrowing: Record<string, 'tag'> = { TagAdded: 'tag', TagRemoved: 'tag' }

const letters: Record<Unit, [string, string]> = { minutes: ['PT', 'M'], hours: ['PT', 'H'], days: ['P', 'D'] }
const lengthOf = (amount: number, unit: Unit) => `${letters[unit][0]}${amount}${letters[unit][1]}`

export function readLength(length: unknown): { amount: number; unit: Unit } | null {
  const found = /^P(?:(\d+)D|T(\d+)H|T(\d+)M)$/.exec(String(length))
  if (!found) return null
  if (found[1]) return { amount: Number(found[1]), unit: 'days' }
  return found[2] ? { amount: Number(found[2]), unit: 'hours' } : { amount: Number(found[3]), unit: 'minutes' }
}

export type Fault = { step: string; kind: 'name' | 'noSteps' | 'noMessage' | 'wait' | 'condition' | 'template' | 'repeat' }

/** What keeps the plan from being saved, each at its step. */
export function faultsOf(plan: Plan): Fault[] {
  const faults: Fault[] = []
  if (plan.name.trim() === '') faults.push({ step: '', kind: 'name' })
  if (plan.repeat === 'after_days' && !(plan.repeatDays >= 1 && plan.repeatDays <= 3650)) faults.push({ step: '', kind: 'repeat' })
  if (plan.steps.length === 0) faults.push({ step: '', kind: 'noSteps' })
  else if (!plan.steps.some((step) => step.kind === 'message')) faults.push({ step: '', kind: 'noMessage' })
  for (const step of plan.steps) {
    if (step.kind === 'wait' && !(Number.isInteger(step.amount) && step.amount >= 1)) faults.push({ step: step.id, kind: 'wait' })
    if (step.kind === 'condition' && (leafCount(step.group) === 0 || !isComplete(step.group))) faults.push({ step: step.id, kind: 'condition' })
    if (step.kind === 'message' && step.template === '') faults.push({ step: step.id, kind: 'template' })
  }
  return faults
}

type Label = (step: Step | 'entry' | 'done' | 'left') => Said

/** The graph the platform keeps: the steps in a row, and out to the side where a condition fails. */
export function draftOf(plan: Plan, label: Label): JourneyDraft {
  const nodes: JourneyNode[] = []
  const edges: JourneyEdge[] = []
  const node = (id: string, kind: string, said: Said, settings: Record<string, unknown>) => nodes.push({ id, kind, label: said, x: 0, y: nodes.length * 120, settings })
  node('start', 'entry', label('entry'), {})
  const ids = plan.steps.map((step) => step.id)
  edges.push({ from: 'start', to: ids[0] ?? 'done', port: 'next' })
  plan.steps.forEach((step, index) => {
    const next = ids[index + 1] ?? 'done'
    if (step.kind === 'wait') node(step.id, 'wait', label(step), { length: lengthOf(step.amount, step.unit) })
    if (step.kind === 'message') node(step.id, 'message', label(step), { channel: step.channel, purpose: step.purpose, template: step.template })
    if (step.kind === 'condition') {
      node(step.id, 'branch', label(step), { arms: [{ key: 'yes', condition: toJson(step.group) }] })
      edges.push({ from: step.id, to: next, port: 'yes', label: { zh: '符合', en: 'holds' } }, { from: step.id, to: 'left', port: 'otherwise', label: { zh: '不符合', en: 'does not' } })
    } else {
      edges.push({ from: step.id, to: next, port: 'next' })
    }
  })
  node('done', 'exit', label('done'), { goal: true })
  if (plan.steps.some((step) => step.kind === 'condition')) node('left', 'exit', label('left'), { goal: false })
  const narrow = narrowing[plan.fact]
  return {
    code: plan.code,
    name: { zh: plan.name.trim(), en: plan.name.trim() },
    trigger: { fact: plan.fact, when: narrow && plan.only ? { [narrow]: plan.only } : {} },
    reEntry: { rule: plan.repeat, days: plan.repeat === 'after_days' ? plan.repeatDays : 0 } as JourneyDraft['reEntry'],
    graph: { nodes, edges },
  }
}

/** The plan behind a journey; null when it is no simple row of steps. */
export function planOf(journey: Journey, name: string): Plan | null {
  const byId = new Map(journey.graph.nodes.map((node) => [node.id, node]))
  const follow = (id: string, port: string) => journey.graph.edges.find((edge) => edge.from === id && edge.port === port)?.to
  const entry = journey.graph.nodes.find((node) => node.kind === 'entry')
  const narrow = narrowing[journey.trigger.fact]
  const when = Object.entries(journey.trigger.when)
  if (!entry || when.length > 1 || (when[0] && when[0][0] !== narrow)) return null
  const steps: Step[] = []
  const seen = new Set<string>([entry.id])
  let at = follow(entry.id, 'next')
  while (at !== undefined && byId.get(at)?.kind !== 'exit') {
    const node = byId.get(at)
    const step = node && !seen.has(at) ? stepOf(node, follow) : null
    if (!step) return null
    seen.add(at)
    steps.push(step)
    at = follow(at, step.kind === 'condition' ? 'yes' : 'next')
  }
  const walked = seen.size + journey.graph.nodes.filter((node) => node.kind === 'exit').length
  if (walked !== journey.graph.nodes.length) return null
  return {
    code: journey.code, name, fact: journey.trigger.fact, only: when[0] ? String(when[0][1]) : '',
    repeat: journey.reEntry.rule as Plan['repeat'], repeatDays: journey.reEntry.days || 30, steps,
  }

  function stepOf(node: JourneyNode, next: typeof follow): Step | null {
    const { settings } = node
    if (node.kind === 'wait') {
      const length = readLength(settings.length)
      return length && { id: node.id, kind: 'wait', ...length }
    }
    if (node.kind === 'message') return { id: node.id, kind: 'message', channel: String(settings.channel), purpose: String(settings.purpose), template: String(settings.template) }
    const arms = settings.arms
    if (node.kind !== 'branch' || !Array.isArray(arms) || arms.length !== 1 || arms[0].key !== 'yes') return null
    const otherwise = next(node.id, 'otherwise')
    if (otherwise === undefined || byId.get(otherwise)?.kind !== 'exit') return null
    return { id: node.id, kind: 'condition', group: fromJson(arms[0].condition) }
  }
}

export const emptyStep = (kind: Step['kind']): Step =>
  kind === 'wait'
    ? { id: newStepId(), kind, amount: 1, unit: 'days' }
    : kind === 'condition'
      ? { id: newStepId(), kind, group: emptyGroup() }
      : { id: newStepId(), kind, channel: 'sms', purpose: 'marketing', template: '' }
