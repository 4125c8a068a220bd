import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { Link } from 'react-router'
import { useTier } from '../data/session'

const texts = dictionary(
  { yours: (tier: string, what: string) => `${tier}：${what}`, and: '，', missing: (what: string, tier: string) => `再有 ${what}，就是${tier}`, see: '权益' },
  { yours: (tier: string, what: string) => `${tier}: ${what}`, and: ', ', missing: (what: string, tier: string) => `${what} more to ${tier}`, see: 'Benefits' },
)

const SHOWN = 2

/** What the tier is worth right here: while searching, paying and travelling, not in a corner only. */
export function BenefitLine() {
  const t = useTexts(texts)
  const { say, formats, language } = useAppearance()
  const tier = useTier().data
  if (!tier) return null
  const gap = tier.next?.gaps.find((each) => each.missing > 0)
  const left = gap && (gap.money ? formats.money({ minor: gap.missing, currency: 'CNY' }) : `${formats.count(gap.missing)} ${[language === 'zh' ? say(gap.unit) : '', say(gap.label)].join('')}`)
  const line =
    tier.benefits.length > 0
      ? t.yours(say(tier.name), tier.benefits.slice(0, SHOWN).map(say).join(t.and))
      : tier.next && left
        ? t.missing(left, say(tier.next.name))
        : null
  if (!line) return null
  return (
    <Link className="m-benefit" to="/benefits">
      <span>{line}</span>
      <b>{t.see}</b>
    </Link>
  )
}
