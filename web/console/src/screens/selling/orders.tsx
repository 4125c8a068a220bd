import type { Order } from '@waystation/client'
import { DateTimeText, dictionary, Mark, MoneyText, useAppearance, useTexts, wordFor, type Tone } from '@waystation/design'
import { Input, Segmented, type TableProps } from 'antd'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { FilterBar, ListTable, Page } from '../../shell/page'
import { OrderDrawer } from './order-drawer'
import { sellingWords, useClockText, usePlaceName } from './words'

const texts = dictionary(
  {
    title: '订单', purpose: '每一笔订单：占座、支付、车票，和它现在的状态。', all: '全部', q: '打开订单号', number: '订单', train: '车次', route: '区间', day: '乘车日', people: '张数', amount: '金额', status: '状态', placed: '下单',
    empty: '还没有订单', emptyHint: '会员在手机上买票后，订单会出现在这里。示例数据可以播放一天。', statusFilter: '订单状态',
  },
  {
    title: 'Orders', purpose: 'Every order: hold, payment, tickets and where it stands.', all: 'All', q: 'Open order number', number: 'Order', train: 'Train', route: 'Route', day: 'Travel day', people: 'Tickets', amount: 'Amount', status: 'Status', placed: 'Placed',
    empty: 'No orders yet', emptyHint: 'They appear when members buy on the phone. With demo data, play a day.', statusFilter: 'Order status',
  },
)

const defaults = { status: '', order: '' }
export const orderTones: Record<string, Tone> = { held: 'attention', paid: 'good', cancelled: 'plain', expired: 'plain' }

export function OrderMark({ status }: { status: string }) {
  const s = useTexts(sellingWords)
  return <Mark tone={orderTones[status] ?? 'plain'}>{wordFor(s.orderStatus, status)}</Mark>
}

export default function Orders() {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { formats } = useAppearance()
  const place = usePlaceName()
  const clock = useClockText()
  const [filters, change, reset] = useFilters(defaults)
  const list = useCursorList('orders', api.orders, { status: filters.status }, 10_000)
  const columns: TableProps<Order>['columns'] = [
    { title: t.number, render: (_, order) => <span className="num">{order.id}</span> },
    { title: t.train, render: (_, order) => <b className="num">{order.run.trainCode}</b> },
    { title: t.day, render: (_, order) => (order.run.serviceDate ? formats.date(order.run.serviceDate) : '—') },
    { title: t.route, render: (_, order) => `${place(order.run.from)} ${clock(order.run.from?.time)} → ${place(order.run.to)} ${clock(order.run.to?.time)}` },
    { title: t.people, align: 'right', className: 'num', render: (_, order) => order.tickets.length },
    { title: t.amount, align: 'right', render: (_, order) => <MoneyText value={order.amount} /> },
    { title: t.status, render: (_, order) => <OrderMark status={order.status} /> },
    { title: t.placed, render: (_, order) => <DateTimeText at={order.placedAt} /> },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <FilterBar onReset={filters.status ? reset : undefined}>
        <Input.Search allowClear placeholder={t.q} aria-label={t.q} style={{ width: 240 }} onSearch={(q) => change({ order: q.trim() })} />
        <Segmented
          aria-label={t.statusFilter}
          value={filters.status}
          options={[{ value: '', label: t.all }, ...Object.entries(s.orderStatus).map(([value, label]) => ({ value, label }))]}
          onChange={(status) => change({ status })}
        />
      </FilterBar>
      <ListTable
        list={list}
        columns={columns}
        rowKey="id"
        onOpen={(order) => change({ order: order.id })}
        filtered={filters.status !== ''}
        onClear={reset}
        empty={{ title: t.empty, hint: t.emptyHint }}
      />
      <OrderDrawer orderId={filters.order || null} onClose={() => change({ order: '' })} />
    </Page>
  )
}
