import dayjs, { type Dayjs } from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import { useWorld } from './session'

dayjs.extend(utc)
dayjs.extend(timezone)

/**
 * A picker shows days and clocks without a zone; what people mean by them are the venue's, wherever
 * their browser stands. These turn one into the other.
 */
export function venueDays(zone: string) {
  const instant = (wall: Dayjs, format: string) => dayjs.tz(wall.format(format), zone)
  return {
    /** The first moment of the picked day. */
    begin: (day: Dayjs) => instant(day, 'YYYY-MM-DD').toISOString(),
    /** The last millisecond of the picked day. */
    end: (day: Dayjs) => instant(day.add(1, 'day'), 'YYYY-MM-DD').subtract(1, 'millisecond').toISOString(),
    /** The picked day and clock. */
    moment: (wall: Dayjs) => instant(wall, 'YYYY-MM-DDTHH:mm:ss').toISOString(),
    /** What a picker shows for an instant. */
    shown: (at: string) => dayjs(dayjs(at).tz(zone).format('YYYY-MM-DDTHH:mm:ss')),
  }
}

export type VenueDays = ReturnType<typeof venueDays>

export const useVenueDays = () => venueDays(useWorld().data?.zone ?? 'Asia/Shanghai')
