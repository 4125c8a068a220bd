import { useQueries, useQuery } from '@tanstack/react-query'
import { Problem, type Order } from '@waystation/client'
import { ErrorState, Mark, MoneyText, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Checkbox, type InputRef } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { Page } from '../../shell/page'
import { TakePayment } from '../selling/take-payment'
import { sellingWords, useClockText, usePlaceName } from '../selling/words'
import { CouponChoice, picked, useWindowOffers, type CouponPick } from './coupons'
import { Customer, FindCustomer } from './customer'
import { TrainList, Where, type Choice, type Way } from './trains'
import { windowWords } from './words'

const KEPT = 'waystation.window'

interface Sold {
  order: Order
  change: number
}

/** The ticket window: who, which train, what pays. Every step by keys; three strokes for a common ticket. */
export default function Window() {
  const t = useTexts(windowWords)
  const { formats } = useAppearance()
  const today = formats.isoDate(useNow())
  const scan = useRef<InputRef>(null)
  const list = useRef<HTMLDivElement>(null)
  const [memberId, setMember] = useState('')
  const [choice, choose] = useState<Choice | null>(null)
  const [order, setOrder] = useState<Order | null>(null)
  const [sold, setSold] = useState<Sold[]>([])
  const [kept, keep] = useState<Pick<Way, 'from' | 'to'>>(() => JSON.parse(localStorage.getItem(KEPT) ?? '{"from":"","to":""}') as Way)
  const [day, setDay] = useState('')
  const way = { ...kept, date: day < today ? today : day }
  const go = (next: Way) => {
    const places = { from: next.from, to: next.to }
    localStorage.setItem(KEPT, JSON.stringify(places))
    keep(places)
    setDay(next.date)
    choose(null)
  }
  const again = () => {
    setMember('')
    setOrder(null)
    choose(null)
    setTimeout(() => scan.current?.focus(), 0)
  }
  const toTrains = () => setTimeout(() => list.current?.focus({ preventScroll: true }), 0)
  const enter = useRef<() => void>(() => undefined)
  const press = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'm' || order || !memberId || event.ctrlKey || (event.target as HTMLElement).closest('input, .ant-select')) return
    event.preventDefault()
    again()
  }
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <div className="columns" onKeyDown={press}>
        <div className="stack">
          {memberId ? (
            <Customer memberId={memberId} onAnother={again} />
          ) : (
            <>
              <FindCustomer
                input={scan}
                onFound={(id) => {
                  setMember(id)
                  toTrains()
                }}
              />
              {sold[0] && <Done sold={sold[0]} />}
            </>
          )}
          <section className="w-card stack">
            <Where way={way} onChange={go} />
            <TrainList
              key={`${way.from} ${way.to} ${way.date}`}
              way={way}
              choice={choice}
              list={list}
              onChoose={(next) => !order && choose(next)}
              onEnter={() => enter.current()}
            />
            <p className="w-quiet">{t.keys}</p>
          </section>
        </div>
        <section className="w-card stack window-ticket">
          <h2 className="card-title">{t.ticket}</h2>
          {order ? (
            <Pay
              order={order}
              onTaken={(change) => {
                setSold((all) => [{ order, change }, ...all].slice(0, 8))
                again()
              }}
              onDropped={() => {
                setOrder(null)
                toTrains()
              }}
            />
          ) : memberId && choice ? (
            <Basket key={memberId} memberId={memberId} way={way} choice={choice} enter={enter} onBack={toTrains} onHeld={setOrder} />
          ) : (
            <p className="w-quiet">{memberId ? t.pick : t.first}</p>
          )}
          {sold.length > 0 && <Recent sold={sold} />}
        </section>
      </div>
    </Page>
  )
}

interface BasketProps {
  memberId: string
  way: Way
  choice: Choice
  enter: { current: () => void }
  onBack(): void
  onHeld(order: Order): void
}

