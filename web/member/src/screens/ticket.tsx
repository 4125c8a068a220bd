import { useAppearance, useTexts, wordFor } from '@waystation/design'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api, type Ticket } from '../data/api'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { BenefitLine } from '../parts/benefit-line'
import { Page } from '../parts/page'
import { Qr } from '../parts/qr'

export function TicketScreen() {
  const t = useTexts(words)
  const { id = '' } = useParams()
  const ticket = useQuery({ queryKey: ['ticket', id], queryFn: () => api.ticket(id), refetchInterval: 5_000 })
  return (
    <Page title={t.ticket} back="/trips">
      <Asked of={ticket}>{(value) => <Face ticket={value} />}</Asked>
      <BenefitLine />
    </Page>
  )
}

function Face({ ticket }: { ticket: Ticket }) {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const { run } = ticket
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
      <p>{ticket.traveller}</p>
      {ticket.code && ticket.status === 'issued' ? (
        <>
          <Qr text={ticket.code} name={t.showCode} />
          <p className="m-quiet">{t.showCode}</p>
          <Link className="m-second" to={`/tickets/${ticket.id}/change`}>
            {t.changeOrUpgrade}
          </Link>
        </>
      ) : (
        <p className="m-done" role="status">
          {wordFor(t.ticketStates, ticket.status)}
        </p>
      )}
    </section>
  )
}
