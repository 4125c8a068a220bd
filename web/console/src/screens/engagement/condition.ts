import type { ConditionJson } from '@waystation/client'

/**
 * The condition tree as the builder edits it. Its JSON is the condition language of the platform;
 * what the builder can't show as fields is carried through unchanged as `raw`, never dropped.
 */
export type Join = 'all' | 'any' | 'none'
export interface Group { id: string; kind: 'group'; join: Join; items: Item[] }
export interface AttributeItem { id: string; kind: 'attribute'; name: string; operator: string; value: unknown }
export interface BehaviourItem { id: string; kind: 'behaviour'; negated: boolean; event: string; atLeast: number; withinDays: number | null; where: unknown; share: number | null }
export type Window = 'withinDays' | 'beforeDays'
export interface OccurredItem { id: string; kind: 'occurred'; which: '$first' | '$last'; event: string; window: Window; days: number; where: unknown }
export interface RawItem { id: string; kind: 'raw'; json: ConditionJson }
export type Item = Group | AttributeItem | BehaviourItem | OccurredItem | RawItem

const words: Record<Join, string> = { all: '$and', any: '$or', none: '$nor' }
const joins: Record<string, Join> = { $and: 'all', $or: 'any', $nor: 'none' }

let last = 0
export const newId = () => `c${++last}`

export const emptyGroup = (join: Join = 'all'): Group => ({ id: newId(), kind: 'group', join, items: [] })

export function toJson(item: Item): ConditionJson {
  switch (item.kind) {
    case 'group':
      return { [words[item.join]]: item.items.map(toJson) }
    case 'attribute':
      return { [item.name]: { [item.operator]: item.value } }
    case 'behaviour': {
      const said: ConditionJson = { event: item.event }
      if (item.atLeast !== 1) said.atLeast = item.atLeast
      if (item.withinDays !== null) said.withinDays = item.withinDays
      if (item.where !== null && item.where !== undefined) said.where = item.where
      if (item.share !== null) said.share = item.share
      return { [item.negated ? '$didNot' : '$did']: said }
    }
    case 'occurred':
      return { [item.which]: { event: item.event, [item.window]: item.days, ...(item.where === null || item.where === undefined ? {} : { where: item.where }) } }
    case 'raw':
      return item.json
  }
}

const isObject = (value: unknown): value is ConditionJson => typeof value === 'object' && value !== null && !Array.isArray(value)

export function fromJson(json: unknown): Group {
  const item = itemFrom(json)
  return item.kind === 'group' ? item : { ...emptyGroup(), items: [item] }
}

function itemFrom(json: unknown): Item {
  if (!isObject(json)) return { id: newId(), kind: 'raw', json: { $raw: json } }
  const entries = Object.entries(json)
  if (entries.length !== 1) {
    return { ...emptyGroup(), items: entries.map(([key, value]) => itemFrom({ [key]: value })) }
  }
  const [key, value] = entries[0]!
  const join = joins[key]
  if (join && Array.isArray(value)) return { id: newId(), kind: 'group', join, items: value.map(itemFrom) }
  if ((key === '$did' || key === '$didNot') && isObject(value) && typeof value.event === 'string') {
    return {
      id: newId(),
      kind: 'behaviour',
      negated: key === '$didNot',
      event: value.event,
      atLeast: typeof value.atLeast === 'number' ? value.atLeast : 1,
      withinDays: typeof value.withinDays === 'number' ? value.withinDays : null,
      where: value.where ?? null,
      share: typeof value.share === 'number' ? value.share : null,
    }
  }
  if ((key === '$first' || key === '$last') && isObject(value) && typeof value.event === 'string') {
    const window: Window = typeof value.withinDays === 'number' ? 'withinDays' : 'beforeDays'
    return { id: newId(), kind: 'occurred', which: key, event: value.event, window, days: Number(value[window] ?? 30), where: value.where ?? null }
  }
  if (key.startsWith('$')) return { id: newId(), kind: 'raw', json }
  if (!isObject(value)) return { id: newId(), kind: 'attribute', name: key, operator: '$eq', value }
  const operators = Object.entries(value)
  if (operators.length === 0 || operators.some(([operator]) => !operator.startsWith('$') || operator === '$not')) {
    return { id: newId(), kind: 'raw', json }
  }
  const leaves = operators.map(([operator, operand]): AttributeItem => ({ id: newId(), kind: 'attribute', name: key, operator, value: operand }))
  return leaves.length === 1 ? leaves[0]! : { ...emptyGroup(), items: leaves }
}