/** Who travels, with which coupon, for how much; Enter in the list of trains holds the seats. */
function Basket({ memberId, way, choice, enter, onBack, onHeld }: BasketProps) {
  const t = useTexts(windowWords)
  const s = useTexts(sellingWords)
  const { formats } = useAppearance()
  const clock = useClockText()
  const place = usePlaceName()
  const people = useRef<HTMLUListElement>(null)
  const code = useRef<InputRef>(null)
  const [chosen, setChosen] = useState<string[] | null>(null)
  const [pick, setPick] = useState<CouponPick>('best')
  const [codes, setCodes] = useState<string[]>([])
  const travellers = useQuery({ queryKey: ['window-travellers', memberId], queryFn: async () => (await api.memberTravellers(memberId)).items })
  const all = travellers.data ?? []
  const ids = chosen ?? all.filter((one) => one.self).map((one) => one.id)
  const going = all.filter((one) => ids.includes(one.id))
  const fares = useFares(way, choice, going.map((one) => one.group))
  const offers = useWindowOffers(memberId, choice.offer.seatClass, fares, codes)
  const { coupons, off } = picked(offers.data, pick)
  const before = fares.reduce((sum, fare) => sum + fare, 0)
  const money = (minor: number) => formats.money({ minor, currency: choice.offer.fare.currency })
  const hold = useAction((wish: Parameters<typeof api.placeOrder>[0], key) => api.placeOrder(wish, key), onHeld)
  const send = (atFullFare: string[]) => {
    if (going.length === 0 || hold.isPending || offers.isFetching) return
    hold.mutate({ memberId, runId: choice.train.runId, fromCall: choice.train.fromCall, toCall: choice.train.toCall, seatClass: choice.offer.seatClass, travellerIds: ids, coupons, atFullFare })
  }
  // The list of trains has the cursor; its Enter is ours.
  useEffect(() => {
    enter.current = () => send([])
    return () => {
      enter.current = () => undefined
    }
  })
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || (event.target as HTMLElement).closest('input:not([type=checkbox]), .ant-select')) return
      const key = event.key.toLowerCase()
      if (key === 'c') code.current?.focus()
      else if (key === 't') people.current?.querySelector('input')?.focus()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  const { train, offer } = choice
  return (
    <>
      <p>
        <b className="num window-code">{train.trainCode}</b> {wordFor(s.classes, offer.seatClass)}
        <span className="w-quiet num window-route">
          {formats.date(way.date)} {place(train.from)} {clock(train.from.time)} → {place(train.to)} {clock(train.to.time)}
        </span>
      </p>
      <h3 className="drawer-title">
        {t.travellers} <kbd>T</kbd>
      </h3>
      {travellers.error ? (
        <ErrorState error={travellers.error} onRetry={() => void travellers.refetch()} />
      ) : travellers.isPending ? (
        <SkeletonBlock height={32} />
      ) : (
        <ul ref={people} className="plain-list" onKeyDown={(event) => event.key === 'Enter' && onBack()}>
          {all.map((one) => (
            <li key={one.id}>
              <Checkbox checked={ids.includes(one.id)} onChange={() => setChosen(ids.includes(one.id) ? ids.filter((id) => id !== one.id) : [...ids, one.id])}>
                {one.name} <span className="w-quiet num">{one.document.number}</span>
              </Checkbox>
              <Mark>{s.groups[one.group as keyof typeof s.groups] ?? one.group}</Mark>
            </li>
          ))}
        </ul>
      )}
      <CouponChoice offers={offers} pick={pick} codes={codes} input={code} onPick={setPick} onCodes={setCodes} onDone={onBack} />
      <ul className="plain-list window-price">
        {off > 0 && (
          <>
            <li>
              <span className="w-quiet">{t.before}</span> <span className="num">{money(before)}</span>
            </li>
            <li>
              <span className="w-quiet">{t.off}</span> <span className="num">−{money(off)}</span>
            </li>
          </>
        )}
        <li>
          <b>{t.after}</b> <b className="num window-sum">{money(Math.max(0, before - off))}</b>
        </li>
      </ul>
      {hold.error && <ErrorState error={hold.error} kept />}
      {hold.error instanceof Problem && hold.error.code.startsWith('STUDENT_') && <Button onClick={() => send(ids)}>{t.atFullFare}</Button>}
      <Button type="primary" size="large" disabled={going.length === 0} loading={hold.isPending} onClick={() => send([])}>
        {going.length === 0 && all.length > 0 ? t.noTraveller : hold.isPending ? t.holding : t.hold} <kbd>Enter</kbd>
      </Button>
    </>
  )
}

