import { useQuery } from '@tanstack/react-query'
import { dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { ContractDraftCard } from './contract-draft'
import { Terms } from './contract'
import { differences, standing, useTerms, type Contract, type Difference } from './terms'

const texts = dictionary(
  {
    title: (name: string) => `${name}的协议`, purpose: '每一版从哪天起、改了什么。发布过的不再改动；已经发生的兑换按当时的一版结算。', draft: '起草新版本', first: '起草第一版', version: (n: number) => `第 ${n} 版`, is: { now: '现行', coming: '将生效', past: '已被替代' }, from: (day: string) => `${day} 起`, span: (from: string, until: string) => `${from} 起，至 ${until} 前`, by: (who: string) => `${who} 发布`, changes: '与上一版不同', same: '与上一版相同，只换了生效日。', first1: '第一版', before: '原来', after: '这一版', term: '条款', whole: '全部条款', fold: '收起', none: '还没有协议', noneHint: '起草并发布第一版后，会员就能兑换。', back: '回到合作方',
  },
  {
    title: (name: string) => `Contract with ${name}`, purpose: 'From which day each version holds and what it changed. A published version stands; conversions are settled by the version of their time.', draft: 'Draft a new version', first: 'Draft the first version', version: (n: number) => `Version ${n}`, is: { now: 'in force', coming: 'to come', past: 'replaced' }, from: (day: string) => `from ${day}`, span: (from: string, until: string) => `from ${from} until before ${until}`, by: (who: string) => `published by ${who}`, changes: 'What differs from the version before', same: 'The same as the version before; only its day is another.', first1: 'The first version', before: 'Before', after: 'This version', term: 'Term', whole: 'All terms', fold: 'Fold', none: 'No contract yet', noneHint: 'Members can convert once the first version is drafted and published.', back: 'To the partner',
  },
)

/** Every version of a partner's contract with what it changed, and the draft of the next. */
export default function ContractVersions() {
  const code = useParams().code ?? ''
  const t = useTexts(texts)
  const { say } = useAppearance()
  const staff = useStaff()
  const [writing, setWriting] = useState(false)
  const partner = useQuery({ queryKey: ['partner', code], queryFn: () => api.partner(code) })
  const draft = useQuery({ queryKey: ['contract-draft', code], queryFn: () => api.contractDraft(code) })
  const error = partner.error ?? draft.error
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([partner.refetch(), draft.refetch()])} />
  if (!partner.data || !draft.data) return <SkeletonBlock height={420} />
  const { contracts, inForce } = partner.data
  const name = say(partner.data.name)
  const open = writing || draft.data.draft !== null
  const begin = staff.may('partners.write') && !open && <Button type="primary" onClick={() => setWriting(true)}>{contracts.length === 0 ? t.first : t.draft}</Button>
  return (
    <Page title={t.title(name)} name={t.title(name)} purpose={<>{t.purpose} <Link to={`/partners/${code}`}>{t.back}</Link></>} actions={begin}>
      <div className="stack">
        {open && <ContractDraftCard key={draft.data.draft?.publishedAt ?? 'new'} partner={partner.data} kept={draft.data} mayWrite={staff.may('partners.write')} onClose={() => setWriting(false)} />}
        {contracts.length === 0 && !open && <section className="w-card"><EmptyState title={t.none} hint={t.noneHint} action={begin} /></section>}
        {contracts.map((one, at) => (
          <Version key={one.version} one={one} before={contracts[at + 1]} standing={standing(contracts, one, inForce)} />
        ))}
      </div>
    </Page>
  )
}

function Version({ one, before, standing: { is, until } }: { one: Contract; before: Contract | undefined; standing: ReturnType<typeof standing> }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const terms = useTerms()
  const [whole, setWhole] = useState(before === undefined)
  return (
    <section className="w-card">
      <h2 className="card-title">
        <span>{t.version(one.version)} <Mark tone={is === 'now' ? 'good' : is === 'coming' ? 'attention' : 'plain'}>{t.is[is]}</Mark></span>
        <Button size="small" type="text" aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? t.fold : t.whole}</Button>
      </h2>
      <p className="w-quiet">{until ? t.span(formats.date(one.validFrom), formats.date(until)) : t.from(formats.date(one.validFrom))} · {t.by(one.publishedBy)}</p>
      {before ? <Differences list={differences(terms(before), terms(one))} /> : <p className="w-quiet">{t.first1}</p>}
      {whole && <div className="terms-beside"><Terms of={one} /></div>}
    </section>
  )
}

export function Differences({ list }: { list: Difference[] }) {
  const t = useTexts(texts)
  if (list.length === 0) return <p className="w-quiet">{t.same}</p>
  return (
    <table className="difference" aria-label={t.changes}>
      <thead><tr><th>{t.term}</th><th>{t.before}</th><th>{t.after}</th></tr></thead>
      <tbody>
        {list.map((one) => (
          <tr key={one.label}><th>{one.label}</th><td className="num">{one.before}</td><td className="num"><b>{one.after}</b></td></tr>
        ))}
      </tbody>
    </table>
  )
}
