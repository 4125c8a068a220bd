import type { Journey, JourneyEdge, JourneyNode, Said } from '@waystation/client'
import { fromJson, isComplete, leafCount } from './condition'
import { layout } from './journey-layout'

/** A journey as the canvas edits it; every change answers a new drawing and leaves the old one for undo. */
export type Drawing = Journey['graph']

export const kinds = ['message', 'wait', 'wait_until', 'await', 'branch', 'split', 'tag', 'grant', 'attribute', 'tier', 'task', 'call', 'exit'] as const
export type Kind = (typeof kinds)[number]
export type Unit = 'minutes' | 'hours' | 'days'

const letters: Record<Unit, [string, string]> = { minutes: ['PT', 'M'], hours: ['PT', 'H'], days: ['P', 'D'] }
export const lengthOf = (amount: number, unit: Unit) => `${letters[unit][0]}${amount}${letters[unit][1]}`

export function readLength(length: unknown): { amount: number; unit: Unit } | null {
  const found = /^P(?:(\d+)D|T(\d+)H|T(\d+)M)$/.exec(String(length))
  if (!found) return null
  if (found[1]) return { amount: Number(found[1]), unit: 'days' }
  return found[2] ? { amount: Number(found[2]), unit: 'hours' } : { amount: Number(found[3]), unit: 'minutes' }
}

export const newStepId = () => `s${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`