/** What each traveller pays before coupons: the search says it group by group. */
function useFares(way: Way, { train, offer }: Choice, groups: string[]): number[] {
  const others = [...new Set(groups)].filter((group) => group !== 'general')
  const found = useQueries({ queries: others.map((group) => ({ queryKey: ['connections', way.from, way.to, way.date, group], queryFn: ({ signal }: { signal: AbortSignal }) => api.connections(way.from, way.to, way.date, group, signal) })) })
  return groups.map((group) => {
    const same = found[others.indexOf(group)]?.data?.items.find((one) => one.runId === train.runId && one.fromCall === train.fromCall && one.toCall === train.toCall)
    return same?.classes.find((one) => one.seatClass === offer.seatClass)?.fare.minor ?? offer.fare.minor
  })
}

function Pay({ order, onTaken, onDropped }: { order: Order; onTaken(change: number): void; onDropped(): void }) {
  const t = useTexts(windowWords)
  const s = useTexts(sellingWords)
  const drop = useAction((id: string, key) => api.cancelOrder(id, key), onDropped)
  return (
    <>
      <p>
        <b className="num window-code">{order.run.trainCode}</b> <Mark tone="indigo">{t.held}</Mark>
      </p>
      <ul className="plain-list">
        {order.tickets.map((ticket) => (
          <li key={ticket.id}>
            <span>{ticket.traveller}</span> <b className="num">{s.seat(ticket.seat.car, ticket.seat.label)}</b>
          </li>
        ))}
        {order.discount.minor > 0 && (
          <li>
            <span className="w-quiet">{t.off}</span> <span>−<MoneyText value={order.discount} /></span>
          </li>
        )}
        <li>
          <b>{t.after}</b> <b className="window-sum"><MoneyText value={order.amount} /></b>
        </li>
      </ul>
      <TakePayment order={order} atOnce onTaken={onTaken} />
      {drop.error && <ErrorState error={drop.error} kept />}
      <Button type="text" danger loading={drop.isPending} onClick={() => drop.mutate(order.id)}>
        {t.drop}
      </Button>
    </>
  )
}

/** What was just sold, large: seats and change, until the next scan. */
function Done({ sold }: { sold: Sold }) {
  const t = useTexts(windowWords)
  const s = useTexts(sellingWords)
  const { formats } = useAppearance()
  const order = useQuery({ queryKey: ['order', sold.order.id], queryFn: () => api.order(sold.order.id), initialData: sold.order, refetchInterval: (query) => (query.state.data?.status === 'held' ? 1_000 : false) }).data
  const lost = order.status === 'expired' || order.status === 'cancelled'
  return (
    <div className={`gate-decision ${lost ? 'is-refuse' : order.status === 'paid' ? 'is-admit' : ''}`} role="status">
      <span className="gate-sentence">{lost ? `✕ ${t.notIssued}` : order.status === 'paid' ? `✓ ${t.paid}` : t.issuing}</span>
      {!lost && <span className="num">{[order.run.trainCode, ...order.tickets.map((ticket) => s.seat(ticket.seat.car, ticket.seat.label))].join('   ')}</span>}
      {sold.change > 0 && <b className="window-change num">{formats.labelled(t.change, formats.money({ minor: sold.change, currency: order.amount.currency }))}</b>}
      <small>{t.next}</small>
    </div>
  )
}

function Recent({ sold }: { sold: Sold[] }) {
  const t = useTexts(windowWords)
  return (
    <>
      <h3 className="drawer-title">{t.done}</h3>
      <ul className="plain-list">
        {sold.map(({ order }) => (
          <li key={order.id}>
            <span className="num">{order.run.trainCode} · {order.id}</span> <MoneyText value={order.amount} />
          </li>
        ))}
      </ul>
    </>
  )
}
