import { useQuery } from '@tanstack/react-query'
import { itemsOf, type Member360 } from '@waystation/client'
import { Figure, useAppearance, useTexts, Why } from '@waystation/design'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { balanceWhy } from './balance-why'
import { useChannelName } from './consents'
import { memberWords } from './member-words'

/** The five figures of a member: each says why, or leads to its rows. */
export function MemberFigures({ member }: { member: Member360 }) {
  const t = useTexts(memberWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const points = useQuery({ queryKey: ['member-points', member.id], queryFn: () => api.memberPoints(member.id), enabled: staff.may('points.read') })
  const cards = useQuery({ queryKey: ['member-cards', member.id], queryFn: async () => itemsOf(await api.cards({ member: member.id })), enabled: staff.may('cards.serve') })
  const balance = member.balances.find((one) => one.currency === 'points')
  const qualifying = member.balances.find((one) => one.currency === 'qualifying')
  const next = balance?.expiring[0]
  const year = member.year
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  return (
    <div className="figures">
      <Figure
        label={t.points}
        value={<Link to="?tab=points">{formats.count(balance?.spendable ?? 0)}</Link>}
        note={next ? t.expiring(formats.points(next.amount), formats.date(next.lastDay)) : t.noExpiring}
        why={points.data && <Why subject={`${t.points} ${formats.count(balance?.spendable ?? 0)}`} name={t.points} explanation={balanceWhy(points.data, formats)} />}
      />
      {cards.data && <Value cards={cards.data} />}
      <Figure
        label={t.year}
        value={<Link to="?tab=trips">{year.trips === 0 ? t.noTrips : t.trips(formats.count(year.trips))}</Link>}
        note={year.last ? [t.paid(yuan(year.fareMinor)), year.returned > 0 ? t.back(formats.count(year.returned)) : '', t.lastTrip(formats.date(year.last))].filter(Boolean).join(' · ') : undefined}
      />
      <Figure
        label={t.tier}
        value={say(member.tier.name)}
        note={[member.tier.since ? t.since(formats.date(member.tier.since)) : '', t.qualifying(formats.count(qualifying?.spendable ?? 0))].filter(Boolean).join(' · ')}
        why={<Why subject={t.tier} explanation={member.tier.why} />}
      />
      <Reach member={member} />
    </div>
  )
}

function Value({ cards }: { cards: { medium: string; state: string; principal: number; gift: number }[] }) {
  const t = useTexts(memberWords)
  const { formats } = useAppearance()
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const own = cards.reduce((sum, card) => sum + card.principal, 0)
  const gift = cards.reduce((sum, card) => sum + card.gift, 0)
  const first = cards[0]
  return <Figure label={t.value} value={first ? <Link to={`/cards?card=${encodeURIComponent(first.medium)}`}>{yuan(own + gift)}</Link> : '—'} note={first ? t.valueNote(yuan(own), yuan(gift)) : t.noCard} />
}

function Reach({ member }: { member: Member360 }) {
  const t = useTexts(memberWords)
  const { formats } = useAppearance()
  const channelName = useChannelName()
  const marketing = member.reach.filter((way) => way.marketing.open).map((way) => way.channel)
  const service = member.reach.filter((way) => way.service.open && !way.marketing.open)
  const value = marketing.length === 0 ? t.nobody : marketing.map(channelName).join(' · ')
  return <Figure label={t.reach} value={<Link to="?tab=consents">{value}</Link>} note={service.length > 0 ? t.reachNote(formats.count(service.length)) : t.reachNone} />
}
