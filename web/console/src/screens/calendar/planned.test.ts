import type { Journey } from '@waystation/client'
import { describe, expect, it } from 'vitest'
import { feastOf, lunarOf, lunarWord } from './lunar'
import { again, daysOf, isMovable, ofJourneys, ofWindows } from './planned'

const journey = (id: string, at: object, state = 'draft') => ({ id, code: id, name: { zh: id, en: id }, state, trigger: { fact: 'OnTime', when: {}, at: { offsetDays: 0, segment: 'seg_1', time: '10:00', ...at } } }) as unknown as Journey

describe('The lunar calendar', () => {
  it('knows the feasts of years people remember', () => {
    expect([['2026-02-17', '春节'], ['2026-02-16', '除夕'], ['2026-03-03', '元宵节'], ['2026-04-05', '清明'], ['2026-06-19', '端午节'], ['2026-09-25', '中秋节'], ['2027-02-06', '春节'], ['2026-10-01', '国庆节'], ['2024-04-04', '清明']].map(([day]) => feastOf(day!)?.zh)).toEqual(['春节', '除夕', '元宵节', '清明', '端午节', '中秋节', '春节', '国庆节', '清明'])
    expect(feastOf('2026-02-18')).toBeNull()
  })

  it('keeps no feast twice in a leap month', () => {
    expect(lunarOf('2025-07-29')).toEqual({ month: 6, day: 5, leap: true })
    expect([lunarWord('2026-02-17').zh, lunarWord('2026-02-26').zh, lunarWord('2026-03-08').zh, lunarWord('2026-11-23').zh, lunarWord('2025-07-25').zh]).toEqual(['正月', '初十', '二十', '十五', '闰六月'])
  })
})

describe('What is planned', () => {
  it('stands on each day on which the clock opens it', () => {
    const all = [journey('once', { every: 'once', on: '2026-12-02' }), journey('weekly', { every: 'week', on: 'FRIDAY' }, 'published'), journey('monthly', { every: 'month', on: '15' }, 'published'), journey('daily', { every: 'day' }, 'published'), journey('gone', { every: 'once', on: '2026-12-02' }, 'stopped')]
    const found = ofJourneys(all, daysOf('month', '2026-12-10')).map((one) => `${one.name.zh} ${one.day}`)
    expect(found).toEqual(['once 2026-12-02', 'weekly 2026-12-04', 'weekly 2026-12-11', 'weekly 2026-12-18', 'weekly 2026-12-25', 'weekly 2027-01-01', 'monthly 2026-12-15'])
  })

  it('shows a window where it begins and where it ends', () => {
    const found = ofWindows('coupon', [{ id: 'c', name: { zh: '券', en: 'c' }, from: '2026-12-01', until: '2026-12-31', state: 'live', href: '/' }], (instant) => ({ day: instant, time: '00:00' }))
    expect(found.map((one) => `${one.turn} ${one.day}`)).toEqual(['begins 2026-12-01', 'ends 2026-12-31'])
  })

  it('is dragged only while it is a draft that lies ahead', () => {
    const one = (state: string, on = '2026-12-02') => ofJourneys([journey('x', { every: 'once', on }, state)], daysOf('month', '2026-12-10'))[0]!
    expect(isMovable(one('draft'), '2026-12-01')).toBe(true)
    expect(isMovable(one('published'), '2026-12-01')).toBe(false)
    expect(isMovable(one('draft'), '2026-12-03')).toBe(false)
    expect(isMovable({ ...one('draft'), kind: 'journey' }, '2026-12-01')).toBe(false)
  })

  it('takes over last week once, and nothing into the past', () => {
    const past = [journey('a', { every: 'once', on: '2026-12-01' }, 'published'), journey('b', { every: 'once', on: '2026-12-04' }, 'published')]
    const week = daysOf('week', '2026-12-10')
    expect(week).toEqual(['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-12', '2026-12-13'])
    expect(again(past, week, '2026-12-07').map(({ journey: one, day }) => `${one.id} ${day}`)).toEqual(['a 2026-12-08', 'b 2026-12-11'])
    expect(again(past, week, '2026-12-09').map(({ day }) => day)).toEqual(['2026-12-11'])
    const copy = { ...journey('copy', { every: 'once', on: '2026-12-11' }), name: { zh: 'b', en: 'b' } } as Journey
    expect(again([...past, copy], week, '2026-12-09')).toEqual([])
  })
})
