import { describe, expect, it } from 'vitest'
import { hundredths, sumOfOdds } from './odds'

describe('stated odds', () => {
  it('add up exactly where fractions of a percent would not', () => {
    expect(sumOfOdds([0.1, 0.2, 99.7])).toEqual({ sum: 10_000, missing: 0 })
    expect(sumOfOdds(Array.from({ length: 3 }, () => 33.33))).toEqual({ sum: 9_999, missing: 1 })
  })

  it('say what is missing, and what is too much', () => {
    expect(sumOfOdds([5, null, undefined]).missing).toBe(9_500)
    expect(sumOfOdds([60, 60]).missing).toBe(-2_000)
    expect(hundredths(null)).toBe(0)
  })
})
