import { describe, expect, it } from 'vitest'
import { formatsFor } from './format'

const zh = formatsFor('zh', 'Asia/Shanghai', 2026)
const en = formatsFor('en', 'Asia/Shanghai', 2026)

describe('dates and times', () => {
  it('are written as people write them, in the zone of the venue', () => {
    expect(zh.dateTime('2026-11-22T00:50:00Z')).toBe('11月22日 周日 08:50')
    expect(en.dateTime('2026-11-22T00:50:00Z')).toBe('Sun 22 Nov 08:50')
  })

  it('keep a plain date on its own day', () => {
    expect(zh.date('2026-12-01')).toBe('12月1日 周二')
    expect(en.date('2026-12-01')).toBe('Tue 1 Dec')
  })

  it('belong to the day and the month of the venue, not of Greenwich', () => {
    expect(zh.isoDate('2026-11-30T23:30:00Z')).toBe('2026-12-01')
    expect(zh.isoMonth('2026-11-30T23:30:00Z')).toBe('2026-12')
  })

  it('carry their year where it is another one', () => {
    expect(zh.date('2027-11-30')).toBe('2027年11月30日')
    expect(en.dateTime('2025-01-31T02:00:00Z')).toBe('31 Jan 2025 10:00')
  })

  it('call midnight 00:00, not 24:00', () => {
    expect(zh.time('2026-11-21T16:00:00Z')).toBe('00:00')
  })

  it('name today and yesterday by the clock they are given, not by the machine', () => {
    const now = '2026-11-22T02:00:00Z'
    expect(zh.near('2026-11-22T00:31:00Z', now)).toBe('今天 08:31')
    expect(zh.near('2026-11-21T12:14:00Z', now)).toBe('昨天 20:14')
    expect(zh.near('2026-02-01T02:00:00Z', now)).toBe('2月1日 10:00')
    expect(zh.near('2025-01-31T02:00:00Z', now)).toBe('2025年1月31日')
    expect(en.near('2025-01-31T02:00:00Z', now)).toBe('31 Jan 2025')
  })

  it('say a length in hours and minutes', () => {
    expect(zh.minutes(242)).toBe('4 时 02 分')
    expect(en.minutes(45)).toBe('45 min')
  })
})

describe('money and numbers', () => {
  it('show minor units with the sign of the currency', () => {
    expect(zh.money({ minor: 55300, currency: 'CNY' })).toBe('¥553.00')
    expect(zh.money({ minor: -1234567, currency: 'CNY' })).toBe('−¥12,345.67')
    expect(zh.money(null)).toBe('—')
  })

  it('use 万 and 亿 in Chinese, K, M and B in English', () => {
    expect(zh.short(12_000)).toBe('1.2 万')
    expect(zh.short(350_000_000)).toBe('3.5 亿')
    expect(en.short(12_500)).toBe('12.5K')
    expect(zh.short(9_999)).toBe('9,999')
    expect(zh.moneyShort({ minor: 31_246_000, currency: 'CNY' })).toBe('¥31.2 万')
  })

  it('carry their unit', () => {
    expect(zh.points(12500)).toBe('12,500 分')
    expect(en.points(12500)).toBe('12,500 pts')
    expect(zh.percent(0.714)).toBe('71.4%')
    expect(zh.signed(-31009)).toBe('−31,009')
    expect(zh.signed(1058)).toBe('+1,058')
  })
})
