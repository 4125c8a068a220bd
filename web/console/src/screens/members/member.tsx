import { useQuery } from '@tanstack/react-query'
import type { Member360 } from '@waystation/client'
import { dictionary, ErrorState, Figure, SkeletonBlock, useAppearance, useTexts, Why } from '@waystation/design'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCityName } from '../../data/names'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { AuditLink } from '../operate/audit-link'
import { Belongs } from './belongs'
import { Consents } from './consents'
import { TierMark } from './members'
import { PointsTab } from './points'
import { Progress } from './progress'
import { Reveal } from './reveal'
import { Timeline } from './timeline'

const texts = dictionary(
  {
    member: '会员', reveal: '查看明文（留痕）', doc: (tail: string) => `证件尾号 ${tail}`, age: (n: number) => `${n} 岁`, points: '可用积分', qualifying: '定级积分', expiring: (amount: string, on: string) => `${amount} ${on} 到期`,
    tier: '等级', since: (day: string) => `自 ${day}`, tabs: { timeline: '时间线', points: '积分', consents: '同意与隐私' }, noExpiring: '近期没有到期',
  },
  {
    member: 'Member', reveal: 'Reveal (logged)', doc: (tail: string) => `document …${tail}`, age: (n: number) => `${n} years`, points: 'Points', qualifying: 'Qualifying points', expiring: (amount: string, on: string) => `${amount} expire ${on}`,
    tier: 'Tier', since: (day: string) => `since ${day}`, tabs: { timeline: 'Timeline', points: 'Points', consents: 'Consent and privacy' }, noExpiring: 'Nothing expires soon',
  },
)

const defaults = { tab: 'timeline' }

export default function MemberScreen() {
  const t = useTexts(texts)
  const staff = useStaff()
  const { id = '' } = useParams()
  const [filters, change] = useFilters(defaults)
  const [revealing, setRevealing] = useState(false)
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
  return (
    <Page
      title={<Head member={m} />}
      name={`${t.member} ${m.name}`}
      actions={<><AuditLink about={id} />{staff.may('members.reveal') && <Button onClick={() => setRevealing(true)}>{t.reveal}</Button>}</>}
    >
      <Figures member={m} />
      <div className="columns">
        <section className="w-card">
          <Tabs
            activeKey={filters.tab}
            onChange={(tab) => change({ tab })}
            destroyOnHidden
            items={[
              { key: 'timeline', label: t.tabs.timeline, children: <Timeline memberId={id} /> },
              ...(staff.may('points.read') || staff.may('members.read') ? [{ key: 'points', label: t.tabs.points, children: <PointsTab memberId={id} /> }] : []),
              { key: 'consents', label: t.tabs.consents, children: <Consents consents={m.consents} /> },
            ]}
          />
        </section>
        <div className="stack">
          <Progress tier={m.tier} />
          <Belongs member={m} />
        </div>
      </div>
      <Reveal memberId={id} open={revealing} onClose={() => setRevealing(false)} />
    </Page>
  )
}

function Head({ member }: { member: Member360 }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const cityName = useCityName()
  const tags = member.tags.filter((tag) => !tag.impliedBy)
  const tail = member.document.number.replace(/^.*\*/, '')
  const facts = [member.phone, tail ? t.doc(tail) : '', t.age(member.age), cityName(member.city)].filter(Boolean)
  return (
    <div className="member-head">
      <span className="member-face" aria-hidden="true">
        {member.name.slice(0, 1)}
      </span>
      <div>
        <div className="member-line">
          <span>{member.name}</span>
          <TierMark tier={member.tier} />
          <span className="member-facts num">{facts.join('   ')}</span>
        </div>
        <div className="member-tags">
          {tags.slice(0, 8).map((tag) => (
            <span key={tag.code} className="w-mark is-indigo">
              {say(tag.name)}
            </span>
          ))}
          {tags.length > 8 && <span className="w-mark">+ {tags.length - 8}</span>}
        </div>
      </div>
    </div>
  )
}

function Figures({ member }: { member: Member360 }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  return (
    <div className="figures">
      {member.balances.map((balance) => {
        const next = balance.expiring[0]
        const label = balance.currency === 'points' ? t.points : t.qualifying
        return (
          <Figure
            key={balance.currency}
            label={label}
            value={formats.count(balance.spendable)}
            note={next ? t.expiring(formats.points(next.amount), formats.date(next.lastDay)) : balance.currency === 'points' ? t.noExpiring : undefined}
          />
        )
      })}
      <Figure
        label={t.tier}
        value={say(member.tier.name)}
        note={member.tier.since ? t.since(formats.date(member.tier.since)) : undefined}
        why={<Why subject={t.tier} explanation={member.tier.why} />}
      />
    </div>
  )
}
