import { useQuery } from '@tanstack/react-query'
import type { Member360 } from '@waystation/client'
import { ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCityName } from '../../data/names'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { AuditLink } from '../operate/audit-link'
import { AdjustPoints } from './adjust'
import { Belongs } from './belongs'
import { Benefits } from './benefits'
import { Consents } from './consents'
import { Family } from './family'
import { MemberFields } from './fields'
import { Parties } from './parties'
import { MemberFigures } from './figures'
import { memberWords } from './member-words'
import { TierMark } from './members'
import { OpenCard } from './open-card'
import { PointsTab } from './points'
import { Progress } from './progress'
import { Reach } from './reach'
import { Reveal } from './reveal'
import { SentMessages } from './sent'
import { Timeline } from './timeline'
import { Together } from './together'
import { Trips } from './trips'

const defaults = { tab: 'timeline' }

export default function MemberScreen() {
  const t = useTexts(memberWords)
  const staff = useStaff()
  const { id = '' } = useParams()
  const [filters, change] = useFilters(defaults)
  const [act, setAct] = useState<'reveal' | 'adjust' | 'card' | null>(null)
  const member = useQuery({ queryKey: ['member', id], queryFn: () => api.member(id), refetchInterval: 15_000 })
  if (member.error) return <ErrorState error={member.error} onRetry={() => void member.refetch()} />
  if (!member.data) {
    return (
      <div className="stack">
        <SkeletonBlock height={64} />
        <SkeletonBlock height={96} />
        <SkeletonBlock height={380} />
      </div>
    )
  }
  const m = member.data
  const tabs = [
    { key: 'timeline', shown: true, body: <Timeline memberId={id} /> },
    { key: 'trips', shown: staff.may('orders.read'), body: <Trips memberId={id} /> },
    { key: 'points', shown: staff.may('points.read'), body: <PointsTab memberId={id} /> },
    { key: 'benefits', shown: true, body: <Benefits memberId={id} /> },
    { key: 'messages', shown: staff.may('messages.read'), body: <SentMessages memberId={id} /> },
    { key: 'family', shown: true, body: <div className="stack"><Family memberId={id} /><Parties parties={m.parties} /></div> },
    { key: 'consents', shown: true, body: <Consents memberId={id} consents={m.consents} /> },
  ] as const
  const close = () => setAct(null)
  return (
    <Page
      title={<Head member={m} />}
      name={`${t.member} ${m.name}`}
      actions={
        <>
          <AuditLink about={id} />
          {staff.may('members.reveal') && <Button onClick={() => setAct('reveal')}>{t.reveal}</Button>}
          {staff.may('cards.serve') && <Button onClick={() => setAct('card')}>{t.openCard}</Button>}
          {staff.may('points.adjust') && <Button type="primary" onClick={() => setAct('adjust')}>{t.adjust}</Button>}
        </>
      }
    >
      <MemberFigures member={m} />
      <div className="columns">
        <section className="w-card">
          <Tabs activeKey={filters.tab} onChange={(tab) => change({ tab })} destroyOnHidden items={tabs.filter((tab) => tab.shown).map((tab) => ({ key: tab.key, label: t.tabs[tab.key], children: tab.body }))} />
        </section>
        <div className="stack">
          <Together member={m} />
          <Progress tier={m.tier} />
          <Reach member={m} />
          <MemberFields memberId={id} values={m.fields} />
          <Belongs member={m} />
        </div>
      </div>
      <Reveal memberId={id} open={act === 'reveal'} onClose={close} />
      {act === 'adjust' && <AdjustPoints memberId={id} name={m.name} onClose={close} />}
      {act === 'card' && <OpenCard memberId={id} name={m.name} onClose={close} />}
    </Page>
  )
}

function Head({ member }: { member: Member360 }) {
  const t = useTexts(memberWords)
  const { say, formats } = useAppearance()
  const cityName = useCityName()
  const tags = member.tags.filter((tag) => !tag.impliedBy)
  const tail = member.document.number.replace(/^.*\*/, '')
  const facts = [member.phone, tail ? t.doc(tail) : '', t.age(member.age), cityName(member.city), t.joined(formats.date(member.joinedAt))].filter(Boolean)
  return (
    <div className="member-head">
      <span className="member-face" aria-hidden="true">
        {[...member.name][0]}
      </span>
      <div>
        <div className="member-line">
          <span>{member.name}</span>
          <TierMark tier={member.tier} />
          <span className="member-facts num">{facts.join('   ')}</span>
        </div>
        <div className="member-tags">
          {tags.slice(0, 6).map((tag) => (
            <span key={tag.code} className="w-mark is-indigo">
              {say(tag.name)}
              {tag.value && ` ${say(tag.value)}`}
            </span>
          ))}
          {tags.length > 6 && <span className="w-mark">+ {tags.length - 6}</span>}
        </div>
      </div>
    </div>
  )
}
