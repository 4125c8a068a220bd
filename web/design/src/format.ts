import type { Language } from './texts'
import { words } from './words'

export interface MoneyValue {
  minor: number
  currency: string
}

/** Text of numbers, money and time as people write them, for one language and one venue zone. */
export interface Formats {
  count(value: number): string
  short(value: number): string
  signed(value: number): string
  money(value: MoneyValue | null | undefined): string
  moneyShort(value: MoneyValue | null | undefined): string
  points(value: number): string
  percent(share: number, digits?: number): string
  date(instant: string | Date): string
  time(instant: string | Date): string
  clock(instant: string | Date): string
  dateTime(instant: string | Date): string
  isoDate(instant: string | Date): string
  isoMonth(instant: string | Date): string
  near(instant: string | Date, now: string | Date): string
  minutes(total: number): string
  list(items: readonly string[]): string
  labelled(label: string, text: string): string
}

const symbols: Record<string, string> = { CNY: '¥', USD: '$', EUR: '€', HKD: 'HK$' }

/** A day of another year than `thisYear` is written with its year instead of its weekday. */
export function formatsFor(language: Language, zone: string, thisYear = new Date().getFullYear()): Formats {
  const t = words[language]
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
  const monthDay = part(language === 'zh' ? { month: 'numeric', day: 'numeric' } : { day: 'numeric', month: 'short' })
  const year = part({ year: 'numeric' })
  const weekday = part({ weekday: 'short' })
  const hourMinute = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const hourMinuteSecond = part({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

  const dayText = (at: Date) => {
    if (language === 'zh') {
      const of = (kind: string) => monthDay.formatToParts(at).find((p) => p.type === kind)?.value ?? ''
      return `${of('month')}月${of('day')}日`
    }
    return monthDay.format(at)
  }
  const date = (value: string | Date) => {
    // A plain date carries no zone: it is read at noon so that no zone moves it.
    const at = asDate(value)
    const of = Number(iso.format(at).slice(0, 4))
    if (of !== thisYear) return language === 'zh' ? `${of}年${dayText(at)}` : `${dayText(at)} ${of}`
    return language === 'zh' ? `${dayText(at)} ${weekday.format(at)}` : `${weekday.format(at)} ${dayText(at)}`
  }
  const time = (value: string | Date) => hourMinute.format(asDate(value))

  const shortNumber = (value: number): string => {
    const size = Math.abs(value)
    if (language === 'zh') {
      if (size >= 1e8) return `${trim(value / 1e8)} 亿`
      if (size >= 1e4) return `${trim(value / 1e4)} 万`
      return numbers.format(value)
    }
    if (size >= 1e9) return `${trim(value / 1e9)}B`
    if (size >= 1e6) return `${trim(value / 1e6)}M`
    if (size >= 1e4) return `${trim(value / 1e3)}K`
    return numbers.format(value)
  }

  return {
    count: (value) => numbers.format(value),
    short: shortNumber,
    signed: (value) => (value > 0 ? `+${numbers.format(value)}` : value < 0 ? `−${numbers.format(-value)}` : '0'),
    money: (value) => (value ? moneyText(value, locale) : '—'),
    moneyShort: (value) => {
      if (!value) return '—'
      const major = value.minor / 100
      return Math.abs(major) >= 1e4 ? `${symbolOf(value.currency)}${shortNumber(major)}` : moneyText(value, locale)
    },
    points: (value) => t.points(numbers.format(value)),
    percent: (share, digits = 1) => `${trim(share * 100, digits)}%`,
    date,
    time,
    clock: (value) => hourMinuteSecond.format(asDate(value)),
    dateTime: (value) => `${date(value)} ${time(value)}`,
    isoDate: (value) => iso.format(asDate(value)),
    isoMonth: (value) => iso.format(asDate(value)).slice(0, 7),
    near: (value, now) => {
      const day = iso.format(asDate(value))
      const today = iso.format(asDate(now))
      const yesterday = iso.format(new Date(asDate(now).getTime() - 86_400_000))
      if (day === today) return `${t.today} ${time(value)}`
      if (day === yesterday) return `${t.yesterday} ${time(value)}`
      const sameYear = day.slice(0, 4) === today.slice(0, 4)
      if (sameYear) return `${dayText(asDate(value))} ${time(value)}`
      return language === 'zh'
        ? `${year.format(asDate(value)).replace('年', '')}年${dayText(asDate(value))}`
        : `${dayText(asDate(value))} ${year.format(asDate(value))}`
    },
    list: (items) => items.join(language === 'zh' ? '、' : ', '),
    labelled: (label, text) => (language === 'zh' ? `${label}：${text}` : `${label}: ${text}`),
    minutes: (total) => (total < 60 ? t.minutes(total) : t.hoursMinutes(Math.floor(total / 60), total % 60)),
  }
}

function asDate(value: string | Date): Date {
  if (value instanceof Date) return value
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T04:00:00Z`) : new Date(value)
}

function trim(value: number, digits = 1): string {
  const text = value.toFixed(digits)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function symbolOf(currency: string): string {
  return symbols[currency] ?? `${currency} `
}

function moneyText(value: MoneyValue, locale: string): string {
  const sign = value.minor < 0 ? '−' : ''
  const major = (Math.abs(value.minor) / 100).toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return `${sign}${symbolOf(value.currency)}${major}`
}
