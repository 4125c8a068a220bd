import type { Said } from '@waystation/design'

/** A day by the lunar calendar; a leap month repeats the number of the one before. */
export interface Lunar { month: number; day: number; leap: boolean }

const reckoning = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/**
 * The new moon of February 2027 falls four minutes before midnight in Beijing; browsers reckon it a
 * day late, and with it the whole first month.
 */
const late = { from: '2027-02-06', until: '2027-03-07' }

export function lunarOf(date: string): Lunar {
  if (date >= late.from && date <= late.until) return { month: 1, day: (Date.parse(date) - Date.parse(late.from)) / 86_400_000 + 1, leap: false }
  const parts = reckoning.formatToParts(new Date(`${date}T00:00:00Z`))
  const month = parts.find((part) => part.type === 'month')?.value ?? '1'
  return { month: parseInt(month, 10), day: Number(parts.find((part) => part.type === 'day')?.value ?? 1), leap: /bis/.test(month) }
}

const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']

/** As a wall calendar prints it: the month on its first day, else the day. */
export function lunarWord(date: string): Said {
  const { month, day, leap } = lunarOf(date)
  if (day === 1) return { zh: `${leap ? '闰' : ''}${months[month - 1]}月`, en: `lunar ${leap ? 'leap ' : ''}${month}/1` }
  const zh = day === 10 ? '初十' : day === 20 ? '二十' : day === 30 ? '三十' : `${['初', '十', '廿'][Math.floor(day / 10)]}${digits[(day % 10) - 1]}`
  return { zh, en: `${month}/${day}` }
}

const bySun: Record<string, Said> = {
  '01-01': { zh: '元旦', en: 'New Year' },
  '05-01': { zh: '劳动节', en: 'Labour Day' },
  '10-01': { zh: '国庆节', en: 'National Day' },
}

const byMoon: Record<string, Said> = {
  '1-1': { zh: '春节', en: 'Spring Festival' },
  '1-15': { zh: '元宵节', en: 'Lantern Festival' },
  '5-5': { zh: '端午节', en: 'Dragon Boat Festival' },
  '7-7': { zh: '七夕', en: 'Qixi' },
  '8-15': { zh: '中秋节', en: 'Mid-Autumn Festival' },
  '9-9': { zh: '重阳节', en: 'Double Ninth' },
  '12-8': { zh: '腊八', en: 'Laba' },
}

/** The 4th, 5th or 6th of April: the formula almanacs use for this century. */
function qingming(year: number): number {
  const short = year % 100
  return Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)
}

const following = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The feast of a day, if it is one; the offices' days off in lieu are not known here. */
export function feastOf(date: string): Said | null {
  const sun = bySun[date.slice(5)]
  if (sun) return sun
  if (date.slice(5, 7) === '04' && Number(date.slice(8)) === qingming(Number(date.slice(0, 4)))) return { zh: '清明', en: 'Qingming' }
  const eve = lunarOf(following(date))
  if (eve.month === 1 && eve.day === 1 && !eve.leap) return { zh: '除夕', en: 'New Year’s Eve' }
  const { month, day, leap } = lunarOf(date)
  return leap ? null : (byMoon[`${month}-${day}`] ?? null)
}
