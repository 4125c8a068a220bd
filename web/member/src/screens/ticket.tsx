import { EmptyState, useAppearance, useTexts } from '@waystation/design'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api, type TicketView } from '../data/api'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'
import { Qr } from '../parts/qr'

export function TicketScreen() {
  const t = useTexts(words)
  const { id = '' } = useParams()
  const ticket = useQuery({ queryKey: ['ticket', id], queryFn: () => api.ticket(id), refetchInterval: 5_000 })
  return (
    <Page title={t.ticket} back="/trips">
      <Asked of={ticket}>{(value) => <Face ticket={value} />}</Asked>
    </Page>
  )
}

function Face({ ticket }: { ticket: TicketView }) {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const run = ticket.run ?? ticket.order?.run
  if (!run) return <EmptyState title={t.ticket} />
  const name = typeof ticket.traveller === 'string' ? ticket.traveller : ticket.traveller.name
  return (
    <section className="m-card m-ticket">
      <div className="m-trip">
        <div>
          <b className="num">{formats.time(run.from.time)}</b>
          <span>{say(run.from.name)}</span>
        </div>
        <div className="m-trip-line">
          {run.trainCode}
          <small>{formats.date(run.from.time)}</small>
        </div>
        <div className="m-right">
          <b className="num">{formats.time(run.to.time)}</b>
          <span>{say(run.to.name)}</span>
        </div>
      </div>
      <p className="m-big">{t.seat(ticket.seat.car, ticket.seat.label)}</p>
      <p>{name}</p>
      {ticket.code && ticket.status === 'issued' ? (
        <>
          <Qr text={ticket.code} name={t.showCode} />
          <p className="m-quiet">{t.showCode}</p>
        </>
      ) : (
        <p className="m-done" role="status">
          {t[ticket.status as 'issued'] ?? ticket.status}
        </p>
      )}
    </section>
  )
}
