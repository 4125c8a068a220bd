import type { BoardCell } from '@waystation/client'
import { dictionary, useAppearance, useTexts, Why } from '@waystation/design'

const texts = dictionary(
  {
    whyZero: (from: string, to: string) => `${from} → ${to} 为什么是 0?`, whyNumber: (from: string, to: string, n: string) => `${from} → ${to} 可售 ${n}`,
    free: '实际空座', sold: '已售', held: '占座', limit: '本区间限额', available: '现在可售', open: '有座就可以买，没有限额。', short: (n: string) => `可售 ${n}`,
  },
  {
    whyZero: (from: string, to: string) => `Why is ${from} → ${to} at 0?`, whyNumber: (from: string, to: string, n: string) => `${from} → ${to}: ${n} to sell`,
    free: 'Seats free', sold: 'Sold', held: 'On hold', limit: 'Limit here', available: 'Can be bought', open: 'Every free seat can be bought; there is no limit.', short: (n: string) => `${n} to sell`,
  },
)

/** What stands behind one cell of the matrix: the sentence, then the bars it rests on. */
export function CellCard({ cell, seats, nameOf }: { cell: BoardCell; seats: number; nameOf(index: number): string }) {
  const t = useTexts(texts)
  const { formats, say } = useAppearance()
  const [from, to] = [nameOf(cell.from), nameOf(cell.to)]
  const title = cell.available <= 0 ? t.whyZero(from, to) : t.whyNumber(from, to, formats.count(cell.available))
  const bars: [string, number, string, string][] = [
    [t.free, cell.free, formats.count(cell.free), 'is-soft'],
    [t.sold, cell.sold, formats.count(cell.sold), 'is-strong'],
    [t.held, cell.held, formats.count(cell.held), 'is-strong'],
  ]
  return (
    <section className="w-card" aria-live="polite">
      <h2 className="card-title">
        {title}
        <Why subject={title} name={title} explanation={cell.why} />
      </h2>
      <p>{cell.why ? say(cell.why.sentence) : cell.limit === null ? t.open : t.short(formats.count(cell.available))}</p>
      <div className="bars">
        {bars.map(([label, value, text, look]) => (
          <div key={label} className="bars-row">
            <span>{label}</span>
            <span className="bars-track">
              <span className={`bars-bar ${look}`} style={{ width: `${Math.min(value / Math.max(seats, 1), 1) * 100}%` }} />
            </span>
            <span className="num">{text}</span>
          </div>
        ))}
        {typeof cell.limit === 'number' && (
          <div className="bars-row">
            <span>{t.limit}</span>
            <span className="bars-track">
              <span className="bars-bar is-strong" style={{ width: `${Math.min((cell.sold + cell.held) / Math.max(cell.limit, 1), 1) * 100}%` }} />
            </span>
            <span className="num">
              {formats.count(Math.min(cell.sold + cell.held, cell.limit))} / {formats.count(cell.limit)}
            </span>
          </div>
        )}
      </div>
    </section>
  )
}
