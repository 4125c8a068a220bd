import { useAppearance, useTexts, wordFor } from '@waystation/design'
import { Link } from 'react-router'
import { words } from '../data/words'
import type { Order } from '../data/api'

/** One order as a trip: times large, stations under them, what to do next on the right. */
export function TripCard({ order }: { order: Order }) {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const ticket = order.tickets[0]
  const state = order.status === 'paid' && ticket ? wordFor(t.ticketStates, ticket.status) : wordFor(t.orderStates, order.status)
  return (
    <article className="m-card">
      <div className="m-between m-quiet">
        <span>{formats.date(order.run.from.time)}</span>
        <span className={order.status === 'paid' ? 'm-good' : ''}>{state}</span>
      </div>
      <div className="m-trip">
        <div>
          <b className="num">{formats.time(order.run.from.time)}</b>
          <span>{say(order.run.from.name)}</span>
        </div>
        <div className="m-trip-line">{order.run.trainCode}</div>
        <div className="m-right">
          <b className="num">{formats.time(order.run.to.time)}</b>
          <span>{say(order.run.to.name)}</span>
        </div>
      </div>
      {order.status === 'held' && (
        <Link className="m-action" to={`/orders/${order.id}`}>
          <span>{formats.money(order.amount)}</span>
          <b>{t.pay}</b>
        </Link>
      )}
      {order.status === 'paid' &&
        order.tickets.map((one) => (
          <Link key={one.id} className="m-action" to={`/tickets/${one.id}`}>
            <span>{t.seat(one.seat.car, one.seat.label)}</span>
            <b>{t.openTicket}</b>
          </Link>
        ))}
      {order.tickets.some((one) => one.status === 'completed') && (
        <Link className="m-link m-small" to={`/claims?order=${encodeURIComponent(order.id)}`}>
          {t.missing}
        </Link>
      )}
    </article>
  )
}
