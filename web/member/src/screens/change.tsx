import { dictionary, EmptyState, ErrorState, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { useAction, type Connection } from '@waystation/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment, useEffect, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api, type CityChoice, type Ticket } from '../data/api'
import { useCities } from '../data/session'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { CityPicker } from '../parts/city-picker'
import { CouponChoice, picked, useCouponOffers, type CouponPick } from '../parts/coupon-choice'
import { DayStep } from '../parts/day-step'
import { Page } from '../parts/page'

const texts = dictionary(
  {
    title: '改签', now: '现在的车票', upgrade: '同车次升级席位', others: '改签到其他车次', none: '这一天没有可改的车次', noUpgrade: '没有更好的席位可升级', to: '到达城市', earlier: '更早的车次', later: '更晚的车次', off: '优惠券', hold: '留座并去支付', holding: '正在留座…', free: '确认改签', stays: '支付成功前，原车票一直有效。', not: '这张车票不能改签',
    old: '原票', fresh: '新票', fee: '手续费', added: '补差价', returned: '退还差价', kept: '不退的差价', due: '需支付', why: '费用说明', chosen: (train: string, seat: string) => `改为 ${train} ${seat}`,
  },
  {
    title: 'Change ticket', now: 'Your ticket', upgrade: 'A better class on the same train', others: 'Another train', none: 'No train to change to on this day', noUpgrade: 'No better class is free', to: 'To', earlier: 'Earlier trains', later: 'Later trains', off: 'Coupon', hold: 'Hold the seat and pay', holding: 'Holding the seat…', free: 'Change the ticket', stays: 'Your ticket stays valid until the change is paid.', not: 'This ticket cannot be changed',
    old: 'Old fare', fresh: 'New fare', fee: 'Fee', added: 'Difference', returned: 'Goes back', kept: 'Difference kept', due: 'To pay', why: 'How this came about', chosen: (train: string, seat: string) => `To ${train}, ${seat}`,
  },
)

/** Trains shown at first, those that leave nearest to the old hour. */
const AT_ONCE = 3

interface Choice {
  runId: string
  trainCode: string
  fromCall: number
  toCall: number
  seatClass: string
}

/** One ticket to another train or a better class: choose, see what it costs, hold the seat, pay. */
export function ChangeScreen() {
  const t = useTexts(texts)
  const { id = '' } = useParams()
  const ticket = useQuery({ queryKey: ['ticket', id], queryFn: () => api.ticket(id) })
  return (
    <Page title={t.title} back={`/tickets/${id}`}>
      <Asked of={ticket}>{(value) => <Change ticket={value} />}</Asked>
    </Page>
  )
}

function Change({ ticket }: { ticket: Ticket }) {
  const t = useTexts(texts)
  const w = useTexts(words)
  const { say, formats } = useAppearance()
  const terms = useQuery({ queryKey: ['change-terms', ticket.id], queryFn: () => api.changeTerms(ticket.id) })
  const [date, setDate] = useState(ticket.run.serviceDate)
  const [choice, choose] = useState<Choice | null>(null)
  const [city, setCity] = useState<CityChoice | null>(null)
  const cities = useCities('')
  const moveTo = (day: string) => {
    setDate(day)
    choose(null)
  }
  return (
    <>
      <section className="m-card">
        <h2>{t.now}</h2>
        <b>{`${ticket.run.trainCode} ${wordFor(w.classes, ticket.run.seatClass)} ${w.seat(ticket.seat.car, ticket.seat.label)}`}</b>
        <p className="m-quiet">{`${say(ticket.run.from.name)} → ${say(ticket.run.to.name)} · ${formats.dateTime(ticket.run.from.time)}`}</p>
      </section>
      <Asked of={terms}>
        {(rules) =>
          rules.possible ? (
            <>
              {rules.elsewhere && (
                <section className="m-card">
                  <CityPicker
                    label={t.to}
                    city={city ?? cities.data?.find((one) => one.code === rules.toCity) ?? null}
                    onPick={(next) => {
                      setCity(next)
                      choose(null)
                    }}
                  />
                </section>
              )}
              <DayStep date={date} onDate={moveTo} />
              <Trains key={`${date} ${city?.code ?? ''}`} ticket={ticket} from={rules.fromCity} to={city?.code ?? rules.toCity} group={rules.group} date={date} choice={choice} onChoose={choose} />
              {choice && <Quote key={`${choice.runId} ${choice.seatClass}`} ticket={ticket} choice={choice} takesCoupons={rules.coupons} />}
            </>
          ) : (
            <section className="m-card">
              <h2>{t.not}</h2>
              <p>{say(rules.why.sentence)}</p>
              <Why subject={ticket.run.trainCode} explanation={rules.why} />
            </section>
          )
        }
      </Asked>
    </>
  )
}

function Trains({ ticket, from, to, group, date, choice, onChoose }: { ticket: Ticket; from: string; to: string; group: string; date: string; choice: Choice | null; onChoose(choice: Choice): void }) {
  const t = useTexts(texts)
  const w = useTexts(words)
  const { formats, say } = useAppearance()
  const [earlier, setEarlier] = useState(0)
  const [later, setLater] = useState(0)
  const found = useQuery({ queryKey: ['connections', from, to, date, group], queryFn: ({ signal }) => api.connections(from, to, date, group, signal) })
  return (
    <Asked of={found}>
      {(page) => {
        const same = page.items.filter((one) => one.runId === ticket.run.runId)
        const others = page.items.filter((one) => one.runId !== ticket.run.runId)
        const first = Math.max(0, nearest(others, ticket, date) - earlier)
        const last = Math.min(others.length, nearest(others, ticket, date) + AT_ONCE + later)
        return (
          <>
            {[...same, ...others.slice(first, last)].map((train, index) => {
              const here = train.runId === ticket.run.runId
              const offers = train.classes.filter((offer) => offer.count > 0 && (!here || offer.seatClass !== ticket.run.seatClass))
              return (
                <Fragment key={`${train.runId}-${train.fromCall}-${train.toCall}`}>
                {index === same.length && first > 0 && (
                  <button type="button" className="m-second" onClick={() => setEarlier(earlier + AT_ONCE)}>
                    {t.earlier}
                  </button>
                )}
                <article className="m-card">
                  <div className="m-between">
                    <b className="num">{`${train.trainCode} ${formats.time(train.from.time)} – ${formats.time(train.to.time)}`}</b>
                    <span className="m-quiet">{here ? t.upgrade : sameStops(train, ticket) ? '' : `${say(train.from.name)} → ${say(train.to.name)}`}</span>
                  </div>
                  {offers.length === 0 && <p className="m-quiet">{here ? t.noUpgrade : w.none}</p>}
                  <ul className="m-list">
                    {offers.map((offer) => (
                      <li key={offer.seatClass}>
                        <label className="m-check">
                          <input
                            type="radio"
                            name="change-to"
                            checked={choice?.runId === train.runId && choice.seatClass === offer.seatClass && choice.fromCall === train.fromCall && choice.toCall === train.toCall}
                            onChange={() => onChoose({ runId: train.runId, trainCode: train.trainCode, fromCall: train.fromCall, toCall: train.toCall, seatClass: offer.seatClass })}
                          />
                          <span>{wordFor(w.classes, offer.seatClass)}</span> <span className="num">{formats.money(offer.fare)}</span>
                        </label>
                      </li>
                    ))}
                  </ul>
                </article>
                </Fragment>
              )
            })}
            {last < others.length && (
              <button type="button" className="m-second" onClick={() => setLater(later + AT_ONCE)}>
                {t.later}
              </button>
            )}
            {page.items.length === 0 && <EmptyState title={t.none} />}
          </>
        )
      }}
    </Asked>
  )
}

const sameStops = (train: Connection, { run }: Ticket) => train.from.station === run.from.station && train.to.station === run.to.station

/** Of the day's other trains, where those begin that leave nearest to the old hour. */
function nearest(trains: Connection[], ticket: Ticket, date: string): number {
  const days = (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${ticket.run.serviceDate}T00:00:00Z`)) || 0
  const hour = Date.parse(ticket.run.from.time) + days
  const after = trains.findIndex((one) => Date.parse(one.from.time) >= hour)
  const middle = (after < 0 ? trains.length : after) - Math.floor(AT_ONCE / 2)
  return Math.max(0, Math.min(middle, trains.length - AT_ONCE))
}

function Quote({ ticket, choice, takesCoupons }: { ticket: Ticket; choice: Choice; takesCoupons: boolean }) {
  const t = useTexts(texts)
  const w = useTexts(words)
  const { formats } = useAppearance()
  const go = useNavigate()
  const queries = useQueryClient()
  const { trainCode, ...wish } = choice
  const [pick, setPick] = useState<CouponPick>('best')
  const box = useRef<HTMLElement>(null)
  const quote = useQuery({ queryKey: ['change-quote', ticket.id, wish], queryFn: () => api.changeQuote(ticket.id, wish), gcTime: 0 })
  const added = quote.data?.added.minor ?? 0
  const offers = useCouponOffers(choice.seatClass, added, takesCoupons && added > 0 ? 1 : 0)
  const { coupons, off } = picked(added > 0 ? offers : undefined, pick)
  const change = useAction(
    (all: typeof wish & { coupons: string[] }, key) => api.changeTicket(ticket.id, all, key),
    (order) => {
      void queries.invalidateQueries()
      void go(`/orders/${order.id}`, { replace: true })
    },
  )
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [quote.data])
  return (
    <section className="m-card" ref={box}>
      <h2>{t.chosen(trainCode, wordFor(w.classes, choice.seatClass))}</h2>
      <Asked of={quote}>
        {(price) => {
          const lines: [string, typeof price.due][] = [[t.old, price.oldFare], [t.fresh, price.newFare], [t.added, price.added], [t.fee, price.fee], [t.returned, price.returned], [t.kept, price.kept]]
          return (
            <>
              {lines.filter(([label, value]) => value.minor > 0 || label === t.fee).map(([label, value]) => (
                <p key={label} className="m-between">
                  {label} <span className="num">{formats.money(value)}</span>
                </p>
              ))}
              {price.added.minor > 0 && takesCoupons && (offers?.best.applied.length ?? 0) > 0 && <CouponChoice offers={offers} pick={pick} onPick={setPick} />}
              {off > 0 && (
                <p className="m-between">
                  {t.off} <span className="num m-good">{`−${formats.money({ minor: off, currency: price.due.currency })}`}</span>
                </p>
              )}
              <p className="m-between">
                <b>{t.due}</b> <b className="num">{formats.money({ minor: Math.max(0, price.due.minor - off), currency: price.due.currency })}</b>
              </p>
              <Why subject={t.why} explanation={price.why} />
              <p className="m-quiet">{t.stays}</p>
              {change.error && <ErrorState error={change.error} kept />}
              <button type="button" className="m-primary" disabled={change.isPending} onClick={() => change.mutate({ ...wish, coupons })}>
                {change.isPending ? t.holding : price.due.minor > 0 ? t.hold : t.free}
              </button>
            </>
          )
        }}
      </Asked>
    </section>
  )
}
