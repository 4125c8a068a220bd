import { useQuery } from '@tanstack/react-query'
import { dictionary, DateTimeText, EmptyState, ErrorState, SkeletonRows, useAppearance, useTexts, Why } from '@waystation/design'
import { Table } from 'antd'
import { api } from '../../data/client'

const texts = dictionary(
  {
    lots: '批次：一起到期的积分', postings: '分录', expires: '到期', amount: '得到多少', left: '还剩', source: '来源', at: '时间', what: '事由', change: '变动', after: '余额',
    empty: '还没有积分', emptyHint: '完成一程后自动入账：每元 5 分，60 岁及以上每元 15 分。',
  },
  {
    lots: 'Lots: points that expire together', postings: 'Postings', expires: 'Expires', amount: 'Earned amount', left: 'Left', source: 'Source', at: 'Time', what: 'For', change: 'Change', after: 'Balance',
    empty: 'No points yet', emptyHint: 'They are credited when a trip completes: 5 per yuan, 15 from the age of 60.',
  },
)

export function PointsTab({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const points = useQuery({ queryKey: ['member-points', memberId], queryFn: () => api.memberPoints(memberId) })
  if (points.error) return <ErrorState error={points.error} onRetry={() => void points.refetch()} />
  if (!points.data) return <SkeletonRows rows={6} />
  const lots = points.data.lots
  const lines = points.data.postings.items
  if (lots.length === 0 && lines.length === 0) return <EmptyState title={t.empty} hint={t.emptyHint} />
  return (
    <div className="stack">
      <div>
        <h3 className="drawer-title">{t.lots}</h3>
        <Table
          size="small"
          pagination={false}
          dataSource={lots}
          rowKey={(lot) => `${lot.lastDay}-${say(lot.source)}-${lot.original}`}
          columns={[
            { title: t.expires, render: (_, lot) => formats.date(lot.lastDay) },
            { title: t.source, render: (_, lot) => say(lot.source) || '—' },
            { title: t.amount, align: 'right', className: 'num', render: (_, lot) => formats.points(lot.original) },
            { title: t.left, align: 'right', className: 'num', render: (_, lot) => <b>{formats.points(lot.free)}</b> },
          ]}
        />
      </div>
      <div>
        <h3 className="drawer-title">{t.postings}</h3>
        <Table
          size="small"
          pagination={lines.length > 50 ? { pageSize: 50, size: 'small' } : false}
          dataSource={lines}
          rowKey="entryNo"
          columns={[
            { title: t.at, render: (_, line) => <DateTimeText at={line.at} /> },
            { title: t.what, render: (_, line) => <span title={line.source}>{say(line.label)}</span> },
            { title: t.change, align: 'right', className: 'num', render: (_, line) => <b>{formats.signed(line.amount)}</b> },
            { title: t.after, align: 'right', className: 'num', render: (_, line) => formats.count(line.balanceAfter) },
            { title: '', align: 'right', render: (_, line) => <Why subject={`${say(line.label)} ${formats.signed(line.amount)}`} explanation={line.why ?? line.plain} /> },
          ]}
        />
      </div>
    </div>
  )
}
