import { EmptyState, useAppearance, useTexts, Why } from '@waystation/design'
import { Link } from 'react-router'
import { useClubs, usePointBalance, usePoints } from '../data/session'
import { words } from '../data/words'
import { inviteWords } from './invite-words'
import { Asked } from '../parts/asked'
import { ClubCard } from '../parts/club-card'
import { Savings } from '../parts/savings'
import { convertWords } from './convert'
import { auctionWords } from './auctions'
import { awardWords } from './awards'
import { Coupons } from './coupons'
import { familyWords } from './family'
import { gameWords } from './games'
import { giftWords } from './gifts'
import { Entitlements, Mall } from './mall'
import { passWords } from './passes'

export function Benefits() {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const f = useTexts(familyWords)
  const c = useTexts(convertWords)
  const i = useTexts(inviteWords)
  const clubs = useClubs()
  const points = usePoints()
  const balance = usePointBalance()
  const available = balance?.amount ?? 0
  return (
    <div className="m-page">
      <h1>{t.benefits}</h1>
      <Asked of={clubs}>{(all) => <>{all.filter((club, index) => index === 0 || club.rank > 0 || club.next !== null).map((club) => <ClubCard key={club.club} club={club} />)}</>}</Asked>
      <Savings />
      <Link className="m-action m-card" to="/invite">
        <span>{i.entry}</span>
        <b>{i.see}</b>
      </Link>
      <Link className="m-action m-card" to="/family">
        <span>{f.entry}</span>
        <b>{f.see}</b>
      </Link>
      <Link className="m-action m-card" to="/convert">
        <span>{c.entry}</span>
        <b>{f.see}</b>
      </Link>
      <Doors />
      <section className="m-card">
        <span className="m-quiet">{t.available}</span>
        <p className="m-big num">{formats.points(available)}</p>
        {balance && <p className="m-quiet">{t.worth(formats.money(balance.worth))}</p>}
      </section>
      <Coupons />
      <Entitlements />
      <Mall points={available} />
      <section className="m-card">
        <h2>{t.history}</h2>
        <Asked of={points}>
          {(value) =>
            value.postings.items.length === 0 ? (
              <EmptyState title={t.noPoints} hint={t.noPointsHint} />
            ) : (
              <ul className="m-list">
                {value.postings.items.slice(0, 5).map((one) => (
                  <li key={one.entryNo} className="m-between">
                    <span>
                      {say(one.label)}
                      <small className="m-quiet">{formats.dateTime(one.at)}</small>
                    </span>
                    <span className="num">
                      <b>{formats.signed(one.amount)}</b> <Why subject={`${t.points} ${formats.signed(one.amount)}`} explanation={one.why ?? one.plain} />
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
        <Link className="m-action" to="/points">
          <span>{t.wholeHistory}</span>
          <b>{t.seeAll}</b>
        </Link>
      </section>
      {points.data && points.data.lots.length > 0 && (
        <section className="m-card">
          <h2>{t.lots}</h2>
          <ul className="m-list">
            {points.data.lots
              .filter((lot) => lot.free > 0)
              .map((lot, index) => (
                <li key={`${lot.lastDay}-${index}`} className="m-between">
                  <span>{formats.date(lot.lastDay)}</span>
                  <b className="num">{formats.points(lot.free)}</b>
                </li>
              ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Where the passes, auctions and games are. */
function Doors() {
  const passes = useTexts(passWords)
  const auctions = useTexts(auctionWords)
  const awards = useTexts(awardWords)
  const games = useTexts(gameWords)
  const gifts = useTexts(giftWords)
  return (
    <nav className="m-card">
      {[
        { to: '/passes', words: passes },
        { to: '/awards', words: awards },
        { to: '/auctions', words: auctions },
        { to: '/games', words: games },
        { to: '/gifts', words: gifts },
      ].map(({ to, words: each }) => (
        <Link key={to} className="m-action" to={to}>
          <span>{each.entry}</span>
          <b>{each.see}</b>
        </Link>
      ))}
    </nav>
  )
}
