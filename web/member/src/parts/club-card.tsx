import type { Tier } from '@waystation/client'
import { dictionary, useAppearance, useTexts, Why } from '@waystation/design'

const texts = dictionary(
  {
    missing: (what: string, tier: string) => `还差${what}，就是${tier}`, and: '和', or: '，或', top: '已是最高等级', kept: (day: string) => `等级保留到 ${day}`, falls: (day: string, tier: string) => `${day} 复核。到那天若不再有新的记录，会是${tier}`, grace: (day: string) => `宽限到 ${day}，期间达到条件就保留`, benefits: '我的权益', until: (day: string) => `体验到 ${day}`,
    of: (have: string, needed: string) => `${have} / ${needed}`,
  },
  {
    missing: (what: string, tier: string) => `${what} to go to ${tier}`, and: ' and ', or: ' or ', top: 'You hold the top tier', kept: (day: string) => `Yours until ${day}`, falls: (day: string, tier: string) => `Reviewed on ${day}. With nothing more until then it will be ${tier}`, grace: (day: string) => `Kept for now until ${day}; reach it again and it stays`, benefits: 'My benefits', until: (day: string) => `Yours to try until ${day}`,
    of: (have: string, needed: string) => `${have} / ${needed}`,
  },
)

/** A club: the tier, what is missing to the next in one plain line, one bar per condition, what it gives. */
export function ClubCard({ club }: { club: Tier }) {
  const t = useTexts(texts)
  const { say, formats, language } = useAppearance()
  const amount = (money: boolean, unit: string, value: number) =>
    money ? formats.money({ minor: value, currency: 'CNY' }) : `${formats.count(value)} ${unit}`.trim()
  const gaps = club.next?.gaps ?? []
  const open = gaps.filter((gap) => gap.missing > 0)
  const what = open.map((gap) => {
    const label = say(gap.label)
    const left = amount(gap.money, language === 'zh' ? say(gap.unit) : '', gap.missing)
    return language === 'zh' ? ` ${left}${label}` : `${left} ${label}`
  })
  const review = club.review
  return (
    <section className="m-card m-club">
      <span className="m-quiet">{say(club.clubName)}</span>
      <div className="m-between">
        <b className="m-big">{say(club.name)}</b>
        <Why subject={say(club.name)} explanation={club.why} />
      </div>
      {club.next ? <p>{t.missing(what.join(club.next.any ? t.or : t.and), say(club.next.name))}</p> : <p>{t.top}</p>}
      {gaps.map((gap) => (
        <div key={gap.metric}>
          <div className="m-between m-small">
            <span>{say(gap.label)}</span>
            <span className="num">{t.of(amount(gap.money, '', gap.have), amount(gap.money, say(gap.unit), gap.needed))}</span>
          </div>
          <div className="m-progress" role="progressbar" aria-valuemin={0} aria-valuemax={gap.needed} aria-valuenow={Math.min(gap.have, gap.needed)} aria-label={say(gap.label)}>
            <span style={{ width: `${Math.min(1, gap.needed === 0 ? 1 : gap.have / gap.needed) * 100}%` }} />
          </div>
        </div>
      ))}
      {club.until && <p className="m-small">{t.until(formats.date(club.until))}</p>}
      {review && club.rank > 0 && (
        <p className="m-small m-quiet">
          {review.inGrace ? t.grace(formats.date(review.on)) : review.wouldBe === club.code ? t.kept(formats.date(review.on)) : t.falls(formats.date(review.on), say(review.wouldBeName))}
        </p>
      )}
      {club.benefits.length > 0 && (
        <>
          <h2>{t.benefits}</h2>
          <ul className="m-list">
            {club.benefits.map((benefit) => (
              <li key={benefit.en}>{say(benefit)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
