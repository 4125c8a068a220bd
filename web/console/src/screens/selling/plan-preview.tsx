import type { PlanPreview } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'

const texts = dictionary(
  { title: '试算', against: '与现行方案比', what: '项目', before: '现行', after: '发布后', difference: '差别' },
  { title: 'Preview', against: 'against the present plan', what: 'Item', before: 'Before', after: 'After', difference: 'Difference' },
)

/** Simulation before publishing: a plain verdict on top, then before, after and difference. */
export function PreviewCard({ preview }: { preview: PlanPreview }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const number = (value: number | null, unit: string | undefined) =>
    value === null ? '—' : unit === 'minor' ? formats.money({ minor: value, currency: 'CNY' }) : formats.count(value)
  const signed = (value: number | null, unit: string | undefined) =>
    value === null ? '—' : unit === 'minor' ? `${value > 0 ? '+' : ''}${formats.money({ minor: value, currency: 'CNY' })}` : formats.signed(value)
  return (
    <section className="w-card" aria-live="polite">
      <h2 className="card-title">
        {t.title} <small>{t.against}</small>
      </h2>
      <div className={`verdict ${preview.good === false ? 'is-attention' : ''}`}>{say(preview.verdict)}</div>
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
    </section>
  )
}
