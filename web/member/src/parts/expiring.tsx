import { useQuery } from '@tanstack/react-query'
import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { Link } from 'react-router'
import { api } from '../data/api'
import { usePointBalance, useWorld } from '../data/session'

const texts = dictionary(
  { soon: (points: string, day: string) => `即将过期 ${points} · ${day}`, use: (what: string, points: string) => `${points} 换${what}`, see: '看怎么用' },
  { soon: (points: string, day: string) => `${points} expire soon · ${day}`, use: (what: string, points: string) => `${what} for ${points}`, see: 'Ways to use them' },
)

const SOON_DAYS = 60

/** What expires soon, with the best thing it buys one tap away. */
export function ExpiringSoon() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const points = usePointBalance()
  const now = useWorld().data?.now
  const rewards = useQuery({ queryKey: ['rewards'], queryFn: api.rewards })
  const next = points?.next
  if (!next || !now || daysUntil(formats.isoDate(now), next.lastDay) > SOON_DAYS) return null
  const best = (rewards.data ?? [])
    .filter((one) => one.stock !== 0 && one.mostPoints <= points.amount && one.firstUsePoints <= points.amount)
    .sort((a, b) => Math.abs(a.mostPoints - next.amount) - Math.abs(b.mostPoints - next.amount))[0]
  return (
    <section className="m-card m-soon">
      <b className="num">{t.soon(formats.points(next.amount), formats.date(next.lastDay))}</b>
      <Link className="m-second m-wide" to={best ? `/benefits?use=${encodeURIComponent(best.id)}` : '/benefits?use='}>
        {best ? t.use(say(best.name), formats.points(best.mostPoints)) : t.see}
      </Link>
    </section>
  )
}

/** Between two dates of the calendar, which no zone moves. */
const daysUntil = (today: string, day: string) => (Date.parse(day) - Date.parse(today)) / 86_400_000
