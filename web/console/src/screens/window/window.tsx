import { useQuery } from '@tanstack/react-query'
import type { Order } from '@waystation/client'
import { ErrorState, Mark, MoneyText, useAppearance, useTexts } from '@waystation/design'
import { Button, type InputRef } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { Page } from '../../shell/page'
import { TakePayment } from '../selling/take-payment'
import { sellingWords } from '../selling/words'
import { Basket } from './basket'
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
