import type { Order } from '@waystation/client'
import { EmptyState, ErrorState, MoneyText, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { Button, Table } from 'antd'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { shell } from '../../shell/texts'
import { OrderMark } from '../selling/orders'
import { useClockText, usePlaceName } from '../selling/words'
import { memberWords } from './member-words'

/** What the member bought, newest first. */
export function Trips({ memberId }: { memberId: string }) {
  const t = useTexts(memberWords)
  const s = useTexts(shell)
  const { formats } = useAppearance()
  const place = usePlaceName()
  const clock = useClockText()
  const list = useCursorList<Order, { member: string }>(`orders-${memberId}`, api.orders, { member: memberId })
  if (list.error) return <ErrorState error={list.error} onRetry={list.reload} />
  if (list.loading) return <SkeletonRows rows={5} />
  if (list.items.length === 0) return <EmptyState title={t.empty.orders} hint={t.empty.ordersHint} />
  return (
    <>
      <Table
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={list.items}
        rowKey="id"
        columns={[
          { title: t.day, render: (_, order) => (order.run.serviceDate ? formats.date(order.run.serviceDate) : '—') },
          { title: t.train, render: (_, order) => <span><b className="num">{order.run.trainCode}</b> {place(order.run.from)} {clock(order.run.from?.time)} → {place(order.run.to)}</span> },
          { title: t.amount, align: 'right', render: (_, order) => <MoneyText value={order.amount} /> },
          { title: t.status, render: (_, order) => <OrderMark status={order.status} /> },
          { title: t.order, render: (_, order) => <Link to={`/orders/${order.id}`}>{order.id}</Link> },
        ]}
      />
      {list.more && <Button size="small" loading={list.loadingMore} onClick={list.loadMore}>{s.more}</Button>}
    </>
  )
}
