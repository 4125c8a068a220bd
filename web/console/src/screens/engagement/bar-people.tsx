import type { Page } from '@waystation/client'
import { dictionary, Drawer, EmptyState, ErrorState, SkeletonRows, useTexts } from '@waystation/design'
import { Button, Table } from 'antd'
import { Link } from 'react-router'
import { useCursorList } from '../../data/lists'

export interface Person { id: string; name: string; phone: string }
export type Pages = { cursor?: string; limit?: number }

interface BarPeopleProps {
  /** What tells this bar from every other one. */
  of: object
  title: string
  ask(query: Pages, signal?: AbortSignal): Promise<Page<Person>>
  onClose(): void
}

const texts = dictionary(
  { name: '姓名', phone: '手机', open: '打开', more: '加载更多', nobody: '这一项没有人', nobodyHint: '数字为 0 的条形后面没有会员。' },
  { name: 'Name', phone: 'Phone', open: 'Open', more: 'Load more', nobody: 'Nobody stands here', nobodyHint: 'A bar of 0 has no members behind it.' },
)

/** The members behind a bar of a waterfall. */
export function BarPeople({ of, title, ask, onClose }: BarPeopleProps) {
  const t = useTexts(texts)
  const list = useCursorList<Person, Pages>(`bar-people-${JSON.stringify(of)}`, ask, {})
  return (
    <Drawer open onClose={onClose} title={title} width={520}>
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
