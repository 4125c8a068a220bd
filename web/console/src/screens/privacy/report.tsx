import { useQuery } from '@tanstack/react-query'
import type { PrivacyRow } from '@waystation/client'
import { DateTimeText, ErrorState, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Table, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { ListTable } from '../../shell/page'
import { FileButtons } from '../imports/file-buttons'
import { useConsentName } from './consent-name'
import { privacyWords } from './words'

const kinds = ['consentsGiven', 'consentsWithdrawn', 'erasures', 'exports', 'reveals'] as const
type Kind = (typeof kinds)[number]
const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text)

/** Twelve months of figures; each opens the rows it counts. */
export function Report() {
  const [filters, change] = useFilters({ month: '', kind: '' })
  if (filters.month && isKind(filters.kind)) return <Rows month={filters.month} kind={filters.kind} onBack={() => change({ month: '', kind: '' })} />
  return <Months onOpen={(month, kind) => change({ month, kind })} />
}

function Months({ onOpen }: { onOpen(month: string, kind: Kind): void }) {
  const t = useTexts(privacyWords)
  const { formats } = useAppearance()
  const months = useQuery({ queryKey: ['privacy-months'], queryFn: api.privacyMonths, refetchInterval: 30_000 })
  if (months.error) return <ErrorState error={months.error} onRetry={() => void months.refetch()} />
  if (!months.data) return <SkeletonBlock height={420} />
  return (
    <div className="w-card list-card">
      <Table
        size="middle"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={months.data}
        rowKey="month"
        columns={[
          { title: t.month, className: 'num', render: (_, one) => <b>{one.month}</b> },
          ...kinds.map((kind) => ({
            title: t.kinds[kind],
            align: 'right' as const,
            className: 'num',
            render: (_: unknown, one: (typeof months.data)[number]) =>
              one[kind] > 0 ? (
                <Button type="link" size="small" aria-label={`${t.rowsOf(t.kinds[kind], one.month)}: ${formats.count(one[kind])}`} onClick={() => onOpen(one.month, kind)}>
                  {formats.count(one[kind])}
                </Button>
              ) : (
                <span className="w-quiet">0</span>
              ),
          })),
          { title: '', align: 'right', render: (_, one) => <FileButtons name={t.take} path="/v1/privacy/rows" query={`?month=${one.month}`} /> },
        ]}
      />
    </div>
  )
}

function Rows({ month, kind, onBack }: { month: string; kind: Kind; onBack(): void }) {
  const t = useTexts(privacyWords)
  const { say } = useAppearance()
  const consentName = useConsentName()
  const list = useCursorList<PrivacyRow, { month: string; kind: string }>('privacy-rows', api.privacyRows, { month, kind })
  const what = (row: PrivacyRow) => (row.what.includes('/') ? consentName(...(row.what.split('/') as [string, string])) : row.what ? wordFor(t.fields, row.what) : t.none)
  const columns: TableProps<PrivacyRow>['columns'] = [
    { title: t.at, render: (_, row) => <DateTimeText at={row.at} /> },
    { title: t.member, render: (_, row) => <Link to={`/privacy/people/${encodeURIComponent(row.member)}`}>{row.member}</Link> },
    { title: t.what, render: (_, row) => what(row) },
    { title: t.by, render: (_, row) => <span className="clip" title={say(row.by)}>{say(row.by)}</span> },
    { title: t.reason, render: (_, row) => <span className="clip" title={row.reason}>{row.reason || t.none}</span> },
    { title: t.proof, render: (_, row) => (row.request ? <Link to={`/privacy?tab=requests&request=${encodeURIComponent(row.request)}`}>{t.show}</Link> : row.what.includes('/') ? <Link to={`/privacy/people/${encodeURIComponent(row.member)}`}>{t.show}</Link> : t.none) },
  ]
  return (
    <div className="stack">
      <div className="page-head">
        <h2 style={{ fontSize: 16 }}>{t.rowsOf(t.kinds[kind], month)}</h2>
        <div className="page-actions">
          <FileButtons name={t.take} path="/v1/privacy/rows" query={`?month=${month}`} />
          <Button onClick={onBack}>{t.back}</Button>
        </div>
      </div>
      <ListTable list={list} columns={columns} rowKey="id" empty={{ title: t.noRows, hint: t.noRowsHint }} />
    </div>
  )
}
