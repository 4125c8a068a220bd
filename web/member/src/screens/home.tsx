import { useAppearance, useTexts } from '@waystation/design'
import { Link } from 'react-router'
import { setElder, useElder } from '../data/elder'
import { useMe, usePointBalance, useTier, useTrips, useWorld } from '../data/session'
import { memberCode } from '../data/kept'
import { words } from '../data/words'
import type { Me, Order, Tier } from '../data/api'
import { Asked } from '../parts/asked'
import { ElderOffer, LetterSize, ReadAloud } from '../parts/elder-help'
import { ExpiringSoon } from '../parts/expiring'
import { HelpCall } from '../parts/help-call'
import { Qr } from '../parts/qr'
import { TripCard } from '../parts/trip-card'
import { ParkLink } from './park'
import { SearchForm } from './search-form'

export function Home() {
  const t = useTexts(words)
  const elder = useElder()
  const world = useWorld()
  const me = useMe()
  const { formats } = useAppearance()
  // The hour of the venue, wherever the phone is.
  const hour = parseInt(formats.time(world.data?.now ?? new Date().toISOString()), 10)
  const greeting = hour < 12 ? t.morning : hour < 18 ? t.afternoon : t.evening
  return (
    <div className="m-page">
      <header className="m-between">
        <h1>{elder ? t.buy : greeting}</h1>
        <button type="button" className="m-switch" aria-pressed={elder} title={t.elderQuestion} onClick={() => setElder(!elder)}>
          {elder ? t.standard : t.elder}
        </button>
      </header>
      <Asked of={me}>{(value) => (elder ? <ElderHome /> : <StandardHome me={value} />)}</Asked>
    </div>
  )
}

function StandardHome({ me }: { me: Me }) {
  const t = useTexts(words)
  const next = useNextTrip()
  return (
    <>
      <ElderOffer me={me} />
      <MemberCard me={me} />
      <ExpiringSoon />
      <section className="m-card">
        <h2>{t.buy}</h2>
        <SearchForm />
      </section>
      <ParkLink />
      {next && (
        <section>
          <h2 className="m-quiet">{t.nextTrip}</h2>
          <TripCard order={next} />
        </section>
      )}
    </>
  )
}

function ElderHome() {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const next = useNextTrip()
  const points = usePointBalance()
  const seat = next?.tickets[0]
  return (
    <>
      {next && seat && (
        <Link className="m-elder-trip" to={`/tickets/${seat.id}`}>
          <span>{`${formats.date(next.run.from.time)} ${formats.time(next.run.from.time)}`}</span>
          <b>{`${say(next.run.from.name)} → ${say(next.run.to.name)}`}</b>
          <span>{t.seat(seat.seat.car, seat.seat.label)}</span>
        </Link>
      )}
      <div className="m-elder-cards">
        <Link to="/search">{t.buy}</Link>
        <Link to="/trips">{t.trips}</Link>
        <Link to="/code">{t.memberCode}</Link>
        <Link to="/benefits">{t.benefits}</Link>
        <Link to="/mine">{t.mine}</Link>
        <Link to="/park">{t.park}</Link>
      </div>
      <section className="m-card">
        <span className="m-quiet">{t.yourPoints}</span>
        <p className="m-big num">{formats.points(points?.amount ?? 0)}</p>
        {points && <p>{t.worth(formats.money(points.worth))}</p>}
      </section>
      <ExpiringSoon />
      <HelpCall className="m-help" />
      <ReadAloud />
      <LetterSize />
      <p className="m-quiet">{t.refundLine}</p>
    </>
  )
}

function MemberCard({ me }: { me: Me }) {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const tier = useTier().data ?? null
  const points = usePointBalance()
  return (
    <section className="m-member">
      <div>
        <div className="m-between">
          <span>{tier ? say(tier.name) : t.tier}</span>
        </div>
        <p className="m-big num">{formats.points(points?.amount ?? 0)}</p>
        <TierLine tier={tier} />
      </div>
      <Link className="m-member-code" to="/code" aria-label={t.memberCode}>
        <Qr text={memberCode(me.id)} name={t.memberCode} />
      </Link>
    </section>
  )
}

export function TierLine({ tier }: { tier: Tier | null }) {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  if (!tier) return null
  const missing = tier.next?.gaps.find((gap) => gap.missing > 0)
  if (!tier.next || !missing) return <p className="m-small">{t.topTier}</p>
  const share = Math.min(1, missing.needed === 0 ? 1 : missing.have / missing.needed)
  const left = missing.money ? formats.money({ minor: missing.missing, currency: 'CNY' }) : formats.count(missing.missing)
  return (
    <>
      <div className="m-progress" role="progressbar" aria-valuemin={0} aria-valuemax={missing.needed} aria-valuenow={missing.have} aria-label={say(missing.label)}>
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p className="m-small">{t.toNext(`${left} ${say(missing.label)}`, say(tier.next.name))}</p>
    </>
  )
}

function useNextTrip(): Order | null {
  const trips = useTrips()
  const open = trips.data?.items.filter((one) => one.status === 'paid' && one.tickets.some((ticket) => ticket.status !== 'completed' && ticket.status !== 'refunded')) ?? []
  return open.sort((a, b) => a.run.from.time.localeCompare(b.run.from.time))[0] ?? null
}
