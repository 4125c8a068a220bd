import type { ConditionJson, SegmentCount } from '@waystation/client'
import { AsOf, dictionary, useAppearance, useTexts, Waterfall } from '@waystation/design'
import { api } from '../../data/client'
import type { LiveCount } from './live-count'
import { OpeningWaterfall } from './opening-waterfall'

const texts = dictionary(
  {
    question: '选中多少，能收到多少？', selected: '人选中', about: '人左右', between: (low: string, high: string, asked: string) => `在 ${low} 与 ${high} 之间（按 ${asked} 人的样本估计），正在精确计数`, recount: '正在精确计数', none: '写下第一个条件，就开始计数。', faces: '怎么数的', sql: '数据库', bitmap: '位图', refusals: '这些条件不能这样数', both: '两种方法结果一致，取快的那个。', only: (face: string) => `由${face}计数。`,
  },
  {
    question: 'How many are selected, how many can be reached?', selected: 'selected', about: 'or so', between: (low: string, high: string, asked: string) => `between ${low} and ${high} (from a sample of ${asked}); the exact count is on its way`, recount: 'the exact count is on its way', none: 'Write the first condition to begin counting.', faces: 'How it is counted', sql: 'database', bitmap: 'bitmaps', refusals: 'Conditions that cannot be counted so', both: 'Both ways give the same; the faster one is used.', only: (face: string) => `Counted by ${face}.`,
  },
)

/** @param condition what the count is of; null while it is of what stood there before */
export function CountCard({ live, condition }: { live: LiveCount; condition: ConditionJson | null }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { count, estimate } = live
  if (estimate) {
    return (
      <section className="w-card" aria-busy>
        <h2 className="card-title">{t.question}</h2>
        <p className="big-figure num">
          {estimate.exact ? '' : '≈ '}
          {formats.count(estimate.about)} <small>{estimate.exact ? t.selected : t.about}</small>
        </p>
        <p className="w-quiet num" role="status">{estimate.exact ? t.recount : t.between(formats.count(estimate.low), formats.count(estimate.high), formats.count(estimate.asked))}</p>
      </section>
    )
  }
  return (
    <section className={`w-card${live.counting ? ' is-counting' : ''}`} aria-busy={live.counting}>
      <h2 className="card-title">
        {t.question}
        {count?.asOf && <AsOf at={count.asOf} />}
      </h2>
      {count === null ? (
        <p className="w-quiet">{t.none}</p>
      ) : (
        <>
          <p className="big-figure num">
            {formats.count(count.count)} <small>{t.selected}</small>
          </p>
          {count.waterfall.length > 1 &&
            (condition ? (
              <OpeningWaterfall of={condition} steps={count.waterfall} people={(bar, query, signal) => api.segmentPeople({ condition, bar }, query, signal)} />
            ) : (
              <Waterfall steps={count.waterfall} />
            ))}
        </>
      )}
    </section>
  )
}

export function FacesCard({ faces }: { faces: NonNullable<SegmentCount['faces']> }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const faceName = (face: string) => (face === 'sql' ? t.sql : t.bitmap)
  const refusals = faces.refusals
  return (
    <section className="w-card">
      <h2 className="card-title">{t.faces}</h2>
      <p className="w-quiet">{faces.sql && faces.bitmap ? t.both : t.only(faces.bitmap ? t.bitmap : t.sql)}</p>
      {faces.bitmap && (
        <details className="face">
          <summary>{t.bitmap}</summary>
          <pre>{faces.bitmap}</pre>
        </details>
      )}
      {faces.sql && (
        <details className="face">
          <summary>{t.sql}</summary>
          <pre>{faces.sql}</pre>
        </details>
      )}
      {refusals.length > 0 && (
        <>
          <h3 className="drawer-title">{t.refusals}</h3>
          <ul className="plain-list">
            {refusals.map((refusal, index) => (
              <li key={index}>
                <span>
                  {faceName(refusal.face)}: {say(refusal.reason)} <span className="w-quiet">{say(refusal.remedy)}</span> <code className="w-quiet">{refusal.path}</code>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
