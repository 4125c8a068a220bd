import type { Segment } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'

const texts = dictionary(
  { title: '每天进出', days: (n: number) => `近 ${n} 天`, in: '进入', out: '离开', row: (day: string, entered: string, left: string) => `${day} 进入 ${entered}，离开 ${left}` },
  { title: 'In and out by day', days: (n: number) => `last ${n} days`, in: 'in', out: 'out', row: (day: string, entered: string, left: string) => `${day}: ${entered} in, ${left} out` },
)

/** Who came in above the line, who left below it, day by day. */
export function DailyCard({ daily }: { daily: NonNullable<Segment['daily']> }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const top = Math.max(...daily.map((day) => Math.max(day.entered, day.left)), 1)
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.title} <small>{t.days(daily.length)}</small>
      </h2>
      <ol className="daily">
        {daily.map((day) => {
          const text = t.row(formats.date(day.date), formats.count(day.entered), formats.count(day.left))
          return (
            <li key={day.date} title={text} aria-label={text}>
              <span className="daily-half">
                <i className="daily-in" style={{ height: `${(day.entered / top) * 100}%` }} />
              </span>
              <span className="daily-half is-below">
                <i className="daily-out" style={{ height: `${(day.left / top) * 100}%` }} />
              </span>
            </li>
          )
        })}
      </ol>
      <p className="w-quiet">
        <i className="legend-box heat-3" /> {t.in} &nbsp; <i className="legend-box is-left" /> {t.out}
      </p>
    </section>
  )
}
