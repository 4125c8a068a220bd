import dayjs from 'dayjs'
import { describe, expect, it } from 'vitest'
import { venueDays } from './venue-days'

describe('days of the venue', () => {
  it('begin and end at its own midnight, wherever the browser stands', () => {
    const shanghai = venueDays('Asia/Shanghai')
    expect(shanghai.begin(dayjs('2026-11-23'))).toBe('2026-11-22T16:00:00.000Z')
    expect(shanghai.end(dayjs('2026-11-23'))).toBe('2026-11-23T15:59:59.999Z')
  })

  it('are an hour shorter or longer where clocks change', () => {
    const newYork = venueDays('America/New_York')
    expect(newYork.begin(dayjs('2026-03-08'))).toBe('2026-03-08T05:00:00.000Z')
    expect(newYork.end(dayjs('2026-03-08'))).toBe('2026-03-09T03:59:59.999Z')
    expect(newYork.begin(dayjs('2026-11-01'))).toBe('2026-11-01T04:00:00.000Z')
    expect(newYork.end(dayjs('2026-11-01'))).toBe('2026-11-02T04:59:59.999Z')
  })

  it('come back from an instant as they were picked', () => {
    for (const zone of ['Asia/Shanghai', 'Europe/Berlin', 'Pacific/Apia']) {
      const days = venueDays(zone)
      const picked = dayjs('2026-06-30T23:30:00')
      expect(days.shown(days.moment(picked)).format()).toBe(picked.format())
    }
  })
})
