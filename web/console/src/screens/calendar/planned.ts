import type { Journey, Shapes } from '@waystation/client'
import type { Said } from '@waystation/design'

export type Kind = 'launch' | 'journey' | 'coupon' | 'auction' | 'draw' | 'referral' | 'multiplier'
export const kinds: readonly Kind[] = ['launch', 'journey', 'coupon', 'auction', 'draw', 'referral', 'multiplier']

/** Something planned for a day. */
export interface Planned {
  key: string
  kind: Kind
  name: Said
  day: string
  time: string | null
  /** What happens then, where the name does not say it. */
  turn: 'begins' | 'ends' | 'once' | 'repeats' | null
  href: string
  state: string
  detail?: string
  journey?: Journey
}

const weekdays = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']

/** What the clock opens on these days; those of every day would drown the rest and are listed apart. */
export function ofJourneys(journeys: readonly Journey[], days: readonly string[]): Planned[] {
  return journeys.flatMap((journey) => {
    const at = journey.trigger.at
    if (!at || journey.state === 'stopped' || at.every === 'day') return []
    const once = at.every === 'once'
    return days
      .filter((day) => (once ? day === at.on : at.every === 'week' ? weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] === at.on : String(Number(day.slice(8))) === at.on))
      .map((day) => ({ key: `${journey.id} ${day}`, kind: once ? ('launch' as const) : ('journey' as const), name: journey.name, day, time: at.time.slice(0, 5), turn: once ? ('once' as const) : ('repeats' as const), href: `/journeys/${encodeURIComponent(journey.id)}${once && journey.state === 'draft' ? '/launch' : ''}`, state: journey.state, journey }))
  })
}

/** Journeys that let members in every day. */
export const everyDay = (journeys: readonly Journey[]) => journeys.filter((journey) => journey.trigger.at?.every === 'day' && journey.state === 'published')

interface Window { id: string; name: Said; from: string; until: string; state: string; href: string }

/** A window shows where it begins and where it ends. */
export function ofWindows(kind: Kind, windows: readonly Window[], dayOf: (instant: string) => { day: string; time: string }): Planned[] {
  return windows.flatMap((one) => {
    const turns = [['begins', dayOf(one.from)], ['ends', dayOf(one.until)]] as const
    return turns.map(([turn, at]) => ({ key: `${one.id} ${turn}`, kind, name: one.name, day: at.day, time: at.time, turn, href: one.href, state: one.state }))
  })
}

/** Days on which points count more, of one programme. */
export function ofMultipliers(calendar: Shapes['loyalty.DayCalendar']): Planned[] {
  return calendar.days
    .filter((day) => day.factor)
    .map((day) => {
      const special = calendar.special.find((one) => day.special.includes(one.code))
      return { key: `${calendar.programme} ${day.date}`, kind: 'multiplier' as const, name: special?.name ?? { zh: '积分倍率', en: 'Multiplier' }, day: day.date, time: null, turn: null, href: `/rules/days?programme=${encodeURIComponent(calendar.programme)}&month=${day.date.slice(0, 7)}`, state: 'published', detail: `×${day.factor}` }
    })
}

/** Only what nobody acted on yet may be dragged: a single launch that is still a draft and lies ahead. */
export const isMovable = (one: Planned, today: string) => one.kind === 'launch' && one.state === 'draft' && one.day >= today

export const shifted = (day: string, by: number) => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** Monday to Sunday around a day, or the weeks that a month touches. */
export function daysOf(view: string, day: string): string[] {
  const monday = (date: string) => shifted(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
  if (view === 'week') return Array.from({ length: 7 }, (_, n) => shifted(monday(day), n))
  const first = `${day.slice(0, 7)}-01`
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10)
  const days: string[] = []
  for (let at = monday(first); at <= last || days.length % 7 !== 0; at = shifted(at, 1)) days.push(at)
  return days
}

/** Launches of the week before that the shown week has not got yet, each with its day a week on. */
export function again(journeys: readonly Journey[], week: readonly string[], today: string): { journey: Journey; day: string }[] {
  const before = week.map((day) => shifted(day, -7))
  const have = new Set(ofJourneys(journeys, week).map((one) => `${one.name.zh} ${one.day}`))
  return ofJourneys(journeys, before)
    .filter((one) => one.kind === 'launch' && one.journey)
    .map((one) => ({ journey: one.journey!, day: shifted(one.day, 7) }))
    .filter(({ journey, day }) => day > today && !have.has(`${journey.name.zh} ${day}`))
}
