import { useQuery } from '@tanstack/react-query'
import { dictionary, DateTimeText, EmptyState, ErrorState, SkeletonRows, useAppearance, useTexts, Why } from '@waystation/design'
import { Table } from 'antd'
import { api } from '../../data/client'

const texts = dictionary(
  {
    lots: '批次：一起到期的积分', postings: '分录', earned: '得到', expires: '到期', amount: '得到多少', left: '还剩', source: '来源', at: '时间', what: '事由', change: '变动', after: '余额',
    empty: '还没有积分', emptyHint: '完成一程后自动入账：每元 5 分，60 岁及以上每元 15 分。', credit: '积分入账',
  },
  {
    lots: 'Lots: points that expire together', postings: 'Postings', earned: 'Earned', expires: 'Expires', amount: 'Earned amount', left: 'Left', source: 'Source', at: 'Time', what: 'For', change: 'Change', after: 'Balance',
    empty: 'No points yet', emptyHint: 'They are credited when a trip completes: 5 per yuan, 15 from the age of 60.', credit: 'Points credited',
  },
)

export function PointsTab({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const points = useQuery({ queryKey: ['member-points', memberId], queryFn: () => api.memberPoints(memberId) })
  if (points.error) return <ErrorState error={points.error} onRetry={() => void points.refetch()} />
  if (!points.data) return <SkeletonRows rows={6} />
  const { lots = [], postings = [] } = points.data
  if (lots.length === 0 && postings.length === 0) return <EmptyState title={t.empty} hint={t.emptyHint} />
  return (
    <div className="stack">
      <div>
        <h3 className="drawer-title">{t.lots}</h3>
        <Table
          size="small"
          pagination={false}
          dataSource={lots}
          rowKey={(lot) => lot.id ?? `${lot.expiresOn}-${lot.amount}-${lot.earnedOn}`}
          columns={[
            { title: t.expires, render: (_, lot) => formats.date(lot.expiresOn) },
            { title: t.earned, render: (_, lot) => (lot.earnedOn ? formats.date(lot.earnedOn) : '—') },
            { title: t.source, render: (_, lot) => say(lot.source) || '—' },
            { title: t.amount, align: 'right', className: 'num', render: (_, lot) => formats.points(lot.amount) },
            { title: t.left, align: 'right', className: 'num', render: (_, lot) => <b>{formats.points(lot.left)}</b> },
          ]}
        />
      </div>
      <div>
        <h3 className="drawer-title">{t.postings}</h3>
        <Table
          size="small"
          pagination={postings.length > 50 ? { pageSize: 50, size: 'small' } : false}
          dataSource={postings}
          rowKey={(posting) => posting.id ?? `${posting.at}-${posting.amount}-${posting.currency}`}
          columns={[
            { title: t.at, render: (_, posting) => <DateTimeText at={posting.at} /> },
            { title: t.what, render: (_, posting) => say(posting.title ?? posting.source) || t.credit },
            { title: t.change, align: 'right', className: 'num', render: (_, posting) => <b>{formats.signed(posting.amount)}</b> },
            { title: t.after, align: 'right', className: 'num', render: (_, posting) => (typeof posting.balanceAfter === 'number' ? formats.count(posting.balanceAfter) : '—') },
            { title: '', align: 'right', render: (_, posting) => <Why subject={`${t.credit} ${formats.signed(posting.amount)}`} explanation={posting.why} /> },
          ]}
        />
      </div>
    </div>
  )
}
