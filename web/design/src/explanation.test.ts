import { describe, expect, it } from 'vitest'
import { unsaid } from './explanation'

describe('the values of a reason', () => {
  it('are left out where the sentence has said them', () => {
    expect(unsaid({ have: 571, needed: 1000 }, '银卡要求定级积分满 1,000：现有 571')).toEqual([])
  })

  it('stand beside it where it has not', () => {
    expect(unsaid({ legFree: 12, note: '' }, 'The leg is full.')).toEqual([['legFree', 12]])
  })
})
