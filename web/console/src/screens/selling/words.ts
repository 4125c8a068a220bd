import { dictionary, sayIn, useAppearance, type Said } from '@waystation/design'
import type { PlaceTime } from '@waystation/client'

export const sellingWords = dictionary(
  {
    classes: { business: '商务座', first: '一等座', second: '二等座', standing: '无座' },
    groups: { general: '普通', student: '学生', senior: '长者', child: '儿童' },
    orderStatus: { held: '待支付', paid: '已支付', cancelled: '已取消', expired: '已过期' },
    ticketStatus: { issued: '未检票', checked_in: '已检票', completed: '行程完成', refunded: '已退票', changed: '已改签', held: '占座中', void: '已作废' },
    seat: (car: string, label: string) => `${car}车 ${label}`,
  },
  {
    classes: { business: 'Business', first: 'First', second: 'Second', standing: 'Standing' },
    groups: { general: 'General', student: 'Student', senior: 'Senior', child: 'Child' },
    orderStatus: { held: 'To be paid', paid: 'Paid', cancelled: 'Cancelled', expired: 'Expired' },
    ticketStatus: { issued: 'Not checked in', checked_in: 'Checked in', completed: 'Trip completed', refunded: 'Refunded', changed: 'Changed', held: 'On hold', void: 'Void' },
    seat: (car: string, label: string) => `Car ${car} ${label}`,
  },
)

type Place = Pick<PlaceTime, 'name' | 'station'> | Said | string | null | undefined

/** The name of a place however the service speaks of it. */
export function usePlaceName(): (place: Place) => string {
  const { language } = useAppearance()
  return (place) => {
    if (!place) return '—'
    if (typeof place === 'string') return place
    if ('name' in place) return sayIn(language, place.name) || place.station
    return sayIn(language, place)
  }
}

/** Times of a timetable come as wall time of the venue ("09:10", "25:40") or as an instant. */
export function useClockText(): (time: string | null | undefined) => string {
  const { formats } = useAppearance()
  return (time) => {
    if (!time) return '—'
    // "00:25+1" is 00:25 on the next day.
    if (/^\d{1,2}:\d{2}(:\d{2})?(\+\d)?$/.test(time)) return time.replace(/^(\d{1,2}:\d{2})(:\d{2})?(\+\d)?$/, (_, clock: string, _seconds, days?: string) => (days ? `${clock} ${days}` : clock))
    return formats.time(time)
  }
}
