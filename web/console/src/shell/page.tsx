import { EmptyState, ErrorState, SkeletonRows, useFormats, useTexts } from '@waystation/design'
import { Button, Table, type TableProps } from 'antd'
import { useEffect, type KeyboardEvent, type ReactNode } from 'react'
import { shell } from './texts'

interface PageProps {
  title: ReactNode
  name: string
  purpose?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** Title, one line that says what it is for, the primary action on the right; then the work. */
export function Page({ title, name, purpose, actions, children }: PageProps) {
  const t = useTexts(shell)
  useEffect(() => {
    document.title = `${name} · ${t.product}`
  }, [name, t.product])
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {purpose && <p className="page-purpose">{purpose}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </>
  )
}

/** The query form above a list; `/` puts the cursor into its first field. */
export function FilterBar({ children, onReset, right }: { children: ReactNode; onReset?: () => void; right?: ReactNode }) {
  const t = useTexts(shell)
  return (
    <div className="filters" data-filter role="search">
      {children}
      {onReset && (
        <Button type="text" onClick={onReset}>
          {t.reset}
        </Button>
      )}
      <span className="filters-right">{right}</span>
    </div>
  )
}

/** A row that opens: by a click, and by Enter where the keyboard stands on it. */
function openable(open: () => void) {
  return {
    tabIndex: 0,
    onClick: open,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === event.currentTarget) open()
    },
  }
}

interface ListProps<T> {
  list: { items: T[]; loading: boolean; error: Error | null; more: boolean; loadingMore: boolean; loadMore(): void; reload(): void }
  columns: TableProps<T>['columns']
  rowKey: TableProps<T>['rowKey']
  onOpen?: (row: T) => void
  empty: { title: ReactNode; hint?: ReactNode; action?: ReactNode }
  filtered?: boolean
  /** What to say where a search found nothing, when the list knows better than everybody's words. */
  unmatched?: { title: ReactNode; hint?: ReactNode }
  onClear?: () => void
}

/** A table read by cursor, with its loading, empty, no-match and error states. */
export function ListTable<T extends object>({ list, columns, rowKey, onOpen, empty, filtered, unmatched, onClear }: ListProps<T>) {
  const t = useTexts(shell)
  const formats = useFormats()
  if (list.error) return <ErrorState error={list.error} onRetry={list.reload} />
  if (list.loading) {
    return (
      <div className="w-card list-card">
        <SkeletonRows rows={10} />
      </div>
    )
  }
  if (list.items.length === 0) {
    return (
      <div className="w-card list-card">
        {filtered ? (
          <EmptyState title={unmatched?.title ?? t.noMatch} hint={unmatched?.hint ?? t.noMatchHint} action={onClear && <Button onClick={onClear}>{t.clearFilters}</Button>} />
        ) : (
          <EmptyState {...empty} />
        )}
      </div>
    )
  }
  return (
    <div className="w-card list-card">
      <Table<T>
        columns={columns}
        dataSource={list.items}
        rowKey={rowKey}
        size="middle"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowClassName={onOpen ? 'is-openable' : ''}
        onRow={(row) => (onOpen ? openable(() => onOpen(row)) : {})}
      />
      <div className="list-foot">
        <span className="w-quiet num">{t.shown(formats.count(list.items.length))}</span>
        {list.more ? (
          <Button size="small" loading={list.loadingMore} onClick={list.loadMore}>
            {t.more}
          </Button>
        ) : (
          <span className="w-quiet">{t.end}</span>
        )}
      </div>
    </div>
  )
}