/** Puts `change` in place of the item with this id, or takes the item away when it gives null. */
export function withItem(group: Group, id: string, change: (item: Item) => Item | null): Group {
  const items: Item[] = []
  for (const item of group.items) {
    const next = item.id === id ? change(item) : item.kind === 'group' ? withItem(item, id, change) : item
    if (next !== null) items.push(next)
  }
  return { ...group, items }
}

export function withAdded(group: Group, groupId: string, added: Item): Group {
  if (group.id === groupId) return { ...group, items: [...group.items, added] }
  return { ...group, items: group.items.map((item) => (item.kind === 'group' ? withAdded(item, groupId, added) : item)) }
}

/** Where each item stands in the JSON, written as the service writes the path of a leaf. */
export function pathsOf(group: Group, at = ''): Map<string, string> {
  const paths = new Map<string, string>()
  const own = at === '' ? words[group.join] : `${at}.${words[group.join]}`
  paths.set(group.id, own)
  group.items.forEach((item, index) => {
    const path = `${own}.${index}`
    if (item.kind === 'group') for (const [id, inner] of pathsOf(item, path)) paths.set(id, inner)
    else paths.set(item.id, path)
  })
  return paths
}

/** The count told for this place: exactly at it, or at the one leaf that stands below it. */
export function countAt(leaves: readonly { path: string; count: number }[], path: string): number | null {
  const exact = leaves.find((leaf) => leaf.path === path)
  if (exact) return exact.count
  const below = leaves.filter((leaf) => leaf.path.startsWith(`${path}.`))
  return below.length === 1 ? below[0]!.count : null
}

const isPlaced = (value: unknown) => isObject(value) && typeof value.latitude === 'number' && typeof value.longitude === 'number' && typeof value.metres === 'number'

/** An item that still lacks its value would be refused; the count waits for it instead. */
export function isComplete(item: Item): boolean {
  switch (item.kind) {
    case 'group':
      return item.items.length > 0 && item.items.every(isComplete)
    case 'attribute':
      if (item.operator === '$near') return isPlaced(item.value)
      return item.name !== '' && item.operator !== '' && item.value !== null && item.value !== undefined && item.value !== '' && !(Array.isArray(item.value) && item.value.length === 0)
    case 'behaviour':
    case 'occurred':
      return item.event !== '' && (item.where === null || item.where === undefined || isComplete(fromJson(item.where)))
    case 'raw':
      return true
  }
}

/** Only what is complete, for a count while the rest is still being written. */
export function completePart(group: Group): Group | null {
  const items = group.items
    .map((item) => (item.kind === 'group' ? completePart(item) : isComplete(item) ? item : null))
    .filter((item): item is Item => item !== null)
  return items.length === 0 ? null : { ...group, items }
}

export function leafCount(group: Group): number {
  return group.items.reduce((sum, item) => sum + (item.kind === 'group' ? leafCount(item) : 1), 0)
}

const negating = ['$ne', '$nin', '$nini', '$notInGroup']

/** Whether something in it is asked of those for whom something does not hold. */
export function negates(group: Group): boolean {
  return (
    (group.join === 'none' && group.items.length > 0) ||
    group.items.some((item) => (item.kind === 'group' ? negates(item) : item.kind === 'behaviour' ? item.negated : item.kind === 'attribute' && (negating.includes(item.operator) || (item.operator === '$exists' && item.value === false))))
  )
}
