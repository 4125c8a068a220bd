import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Input, Table } from 'antd'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { FilterBar } from '../../shell/page'
import { developerWords } from './words'

/** Every code the API answers with, and what it asks one to do. */
export function Rules() {
  const t = useTexts(developerWords)
  const { say } = useAppearance()
  const [filters, change] = useFilters({ tab: 'errors', q: '' })
  const rules = useQuery({ queryKey: ['problems'], queryFn: api.problems, staleTime: 300_000 })
  if (rules.error) return <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />
  if (!rules.data) return <SkeletonBlock height={420} />
  const sought = filters.q.toLowerCase()
  const exact = rules.data.filter((one) => one.code === filters.q)
  const found = exact.length > 0 ? exact : rules.data.filter((one) => `${one.code} ${one.sentence.zh} ${one.sentence.en}`.toLowerCase().includes(sought))
  return (
    <>
      <FilterBar onReset={filters.q ? () => change({ q: '' }) : undefined}>
        <Input.Search allowClear placeholder={t.findRule} aria-label={t.findRule} defaultValue={filters.q} key={filters.q} style={{ width: 320 }} onSearch={(q) => change({ q: q.trim() })} />
      </FilterBar>
      <div className="w-card list-card">
        {found.length === 0 ? (
          <EmptyState title={t.noRule} />
        ) : (
          <Table
            size="middle"
            dataSource={found}
            rowKey="code"
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: t.rule, render: (_, one) => <code id={one.code}>{one.code}</code> },
              { title: t.sentence, render: (_, one) => say(one.sentence) },
            ]}
          />
        )}
      </div>
    </>
  )
}
