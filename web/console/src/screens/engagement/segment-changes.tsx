import type { Shapes } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonRows, useTexts, wordFor } from '@waystation/design'
import { Button, Table } from 'antd'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { shell } from '../../shell/texts'

type Change = Shapes['audience.ListChanges.ChangeView']

const texts = dictionary(
  { title: '谁进来了，谁离开了', empty: '还没有人进出', emptyHint: '有会员开始或不再满足条件时，这里逐条记下原因。', who: '会员', what: '进出', why: '原因', at: '时间', entered: '进入', left: '离开', kinds: { event: '事件', time: '时间到了', merge: '合并会员', edit: '改了条件', published: '发布', backfill: '补算', manual: '手工' } },
  { title: 'Who came, who left', empty: 'Nobody came or left yet', emptyHint: 'Each member who begins or ceases to meet the condition is noted here with the cause.', who: 'Member', what: 'In or out', why: 'Cause', at: 'When', entered: 'in', left: 'out', kinds: { event: 'event', time: 'time has come', merge: 'members merged', edit: 'condition edited', published: 'published', backfill: 'counted again', manual: 'by hand' } },
)

/** The latest who came in or went out, each with the cause. */
export function ChangesCard({ segmentId }: { segmentId: string }) {
  const t = useTexts(texts)
  const s = useTexts(shell)
  const list = useCursorList<Change, { cursor?: string }>(`segment-changes-${segmentId}`, (query) => api.segmentChanges(segmentId, { ...query, limit: 10 }), {}, 15_000)
  return (
    <section className="w-card">
      <h2 className="card-title">{t.title}</h2>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.reload} />
      ) : list.loading ? (
        <SkeletonRows rows={4} />
      ) : list.items.length === 0 ? (
        <EmptyState title={t.empty} hint={t.emptyHint} />
      ) : (
        <>
          <Table<Change>
            size="small"
            pagination={false}
            rowKey={(change) => `${change.memberId} ${change.at} ${change.direction}`}
            dataSource={list.items}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t.at, render: (_, change) => <DateTimeText at={change.at} /> },
              { title: t.who, render: (_, change) => <Link to={`/members/${encodeURIComponent(change.memberId)}`}>{change.memberId}</Link> },
              { title: t.what, render: (_, change) => <Mark tone={change.direction === 'entered' ? 'good' : 'plain'}>{change.direction === 'entered' ? t.entered : t.left}</Mark> },
              { title: t.why, render: (_, change) => <>{wordFor(t.kinds, change.kind)} {change.kind === 'event' && <code className="w-quiet">{change.cause}</code>}</> },
            ]}
          />
          {list.more && <Button size="small" style={{ marginTop: 8 }} loading={list.loadingMore} onClick={list.loadMore}>{s.more}</Button>}
        </>
      )}
    </section>
  )
}
