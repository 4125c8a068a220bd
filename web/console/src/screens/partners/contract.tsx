import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { Link } from 'react-router'
import type { api } from '../../data/client'
import { termNames, useTerms, type Contract, type ContractTerms, type TermGroup } from './terms'

const texts = dictionary(
  { contract: '协议', version: (n: number) => `第 ${n} 版`, by: (who: string, day: string) => `${who} 发布，${day} 起`, all: (n: number) => `全部 ${n} 版`, write: '起草第一版', none: '还没有协议，会员还不能兑换。' },
  { contract: 'Contract', version: (n: number) => `version ${n}`, by: (who: string, day: string) => `published by ${who}, from ${day}`, all: (n: number) => (n === 1 ? 'its one version' : `all ${n} versions`), write: 'Draft the first version', none: 'No contract yet: members cannot convert.' },
)

type Partner = Awaited<ReturnType<typeof api.partner>>

/** The contract in force, by what one looks for: rates, money, limits; and the way to all versions. */
export function ContractCard({ partner }: { partner: Partner }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const now = partner.inForce
  const versions = `/partners/${partner.code}/contract`
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.contract} {now && <small>{t.version(now.version)}</small>} {now && <Link to={versions}>{t.all(partner.contracts.length)}</Link>}
      </h2>
      {now ? <Terms of={now} /> : <p className="w-quiet">{t.none} <Link to={versions}>{t.write}</Link></p>}
      {now && <p className="w-quiet terms-foot">{t.by(now.publishedBy, formats.date(now.validFrom))}</p>}
    </section>
  )
}

export function Terms({ of }: { of: Contract | ContractTerms }) {
  const names = useTexts(termNames)
  const terms = useTerms()(of)
  return (Object.keys(terms) as TermGroup[]).map((group) => (
    <div key={group}>
      <h3 className="drawer-title">{names.groups[group]}</h3>
      <dl className="terms">
        {terms[group].map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  ))
}
