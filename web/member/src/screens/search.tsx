import { EmptyState, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { api, type CityChoice } from '../data/api'
import type { Connection, Offer } from '../data/api'
import { useWorld } from '../data/session'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { BenefitLine } from '../parts/benefit-line'
import { DayStep } from '../parts/day-step'
import { Page } from '../parts/page'
import { SearchForm } from './search-form'

export function Search() {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const [query, setQuery] = useSearchParams()
  const city = (side: 'from' | 'to'): CityChoice | null => {
    const code = query.get(side)
    return code ? { code, name: { zh: query.get(`${side}Zh`) ?? code, en: query.get(`${side}En`) ?? code } } : null
  }
  const [from, to] = [city('from'), city('to')]
  const now = useWorld().data?.now ?? new Date().toISOString()
  // An address somebody shortened or shared may lack its day, or hold none that there is.
  const asked = query.get('date') ?? ''
  const date = Number.isNaN(Date.parse(asked)) ? formats.isoDate(now) : asked
  const group = query.get('group') ?? 'general'
  if (!from || !to) {
    return (
      <Page title={t.buy} back="/">
        <section className="m-card">
          <SearchForm />
        </section>
      </Page>
    )
  }
  const moveTo = (day: string) => {
    query.set('date', day)
    setQuery(query, { replace: true })
  }
  return (
    <Page title={`${say(from.name)} → ${say(to.name)}`} back="/">
      <DayStep date={date} onDate={moveTo} />
      <Results from={from} to={to} date={date} group={group} />
    </Page>
  )
}

function Results({ from, to, date, group }: { from: CityChoice; to: CityChoice; date: string; group: string }) {
  const t = useTexts(words)
  const found = useQuery({
    queryKey: ['connections', from.code, to.code, date, group],
    queryFn: ({ signal }) => api.connections(from.code, to.code, date, group, signal),
    refetchInterval: 15_000,
  })
  return (
    <Asked of={found}>
      {(page) =>
        page.items.length === 0 ? (
          <EmptyState title={t.noTrains} hint={t.noTrainsHint} />
        ) : (
          <>
            <p className="m-quiet">{t.results(page.items.length)}</p>
            <BenefitLine />
            {page.items.map((one) => (
              <Train key={`${one.runId}-${one.fromCall}-${one.toCall}`} train={one} />
            ))}
          </>
        )
      }
    </Asked>
  )
}

function Train({ train }: { train: Connection }) {
  const { say, formats } = useAppearance()
  return (
    <article className="m-card">
      <div className="m-trip">
        <div>
          <b className="num">{formats.time(train.from.time)}</b>
          <span>{say(train.from.name)}</span>
        </div>
        <div className="m-trip-line">
          {train.trainCode}
          <small>{formats.minutes(train.durationMinutes)}</small>
        </div>
        <div className="m-right">
          <b className="num">{formats.time(train.to.time)}</b>
          <span>{say(train.to.name)}</span>
        </div>
      </div>
      <ul className="m-offers">
        {train.classes.map((offer) => (
          <OfferRow key={offer.seatClass} train={train} offer={offer} />
        ))}
      </ul>
    </article>
  )
}

function OfferRow({ train, offer }: { train: Connection; offer: Offer }) {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const left = offer.count === 0 ? t.none : offer.coarse === 'many' ? t.many : t.left(offer.count)
  const query = new URLSearchParams({ run: train.runId, from: String(train.fromCall), to: String(train.toCall), class: offer.seatClass })
  return (
    <li>
      <span>{wordFor(t.classes, offer.seatClass)}</span>
      <span className="num">{formats.money(offer.fare)}</span>
      <span className={offer.count === 0 ? 'm-quiet' : 'm-good'}>{left}</span>
      {offer.count > 0 ? (
        <Link className="m-book" to={`/book?${query}`} state={{ train, offer }}>
          {t.book}
        </Link>
      ) : (
        <Why subject={`${train.trainCode} ${wordFor(t.classes, offer.seatClass)}`} explanation={offer.why} />
      )}
    </li>
  )
}
