import type { PlanPreview } from '@waystation/client'
import { dictionary, ExplanationView, useAppearance, useTexts } from '@waystation/design'
import { sellingWords } from './words'

const texts = dictionary(
  { title: '试算', against: '与现行方案比', what: '项目', before: '现行', after: '发布后', difference: '差别', openings: '各批之后能买多少', batch: '批次', bySales: '按卖出比例', now: '发布后立即' },
  { title: 'Preview', against: 'against the present plan', what: 'Item', before: 'Before', after: 'After', difference: 'Difference', openings: 'What can be bought after each batch', batch: 'Batch', bySales: 'by sales', now: 'As soon as it is published' },
)

/** Simulation before publishing: a plain verdict on top, then before, after and difference. */
export function PreviewCard({ preview, nameOf }: { preview: PlanPreview; nameOf(call: number): string }) {
  const s = useTexts(sellingWords)
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  return (
    <section className="w-card" aria-live="polite">
      <h2 className="card-title">
        {t.title} <small>{t.against}</small>
      </h2>
      <div className={`verdict ${preview.good ? '' : 'is-attention'}`}>{say(preview.verdict)}</div>
      {preview.why && <ExplanationView explanation={preview.why} />}
      {preview.rows.length > 0 && <Differences preview={preview} />}
      {preview.openings.length > 0 && (
        <>
          <h3 className="drawer-title">{t.openings}</h3>
          <table className="difference num">
            <thead>
              <tr>
                <th scope="col">{t.batch}</th>
                {preview.trips.map((trip, index) => (
                  <th scope="col" key={index}>
                    {nameOf(trip.from)} → {nameOf(trip.to)} {trip.group === 'general' ? '' : s.groups[trip.group as keyof typeof s.groups]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.openings.map((opening) => (
                <tr key={opening.batch ?? ''}>
                  <th scope="row">
                    {opening.batch ?? t.now}
                    {opening.batch && (
                      <span className="w-quiet" style={{ display: 'block' }}>
                        {opening.at ? formats.dateTime(opening.at) : t.bySales}
                      </span>
                    )}
                  </th>
                  {opening.counts.map((count, index) => (
                    <td key={index}>{formats.count(count)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Differences({ preview }: { preview: PlanPreview }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const number = (value: number | null, unit: string | undefined) =>
    value === null ? '—' : unit === 'minor' ? formats.money({ minor: value, currency: 'CNY' }) : formats.count(value)
  const signed = (value: number | null, unit: string | undefined) =>
    value === null ? '—' : unit === 'minor' ? `${value > 0 ? '+' : ''}${formats.money({ minor: value, currency: 'CNY' })}` : formats.signed(value)
  return (
      <table className="difference num">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
            <th scope="col">{t.difference}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{say(row.label)}</th>
              <td>{number(row.before, row.unit)}</td>
              <td>{number(row.after, row.unit)}</td>
              <td>{signed(row.difference, row.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
  )
}
