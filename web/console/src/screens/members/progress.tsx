import type { Tier } from '@waystation/client'
import { dictionary, useAppearance, useTexts, Why } from '@waystation/design'

const texts = dictionary(
  { to: (tier: string) => `距${tier}`, missing: (n: string) => `还差 ${n}`, reached: '已达到', tier: '等级' },
  { to: (tier: string) => `To ${tier}`, missing: (n: string) => `${n} to go`, reached: 'reached', tier: 'Tier' },
)

/** What is missing to the next tier, one bar per condition. */
export function Progress({ tier }: { tier: Tier }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  if (!tier.next || tier.next.missing.length === 0) return null
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.to(say(tier.next.name))}
        <Why subject={t.tier} explanation={tier.why} />
      </h2>
      {tier.next.missing.map((way, index) => {
        const left = Math.max(way.needed - way.done, 0)
        const amount = way.unit === 'minor' ? formats.money({ minor: left, currency: 'CNY' }) : formats.count(left)
        return (
          <div key={index} className="bars-row">
            <span>{say(way.label)}</span>
            <span className="bars-track">
              <span className="bars-bar is-good" style={{ width: `${Math.min(way.done / Math.max(way.needed, 1), 1) * 100}%` }} />
            </span>
            <span className="num">{left === 0 ? t.reached : t.missing(amount)}</span>
          </div>
        )
      })}
    </section>
  )
}
