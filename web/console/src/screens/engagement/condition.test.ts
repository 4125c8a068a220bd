import { describe, expect, it } from 'vitest'
import { completePart, countAt, emptyGroup, fromJson, isComplete, leafCount, newId, pathsOf, toJson, withAdded, withItem, type Item } from './condition'
import { routeJson, routeOf, stationJson, stationOf } from './route'

const elders = {
  $and: [
    { age: { $gte: 60 } },
    { $did: { event: 'trip', withinDays: 30 } },
    { $or: [{ $didNot: { event: 'visit', withinDays: 90 } }, { tags: { $in: ['annual-pass'] } }] },
  ],
}

describe('a condition', () => {
  it('comes back as the same JSON after being read into the builder', () => {
    expect(toJson(fromJson(elders))).toEqual(elders)
  })

  it('keeps what the builder cannot show, unchanged', () => {
    const odd = { $and: [{ city: { $not: { $eq: 'WUH' } } }, { $not: { age: { $lt: 18 } } }] }
    expect(toJson(fromJson(odd))).toEqual(odd)
  })

  it('splits several checks of one attribute, meaning the same', () => {
    expect(toJson(fromJson({ age: { $gte: 60, $lt: 70 } }))).toEqual({ $and: [{ age: { $gte: 60 } }, { age: { $lt: 70 } }] })
    expect(toJson(fromJson({ city: 'WUH' }))).toEqual({ $and: [{ city: { $eq: 'WUH' } }] })
  })

  it('keeps where of a behaviour', () => {
    const bought = { $and: [{ $did: { event: 'trip', atLeast: 3, where: { toCity: { $in: ['CAN'] } } } }] }
    expect(toJson(fromJson(bought))).toEqual(bought)
  })
})

describe('places', () => {
  it('keep the share, the circle and the route', () => {
    const near = { at: 'x', latitude: 31.1, longitude: 121.6, metres: 500 }
    const asked = { $and: [{ $did: { event: 'app', atLeast: 2, withinDays: 90, where: { 'at.position': { $near: near } }, share: 60 } }] }
    expect(toJson(fromJson(asked))).toEqual(asked)
    for (const both of [true, false]) expect(routeOf(routeJson({ from: 'AOH', to: 'HZH', both }))).toEqual({ from: 'AOH', to: 'HZH', both })
    expect(routeOf(stationJson('AOH'))).toBeNull()
    expect(stationOf(stationJson('AOH'))).toBe('AOH')
    expect(stationOf(routeJson({ from: 'AOH', to: 'HZH', both: true }))).toBeNull()
  })

  it('wait for the point and the stations', () => {
    const near = (value: unknown) => fromJson({ $did: { event: 'app', where: { 'at.position': { $near: value } } } })
    expect(isComplete(near({ metres: 500 }))).toBe(false)
    expect(isComplete(near({ metres: 500, latitude: 31.1, longitude: 121.6 }))).toBe(true)
    expect(isComplete(fromJson({ $did: { event: 'trip', where: routeJson({ from: 'AOH', to: '', both: true }) } }))).toBe(false)
  })
})

describe('first and last', () => {
  it('keep their stretch of time and what each occurrence is asked', () => {
    const first = { $and: [{ $first: { event: 'trip', beforeDays: 30, where: { amountMinor: { $gte: 100 } } } }, { $last: { event: 'visit', withinDays: 7 } }] }
    expect(toJson(fromJson(first))).toEqual(first)
  })

  it('wait for the value of a question about the occurrence', () => {
    expect(isComplete(fromJson({ $first: { event: 'trip', withinDays: 3, where: { amountMinor: { $gte: null } } } }))).toBe(false)
  })
})

describe('paths', () => {
  it('are those the service tells counts by', () => {
    const group = fromJson(elders)
    const paths = pathsOf(group)
    expect([...paths.values()]).toEqual(['$and', '$and.0', '$and.1', '$and.2.$or', '$and.2.$or.0', '$and.2.$or.1'])
    const leaves = [{ path: '$and.0.age.$gte', count: 12 }, { path: '$and.1', count: 7 }]
    expect(countAt(leaves, '$and.0')).toBe(12)
    expect(countAt(leaves, '$and.1')).toBe(7)
    expect(countAt(leaves, '$and.2.$or')).toBeNull()
  })
})

describe('editing', () => {
  const leaf = (value: unknown): Item => ({ id: newId(), kind: 'attribute', name: 'age', operator: '$gte', value })

  it('adds, changes and takes away deep inside', () => {
    const group = fromJson(elders)
    const inner = group.items[2]!
    const added = withAdded(group, inner.id, leaf(18))
    expect(leafCount(added)).toBe(5)
    const id = (added.items[2] as { items: Item[] }).items[2]!.id
    const changed = withItem(added, id, (item) => ({ ...item, value: 21 }) as Item)
    expect(JSON.stringify(toJson(changed))).toContain('{"age":{"$gte":21}}')
    expect(toJson(withItem(changed, id, () => null))).toEqual(elders)
  })

  it('counts what is complete while the rest is still being written', () => {
    const group = { ...emptyGroup(), items: [leaf(60), leaf(null), emptyGroup('any')] }
    expect(isComplete(group)).toBe(false)
    expect(toJson(completePart(group)!)).toEqual({ $and: [{ age: { $gte: 60 } }] })
    expect(completePart(emptyGroup())).toBeNull()
  })
})
