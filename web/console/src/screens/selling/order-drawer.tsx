import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Order } from '@waystation/client'
import { DateTimeText, dictionary, Drawer, ErrorState, Mark, MoneyText, SkeletonBlock, useAppearance, useTexts, wordFor, type Tone } from '@waystation/design'
import { App, Button } from 'antd'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { useProblemText } from '../../shell/problem'
import { OrderMark } from './orders'
import { ChangeButton } from './change'
import { RefundButton } from './refund'
import { TakePayment } from './take-payment'
import { sellingWords, useClockText, usePlaceName } from './words'

const texts = dictionary(
  {
    order: '订单', train: '车次', day: '乘车日', route: '区间', seatClass: '席别', amount: '金额', placed: '下单', deadline: '支付截止', member: '会员', tickets: '车票', cancel: '取消订单',
    cancelTitle: (id: string) => `取消订单 ${id}?`, cancelEffect: (n: number) => `${n} 张占座会立即放回，其他人可以买。`, keep: '保留', open: '查看会员',
  },
  {
    order: 'Order', train: 'Train', day: 'Travel day', route: 'Route', seatClass: 'Class', amount: 'Amount', placed: 'Placed', deadline: 'Pay until', member: 'Member', tickets: 'Tickets', cancel: 'Cancel order',
    cancelTitle: (id: string) => `Cancel order ${id}?`, cancelEffect: (n: number) => `${n} held seats return at once and others can buy them.`, keep: 'Keep', open: 'See the member',
  },
)

const ticketTones: Record<string, Tone> = { issued: 'indigo', checked_in: 'good', completed: 'good', refunded: 'plain' }

export function OrderDrawer({ orderId, onClose }: { orderId: string | null; onClose(): void }) {
  const t = useTexts(texts)
  const order = useQuery({ queryKey: ['order', orderId], queryFn: () => api.order(orderId!), enabled: orderId !== null })
  return (
    <Drawer open={orderId !== null} onClose={onClose} eyebrow={t.order} title={<span className="num">{orderId}</span>} width={480} footer={order.data?.status === 'held' ? <Cancel order={order.data} /> : undefined}>
      {order.error ? <ErrorState error={order.error} onRetry={() => void order.refetch()} /> : order.data ? <Facts order={order.data} /> : <SkeletonBlock height={280} />}
    </Drawer>
  )
}

function Facts({ order }: { order: Order }) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { formats } = useAppearance()
  const place = usePlaceName()
  const clock = useClockText()
  const staff = useStaff()
  const facts: [string, React.ReactNode][] = [
    [t.train, <b key="train" className="num">{order.run.trainCode}</b>],
    [t.day, formats.date(order.run.serviceDate)],
    [t.route, `${place(order.run.from)} ${clock(order.run.from.time)} → ${place(order.run.to)} ${clock(order.run.to.time)}`],
    [t.seatClass, wordFor(s.classes, order.run.seatClass)],
    [t.amount, <MoneyText key="amount" value={order.amount} />],
    [t.placed, <DateTimeText key="placed" at={order.placedAt} />],
    ...(order.status === 'held' ? [[t.deadline, <DateTimeText key="deadline" at={order.expiresAt} />] as [string, React.ReactNode]] : []),
    ...(staff.may('members.read') ? [[t.member, <Link key="member" to={`/members/${encodeURIComponent(order.memberId)}`}>{t.open}</Link>] as [string, React.ReactNode]] : []),
  ]
  return (
    <>
      <p style={{ marginBottom: 8 }}>
        <OrderMark status={order.status} />
      </p>
      <ul className="plain-list">
        {facts.map(([label, value]) => (
          <li key={label}>
            <span className="w-quiet">{label}</span>
            <span>{value}</span>
          </li>
        ))}
      </ul>
      <h3 className="drawer-title">{t.tickets}</h3>
      <ul className="plain-list">
        {order.tickets.map((ticket) => (
          <li key={ticket.id}>
            <span>
              {ticket.traveller} <span className="num">{s.seat(ticket.seat.car, ticket.seat.label)}</span>
              <span className="w-quiet num" style={{ display: 'block' }}>
                {ticket.id}
              </span>
            </span>
            <span className="row-actions">
              <Mark tone={ticketTones[ticket.status] ?? 'plain'}>{wordFor(s.ticketStatus, ticket.status)}</Mark>
              {ticket.status === 'issued' && staff.may('orders.sell') && (
                <>
                  <ChangeButton ticket={ticket} memberId={order.memberId} />
                  <RefundButton ticket={ticket} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {order.status === 'held' && staff.may('orders.sell') && <TakePayment order={order} />}
    </>
  )
}

function Cancel({ order }: { order: Order }) {
  const t = useTexts(texts)
  const { modal, message } = App.useApp()
  const staff = useStaff()
  const problemText = useProblemText()
  const client = useQueryClient()
  const cancel = useAction(
    (id: string, key) => api.cancelOrder(id, key),
    () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'orders' || query.queryKey[0] === 'order' }),
  )
  if (!staff.may('orders.sell')) return null
  const ask = () =>
    modal.confirm({
      title: t.cancelTitle(order.id),
      content: t.cancelEffect(order.tickets.length),
      okText: t.cancel,
      cancelText: t.keep,
      okButtonProps: { danger: true },
      zIndex: 3000,
      getContainer: () => document.querySelector('dialog[open]') ?? document.body,
      onOk: () => cancel.mutateAsync(order.id).catch((error: unknown) => void message.error(problemText(error))),
    })
  return (
    <Button danger loading={cancel.isPending} onClick={ask}>
      {t.cancel}
    </Button>
  )
}
