import type { Tier } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'

const texts = dictionary(
  { to: (tier: string) => `距${tier}`, missing: (n: string) => `还差 ${n}`, reached: '已达到' },
  { to: (tier: string) => `To ${tier}`, missing: (n: string) => `${n} to go`, reached: 'reached' },
)

/** What is missing to the next tier, one bar per condition. */
export function Progress({ tier }: { tier: Tier }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  if (!tier.next || tier.next.gaps.length === 0) return null
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.to(say(tier.next.name))}
      </h2>
      {tier.next.gaps.map((gap) => (
        <div key={gap.metric} className="bars-row">
          <span>{say(gap.label)}</span>
          <span className="bars-track">
            <span className="bars-bar is-good" style={{ width: `${Math.min(gap.have / Math.max(gap.needed, 1), 1) * 100}%` }} />
          </span>
          <span className="num">{gap.missing === 0 ? t.reached : t.missing(gap.money ? formats.money({ minor: gap.missing, currency: 'CNY' }) : `${formats.count(gap.missing)} ${say(gap.unit)}`)}</span>
        </div>
      ))}
    </section>
  )
}
