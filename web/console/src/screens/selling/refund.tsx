import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Ticket } from '@waystation/client'
import { dictionary, Drawer, ErrorState, MoneyText, SkeletonBlock, useTexts } from '@waystation/design'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useProblemText } from '../../shell/problem'
import { PrintedName } from './printed-name'
import { sellingWords } from './words'

const texts = dictionary(
  {
    refund: '退票', title: (who: string) => `退 ${who} 的票`, fare: '票价', fee: '手续费', back: '退还', confirm: '确认退票', effect: '座位立即放回，款项按原路退还。手续费按现在距开车的时间计算。', done: '已退票，座位已放回', keep: '不退了',
  },
  {
    refund: 'Refund', title: (who: string) => `Refund the ticket of ${who}`, fare: 'Fare', fee: 'Fee', back: 'Paid back', confirm: 'Refund', effect: 'The seat returns at once and the money goes back the way it came. The fee follows from the time left before departure.', done: 'Refunded; the seat is on sale again', keep: 'Keep the ticket',
  },
)

/** Shows what a refund comes to before it is done. */
export function RefundButton({ ticket }: { ticket: Ticket }) {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.refund}
      </Button>
      {open && <RefundDrawer ticket={ticket} onClose={() => setOpen(false)} />}
    </>
  )
}

function RefundDrawer({ ticket, onClose }: { ticket: Ticket; onClose(): void }) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { message } = App.useApp()
  const problemText = useProblemText()
  const client = useQueryClient()
  const quote = useQuery({ queryKey: ['refund-quote', ticket.id], queryFn: () => api.refundQuote(ticket.id), gcTime: 0 })
  const refund = useAction(
    (id: string, key) => api.refundTicket(id, key),
    () => {
      void message.success(t.done)
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'orders' || query.queryKey[0] === 'order' })
      onClose()
    },
  )
  const confirm = () => refund.mutate(ticket.id, { onError: (error) => void message.error(problemText(error)) })
  return (
    <Drawer
      open
      onClose={onClose}
      eyebrow={`${ticket.run.trainCode} ${s.seat(ticket.seat.car, ticket.seat.label)}`}
      title={t.title(ticket.traveller)}
      footer={
        <span className="row-actions">
          <Button onClick={onClose}>{t.keep}</Button>
          <Button danger type="primary" disabled={!quote.data} loading={refund.isPending} onClick={confirm}>
            {t.confirm}
          </Button>
        </span>
      }
    >
      {quote.error ? (
        <ErrorState error={quote.error} onRetry={() => void quote.refetch()} />
      ) : quote.data ? (
        <>
          <ul className="plain-list">
            <li><span className="w-quiet">{t.fare}</span><MoneyText value={quote.data.fare} /></li>
            <li><span className="w-quiet">{t.fee}</span><MoneyText value={quote.data.fee} /></li>
            <li><b>{t.back}</b><b><MoneyText value={quote.data.refund} /></b></li>
          </ul>
          <p className="w-quiet">{t.effect}</p>
          <PrintedName ticketId={ticket.id} />
        </>
      ) : (
        <SkeletonBlock height={140} />
      )}
    </Drawer>
  )
}
