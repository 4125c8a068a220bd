import { EmptyState, useTexts } from '@waystation/design'
import { Link } from 'react-router'
import { useTrips } from '../data/session'
import { words } from '../data/words'
import type { Order } from '../data/api'
import { Asked } from '../parts/asked'
import { BenefitLine } from '../parts/benefit-line'
import { TripCard } from '../parts/trip-card'

const isOpen = (order: Order) =>
  order.status === 'held' || (order.status === 'paid' && order.tickets.some((one) => one.status === 'issued' || one.status === 'checked_in'))

export function Trips() {
  const t = useTexts(words)
  const trips = useTrips()
  return (
    <div className="m-page">
      <h1>{t.trips}</h1>
      <BenefitLine />
      <Asked of={trips}>
        {(page) => {
          if (page.items.length === 0) return <EmptyState title={t.noTrips} hint={t.noTripsHint} action={<Link className="m-link" to="/search">{t.buy}</Link>} />
          const open = page.items.filter(isOpen).sort((a, b) => a.run.from.time.localeCompare(b.run.from.time))
          const past = page.items.filter((one) => !isOpen(one)).sort((a, b) => b.run.from.time.localeCompare(a.run.from.time))
          return (
            <>
              {open.length > 0 && <h2 className="m-quiet">{t.upcoming}</h2>}
              {open.map((one) => (
                <TripCard key={one.id} order={one} />
              ))}
              {past.length > 0 && <h2 className="m-quiet">{t.past}</h2>}
              {past.map((one) => (
                <TripCard key={one.id} order={one} />
              ))}
            </>
          )
        }}
      </Asked>
    </div>
  )
}
