import { describe, expect, it } from 'vitest'
import { wishKey } from './wish'

describe('the key of a wish', () => {
  it('is the same for the same thing and another one for any other', () => {
    const keys = ['rwd_1', 'rwd_2', 'rwd_1 a', 'rwd_1 ab', ''].map((about) => wishKey(about))
    expect(new Set(keys).size).toBe(keys.length)
    expect(wishKey('rwd_1', 'a')).toBe(wishKey('rwd_1', 'a'))
    expect(wishKey('rwd_1', 'a')).not.toBe(wishKey('rwd_1a', ''))
  })

  it('looks like every other key', () => {
    expect(wishKey('rwd_1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('tells ten thousand wishes apart', () => {
    expect(new Set(Array.from({ length: 10_000 }, (_, n) => wishKey('rwd', String(n)))).size).toBe(10_000)
  })
})
