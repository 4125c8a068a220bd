import { describe, expect, it } from 'vitest'
import { layout } from './journey-layout'

const node = (id: string) => ({ id, kind: 'wait', label: { zh: id, en: id }, settings: {}, x: 0, y: 0 })

describe('a journey on the canvas', () => {
  it('puts each step right of everything that leads to it', () => {
    const placed = layout(['a', 'b', 'c', 'd'].map(node), [
      { from: 'a', to: 'b', port: 'next' }, { from: 'a', to: 'd', port: 'next' }, { from: 'b', to: 'c', port: 'next' }, { from: 'c', to: 'd', port: 'next' },
    ])
    expect(placed.map((one) => [one.id, one.x])).toEqual([['a', 0], ['b', 236], ['c', 472], ['d', 708]])
  })

  it('spreads the arms of a branch around the middle', () => {
    const placed = layout(['a', 'b', 'c'].map(node), [{ from: 'a', to: 'b', port: 'next' }, { from: 'a', to: 'c', port: 'next' }])
    expect(placed.filter((one) => one.x > 0).map((one) => one.y)).toEqual([-66, 66])
  })

  it('survives a loop', () => {
    expect(layout(['a', 'b'].map(node), [{ from: 'a', to: 'b', port: 'next' }, { from: 'b', to: 'a', port: 'next' }])).toHaveLength(2)
  })
})
