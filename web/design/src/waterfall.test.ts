import { describe, expect, it } from 'vitest'
import { waterfallBars } from './waterfall'

describe('a waterfall', () => {
  it('hangs each cause where it takes people away and ends on zero', () => {
    const bars = waterfallBars([
      { code: 'selected', label: '', count: 100 },
      { code: 'no_consent', label: '', count: -30 },
      { code: 'cap', label: '', count: 20 },
      { code: 'receive', label: '', count: 50 },
    ])
    expect(bars.map((bar) => [bar.kind, bar.from, bar.to])).toEqual([
      ['total', 0, 100],
      ['loss', 70, 100],
      ['loss', 50, 70],
      ['total', 0, 50],
    ])
  })
})
