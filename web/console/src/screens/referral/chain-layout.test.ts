import { describe, expect, it } from 'vitest'
import { chainLayout } from './chain-layout'

const link = (memberId: string, broughtBy: string, depth: number) => ({ memberId, broughtBy, depth, name: memberId, state: 'waiting', review: 'none', flags: [], heldPoints: 0, earnedPoints: 0, brought: 0 })

describe('a chain of invitations', () => {
  it('puts whoever brought them beside the middle of their friends, and no two at one place', () => {
    const placed = chainLayout({ root: { memberId: 'r', name: 'r' }, above: [], below: [link('a', 'r', 1), link('b', 'r', 1), link('c', 'a', 2), link('d', 'a', 2)] })
    const at = new Map(placed.map((one) => [one.id, one]))
    expect(new Set(placed.map((one) => `${one.x} ${one.y}`)).size).toBe(5)
    expect(at.get('a')?.y).toBe(((at.get('c')?.y ?? 0) + (at.get('d')?.y ?? 0)) / 2)
    expect(at.get('r')?.x).toBe(0)
    expect(at.get('c')?.x).toBe(2 * (at.get('a')?.x ?? 0))
  })
})
