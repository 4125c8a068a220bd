import { dictionary, useAppearance, useTexts } from '@waystation/design'

const texts = dictionary({ before: '前一天', after: '后一天' }, { before: 'The day before', after: 'The day after' })

/** A day, and the ways to the one before and the one after. */
export function DayStep({ date, onDate }: { date: string; onDate(date: string): void }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const move = (days: number) => {
    const next = new Date(`${date}T12:00:00Z`)
    next.setUTCDate(next.getUTCDate() + days)
    onDate(next.toISOString().slice(0, 10))
  }
  return (
    <div className="m-days">
      <button type="button" aria-label={t.before} onClick={() => move(-1)}>
        ‹
      </button>
      <b aria-live="polite">{formats.date(date)}</b>
      <button type="button" aria-label={t.after} onClick={() => move(1)}>
        ›
      </button>
    </div>
  )
}
