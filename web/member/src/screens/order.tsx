import { ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { useAction } from '@waystation/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, type Order } from '../data/api'
import { useWorld } from '../data/session'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { BenefitLine } from '../parts/benefit-line'
import { Page } from '../parts/page'
import { PayWith, type PayWish } from '../parts/pay-with'

export function OrderScreen() {
  const t = useTexts(words)
  const { id = '' } = useParams()
  const order = useQuery({
    queryKey: ['order', id],
    queryFn: () => api.order(id),
    refetchInterval: (query) => (query.state.data?.status === 'held' ? 3_000 : false),
  })
  return (
    <Page title={t.order} back="/trips">
      <Asked of={order}>{(value) => <Detail order={value} />}</Asked>
    </Page>
  )
}

function Detail({ order }: { order: Order }) {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  return (
    <>
      <section className="m-card">
        <div className="m-between">
          <b>{`${say(order.run.from.name)} → ${say(order.run.to.name)}`}</b>
          <span className={order.status === 'paid' ? 'm-good' : 'm-quiet'}>{wordFor(t.orderStates, order.status)}</span>
        </div>
        <p className="m-quiet">{`${order.run.trainCode} · ${formats.dateTime(order.run.from.time)} – ${formats.time(order.run.to.time)}`}</p>
        <ul className="m-list">
          {order.tickets.map((ticket) => (
            <li key={ticket.id} className="m-between">
              <span>{ticket.traveller}</span>
              <b className="num">{t.seat(ticket.seat.car, ticket.seat.label)}</b>
            </li>
          ))}
        </ul>
        {order.discount.minor > 0 && (
          <p className="m-between">
            {t.couponOff} <span className="num m-good">{`−${formats.money(order.discount)}`}</span>
          </p>
        )}
        <p className="m-between">
          {t.total} <b className="num">{formats.money(order.amount)}</b>
        </p>
      </section>
      <BenefitLine />
      {order.status === 'held' && <Pay order={order} />}
      {order.status === 'paid' && (
        <>
          <p className="m-done" role="status">
            {t.paidDone}
          </p>
          {order.tickets.map((ticket) => (
            <Link key={ticket.id} className="m-primary" to={`/tickets/${ticket.id}`}>
              {t.viewTicket}
            </Link>
          ))}
        </>
      )}
    </>
  )
}

/** Payment in the demo: the same intent, the same signed callback, only the cashier is ours. */
function Pay({ order }: { order: Order }) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries()
  const [wish, choose] = useState<PayWish>({ points: 0, familyPoints: 0, storedMinor: 0 })
  const approve = useAction(api.approve)
  const pay = useAction(
    async (chosen: PayWish, key) => {
      const { intentId } = await api.pay(order.id, chosen, key)
      if (intentId) await approve.mutateAsync(intentId)
    },
    undefined,
    refresh,
  )
  const cancel = useAction((id: string, key) => api.cancelOrder(id, key), undefined, refresh)
  // Paying and cancelling exclude each other: the one under way decides first.
  const busy = pay.isPending || cancel.isPending
  return (
    <section className="m-card">
      {order.expiresAt && <Deadline until={order.expiresAt} />}
      <PayWith order={order} wish={wish} onChoose={choose} />
      <p className="m-quiet">{t.payLine}</p>
      {(pay.error ?? cancel.error) && <ErrorState error={pay.error ?? cancel.error} />}
      <button type="button" className="m-primary" disabled={busy} onClick={() => pay.mutate(wish)}>
        {t.approve}
      </button>
      <button type="button" className="m-second" disabled={busy} onClick={() => cancel.mutate(order.id)}>
        {t.cancelOrder}
      </button>
    </section>
  )
}

/** Counts down on the platform's clock, which in the demo is not this device's. */
function Deadline({ until }: { until: string }) {
  const t = useTexts(words)
  const world = useWorld()
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const from = Date.now()
    const tick = window.setInterval(() => setPassed(Date.now() - from), 1_000)
    return () => window.clearInterval(tick)
  }, [world.dataUpdatedAt])
  const now = new Date(world.data?.now ?? Date.now()).getTime() + passed
  const left = Math.max(0, Math.floor((new Date(until).getTime() - now) / 1_000))
  return (
    <p className="m-deadline" role="timer">
      {t.payWithin(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`)}
    </p>
  )
}
