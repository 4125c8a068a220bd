import type { Shapes } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, SkeletonRows, useTexts } from '@waystation/design'
import { Button, Drawer, Table } from 'antd'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'

type Person = Shapes['messaging.FunnelPerson']
type Bar = Shapes['messaging.FunnelBar']

const texts = dictionary(
  { name: '姓名', phone: '手机', open: '打开', more: '加载更多', nobody: '这一项没有人', nobodyHint: '数字为 0 的条形后面没有会员。' },
  { name: 'Name', phone: 'Phone', open: 'Open', more: 'Load more', nobody: 'Nobody stands here', nobodyHint: 'A bar of 0 has no members behind it.' },
)

/** The members behind a bar of the funnel. */
export function FunnelPeople({ of, title, onClose }: { of: Bar; title: string; onClose(): void }) {
  const t = useTexts(texts)
  const list = useCursorList<Person, { cursor?: string; limit?: number }>(`funnel-people-${JSON.stringify(of)}`, (query, signal) => api.funnelPeople(of, query, signal), {})
  return (
    <Drawer open onClose={onClose} title={title} size={520}>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.reload} />
      ) : list.loading ? (
        <SkeletonRows rows={6} />
      ) : list.items.length === 0 ? (
        <EmptyState title={t.nobody} hint={t.nobodyHint} />
      ) : (
        <div className="stack">
          <Table<Person>
            size="small"
            pagination={false}
            rowKey="id"
            dataSource={list.items}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t.name, render: (_, person) => <b>{person.name || person.id}</b> },
              { title: t.phone, dataIndex: 'phone', className: 'num' },
              { title: '', align: 'right', render: (_, person) => <Link to={`/members/${encodeURIComponent(person.id)}`}>{t.open}</Link> },
            ]}
          />
          {list.more && (
            <Button onClick={list.loadMore} loading={list.loadingMore}>
              {t.more}
            </Button>
          )}
        </div>
      )}
    </Drawer>
  )
}
