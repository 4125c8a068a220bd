import type { Journey, JourneyDraft, JourneyEdge, JourneyNode, Shapes } from '@waystation/client'
import type { Said } from '@waystation/design'

/** One message to one audience at one time, as somebody plans it. */
export interface LaunchPlan {
  name: string
  segment: string
  channel: string
  template: string
  /** Of a hundred members, how many get nothing, so that the effect can be seen. */
  control: number
  /** A day such as 2026-12-01 and a clock such as 10:00, both of the venue. */
  day: string
  time: string
}

const labels = {
  entry: { zh: '进入', en: 'Enters' },
  deal: { zh: '留出对照组', en: 'Part a control group' },
  say: { zh: '发消息', en: 'Message' },
  done: { zh: '已处理', en: 'Done' },
  control: { zh: '对照组', en: 'Control group' },
} satisfies Record<string, Said>

export const trialKey = (code: string) => `${code}-control`

/** What a planned launch gives its text; a text that asks for more would reach nobody. */
export const givenValues = ['date']

/** The same plan as a journey: the clock lets the segment in once, a part is held out, the others get the message. */
export function drawingOf(plan: LaunchPlan, code: string, name: Said): JourneyDraft {
  const node = (id: keyof typeof labels, kind: string, column: number, settings: Record<string, unknown>, y = 0): JourneyNode => ({ id, kind, label: labels[id], x: column * 300, y, settings })
  const edge = (from: string, to: string, port = 'next'): JourneyEdge => ({ from, to, port })
  const say = node('say', 'message', 2, { channel: plan.channel, purpose: 'marketing', template: plan.template })
  const done = node('done', 'exit', 3, { goal: false, reason: 'done' })
  const parted = plan.control > 0
  const shares = [{ key: 'control', perTenThousand: plan.control * 100 }, { key: 'offer', perTenThousand: 10_000 - plan.control * 100 }]
  return {
    code,
    name,
    trigger: { fact: 'OnTime', when: {}, at: { every: 'once', time: plan.time, on: plan.day, segment: plan.segment, offsetDays: 0 } },
    reEntry: { rule: 'once', days: 0 },
    graph: {
      nodes: parted ? [node('entry', 'entry', 0, {}), node('deal', 'split', 1, { trial: trialKey(code), shares }), say, done, node('control', 'exit', 2, { goal: false, reason: 'control' }, 160)] : [node('entry', 'entry', 0, {}), say, done],
      edges: parted ? [edge('entry', 'deal'), edge('deal', 'control', 'control'), edge('deal', 'say', 'offer'), edge('say', 'done')] : [edge('entry', 'say'), edge('say', 'done')],
    },
  }
}

/** The experiment by which the control group is counted; it is judged once everybody was dealt. */
export function trialOf(plan: LaunchPlan, code: string, name: Said, members: number): Shapes['experiment.TrialDraft'] {
  return {
    key: trialKey(code),
    name,
    design: {
      arms: [
        { key: 'control', name: { zh: '对照组', en: 'Control group' }, weight: plan.control / 100 },
        { key: 'offer', name: { zh: '收到消息', en: 'Got the message' }, weight: 1 - plan.control / 100 },
      ],
      coverage: 1,
      decides: 'CONVERSION',
      guards: ['REVENUE'],
      plannedUnits: Math.max(members, 100),
    },
  }
}

/** A message a journey sends, and how many of a hundred stand back before it. */
export interface Sending {
  segment: string | null
  channel: string
  template: string
  control: number
  day: string | null
  time: string | null
}

/** What a journey sends, however it was drawn: its first message, its audience and its time where the clock opens it. */
export function sendingOf(journey: Pick<Journey, 'trigger' | 'graph'>): Sending | null {
  const say = journey.graph.nodes.find((node) => node.kind === 'message')
  if (!say) return null
  const at = journey.trigger.at
  const shares = journey.graph.nodes.filter((node) => node.kind === 'split').flatMap((node) => (node.settings.shares ?? []) as { key: string; perTenThousand: number }[])
  const control = shares.find((share) => share.key === 'control')
  const once = at?.every === 'once'
  return {
    segment: at?.segment ?? null,
    channel: String(say.settings.channel ?? ''),
    template: String(say.settings.template ?? ''),
    control: control ? control.perTenThousand / 100 : 0,
    day: once ? (at.on ?? null) : null,
    time: once ? at.time.slice(0, 5) : null,
  }
}

/** The plan a journey was made from, or nothing where it was drawn by hand. */
export function planOf(journey: Pick<Journey, 'trigger' | 'graph' | 'code'>, name: string): LaunchPlan | null {
  const sending = sendingOf(journey)
  if (!sending?.segment || !sending.day || !sending.time) return null
  const plan = { name, segment: sending.segment, channel: sending.channel, template: sending.template, control: sending.control, day: sending.day, time: sending.time }
  const drawn = drawingOf(plan, journey.code, { zh: name, en: name }).graph
  const same = (nodes: JourneyNode[]) => nodes.map((node) => `${node.id} ${node.kind}`).sort().join()
  return same(drawn.nodes) === same(journey.graph.nodes) && drawn.edges.length === journey.graph.edges.length ? plan : null
}

/** Of those who will receive, who gets it and who is held out; which member is which is dealt by hash, so this is about. */
export function parted(willReceive: number, control: number) {
  const held = Math.round((willReceive * control) / 100)
  return { held, sent: willReceive - held }
}