export interface Arm { key: string; condition: unknown }
export interface Share { key: string; perTenThousand: number }
/** A field of another system's answer that stays with the member. */
export interface Taken { name: string; pointer: string; kind: 'text' | 'whole' | 'flag' }
export const takenOf = (node: JourneyNode) => (Array.isArray(node.settings.takes) ? (node.settings.takes as Taken[]) : [])
/** Under which name it stays with the member; the platform forms it alike. */
export const staysAs = (name: string) => `answer${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
export const armsOf = (node: JourneyNode) => (Array.isArray(node.settings.arms) ? (node.settings.arms as Arm[]) : [])
export const sharesOf = (node: JourneyNode) => (Array.isArray(node.settings.shares) ? (node.settings.shares as Share[]) : [])

const beginnings: Record<Kind, Record<string, unknown>> = {
  message: { channel: 'sms', purpose: 'marketing', template: '' },
  wait: { length: 'P1D' },
  wait_until: { time: '10:00' },
  await: { fact: 'TicketIssued', patience: 'P3D' },
  branch: { arms: [{ key: 'yes', condition: {} }] },
  split: { shares: [{ key: 'a', perTenThousand: 5000 }, { key: 'b', perTenThousand: 5000 }] },
  tag: { tag: '', adds: true },
  grant: { kind: 'points', what: 'points', amount: 100 },
  attribute: { tag: '', value: '' },
  tier: { club: 'main', tier: '', days: 30 },
  task: { title: '', detail: '', team: '', dueDays: 1 },
  call: { address: '', patience: 'PT10M', takes: [] },
  exit: { goal: false, reason: '' },
}

export const freshNode = (kind: Kind, label: Said, x = 0, y = 0): JourneyNode => ({ id: newStepId(), kind, label, x: Math.round(x), y: Math.round(y), settings: structuredClone(beginnings[kind]) })

/** Ways out that have to lead somewhere; a message may have two more. */
export function portsOf(node: JourneyNode): string[] {
  if (node.kind === 'exit') return []
  if (node.kind === 'await') return ['fact', 'timeout']
  if (node.kind === 'call') return ['next', 'failed', 'timeout']
  if (node.kind === 'wait_by') return ['next', 'absent']
  if (node.kind === 'branch') return [...armsOf(node).map((arm) => arm.key), 'otherwise']
  if (node.kind === 'split') return sharesOf(node).map((share) => share.key)
  return ['next']
}

export const choicesOf = (node: JourneyNode) => (node.kind === 'message' ? ['capped', 'withheld'] : [])

export const edgeAt = (drawing: Drawing, from: string, port: string) => drawing.edges.find((edge) => edge.from === from && edge.port === port)

export function reaches(drawing: Drawing, from: string, to: string): boolean {
  const open = [from]
  const seen = new Set<string>()
  while (open.length > 0) {
    const at = open.pop()!
    if (at === to) return true
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...drawing.edges.filter((edge) => edge.from === at).map((edge) => edge.to))
  }
  return false
}

/** A way out led to a step, or to nowhere; null when it would come round to itself. */
export function connected(drawing: Drawing, from: string, port: string, to: string): Drawing | null {
  if (to !== '' && reaches(drawing, to, from)) return null
  const before = edgeAt(drawing, from, port)
  const edges = drawing.edges.filter((edge) => edge !== before)
  return { ...drawing, edges: to === '' ? edges : [...edges, { from, to, port, ...(before?.label ? { label: before.label } : {}) }] }
}

/** A step put between the two ends of an arrow, or behind a way out that leads nowhere yet. */
export function inserted(drawing: Drawing, node: JourneyNode, from: string, port: string): Drawing {
  const before = edgeAt(drawing, from, port)
  const first = portsOf(node)[0]
  const parent = drawing.nodes.find((one) => one.id === from)
  const placed = node.x === 0 && node.y === 0 && parent ? { ...node, x: parent.x + column, y: parent.y + portsOf(parent).indexOf(port) * 132 } : node
  // Whoever stands right of it makes room.
  const nodes = before ? drawing.nodes.map((one) => (one.id !== from && reaches(drawing, before.to, one.id) ? { ...one, x: one.x + column } : one)) : drawing.nodes
  const onwards: JourneyEdge[] = before && first ? [{ from: node.id, to: before.to, port: first }] : []
  const into: JourneyEdge = { from, to: node.id, port, ...(before?.label ? { label: before.label } : {}) }
  return { ...drawing, nodes: [...nodes, placed], edges: [...drawing.edges.filter((edge) => edge !== before), into, ...onwards] }
}

/** Where a step goes that was only named: behind the chosen one, else where something is open, else before the first end. */
export function placeFor(drawing: Drawing, chosen: string | null): { from: string; port: string } | null {
  const openOf = (node: JourneyNode) => portsOf(node).find((port) => !edgeAt(drawing, node.id, port))
  const here = drawing.nodes.find((node) => node.id === chosen)
  if (here && portsOf(here).length > 0) return { from: here.id, port: openOf(here) ?? portsOf(here)[0]! }
  for (const node of drawing.nodes) {
    const port = openOf(node)
    if (port !== undefined) return { from: node.id, port }
  }
  const exits = new Set(drawing.nodes.filter((node) => node.kind === 'exit').map((node) => node.id))
  return drawing.edges.find((edge) => exits.has(edge.to)) ?? null
}

/** Without a step; whoever came to it goes on to where its first way out led. */
export function without(drawing: Drawing, id: string): Drawing {
  const node = drawing.nodes.find((one) => one.id === id)
  if (!node || node.kind === 'entry') return drawing
  const next = portsOf(node).map((port) => edgeAt(drawing, id, port)?.to).find((to) => to !== undefined)
  const edges = drawing.edges.filter((edge) => edge.from !== id).flatMap((edge) => (edge.to !== id ? [edge] : next ? [{ ...edge, to: next }] : []))
  return { ...drawing, nodes: drawing.nodes.filter((one) => one.id !== id), edges }
}

/** A step with other settings; arrows of ways out it has no more go with them. */
export function changed(drawing: Drawing, node: JourneyNode): Drawing {
  const ports = [...portsOf(node), ...choicesOf(node)]
  return { ...drawing, nodes: drawing.nodes.map((one) => (one.id === node.id ? node : one)), edges: drawing.edges.filter((edge) => edge.from !== node.id || ports.includes(edge.port)) }
}

export const moved = (drawing: Drawing, to: Map<string, { x: number; y: number }>): Drawing => ({ ...drawing, nodes: drawing.nodes.map((node) => ({ ...node, ...rounded(to.get(node.id)) })) })
const rounded = (at?: { x: number; y: number }) => at && { x: Math.round(at.x), y: Math.round(at.y) }

/** Room for an arrow's name and its plus between two columns. */
const column = 300
export const tidied = (drawing: Drawing): Drawing => moved(drawing, new Map(layout(drawing.nodes, drawing.edges).map(({ id, x, y }) => [id, { x: (x / 236) * column, y }])))

/** As somebody arranged it; where most arrows do not lead to the right nobody did, and it is laid out. */
export function arranged(drawing: Drawing): Drawing {
  const at = new Map(drawing.nodes.map((node) => [node.id, node.x]))
  const right = drawing.edges.filter((edge) => (at.get(edge.to) ?? 0) >= (at.get(edge.from) ?? 0) + 236)
  return right.length * 2 > drawing.edges.length ? drawing : tidied(drawing)
}

export interface Fault { node: string; kind: string; value: string }

/** What keeps a drawing from being published, as far as it shows; the names are those of the platform. */
export function faultsOf(drawing: Drawing, templates: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = []
  const say = (node: string, kind: string, value = '') => faults.push({ node, kind, value })
  const entry = drawing.nodes.find((node) => node.kind === 'entry')
  if (!entry) say('', 'NO_ENTRY')
  if (!drawing.nodes.some((node) => node.kind === 'exit')) say('', 'NO_EXIT')
  for (const node of drawing.nodes) {
    const { settings, id } = node
    if (node.kind === 'message' && !templates.has(String(settings.template))) say(id, 'MISSING_TEMPLATE', String(settings.template))
    if (node.kind === 'wait' && /^P(T?0[DHM])?$/.test(String(settings.length))) say(id, 'WAIT_IS_NOT_POSITIVE')
    if (node.kind === 'tag' && !String(settings.tag).trim()) say(id, 'TAG_IS_BLANK')
    if (node.kind === 'grant' && (!String(settings.what).trim() || !(Number(settings.amount ?? 1) >= 1))) say(id, 'GRANT_IS_EMPTY')
    if (node.kind === 'attribute' && !String(settings.tag ?? '').trim()) say(id, 'ACTION_IS_INCOMPLETE', 'tag')
    if (node.kind === 'tier' && !String(settings.tier ?? '').trim()) say(id, 'TIER_IS_UNKNOWN')
    if (node.kind === 'task' && !String(settings.title ?? '').trim()) say(id, 'ACTION_IS_INCOMPLETE', 'title')
    if (node.kind === 'call' && !String(settings.address ?? '').trim()) say(id, 'ADDRESS_IS_UNKNOWN')
    if (node.kind === 'split' && (sharesOf(node).reduce((sum, share) => sum + share.perTenThousand, 0) !== 10_000 || sharesOf(node).some((share) => share.perTenThousand < 0))) say(id, 'SHARES_ARE_NOT_WHOLE')
    if (node.kind === 'branch' && (armsOf(node).length === 0 || armsOf(node).some((arm) => isEmpty(arm)))) say(id, 'EMPTY_BRANCH')
    for (const port of portsOf(node)) if (!drawing.nodes.some((one) => one.id === edgeAt(drawing, id, port)?.to)) say(id, 'LEADS_NOWHERE', port)
    if (entry && id !== entry.id && !reaches(drawing, entry.id, id)) say(id, 'UNREACHABLE')
  }
  return faults
}

function isEmpty(arm: Arm): boolean {
  const group = fromJson(arm.condition)
  return leafCount(group) === 0 || !isComplete(group)
}
