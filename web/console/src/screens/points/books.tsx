import { useQuery } from '@tanstack/react-query'
import { ErrorState, Mark, useAppearance, useTexts } from '@waystation/design'
import { Button, Segmented, Table } from 'antd'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { Page } from '../../shell/page'
import { Liability } from './liability'
import { Match } from './match'
import { StoredFlow } from './stored-flow'
import { words } from './words'

/** Finance: does the money match, what is owed to members, and do the books balance. */
export default function Books() {
  const t = useTexts(words)
  const [filters, change] = useFilters({ tab: 'match' })
  return (
    <Page title={t.finance} name={t.finance} purpose={t.financePurpose}>
      <div className="stack">
        <Segmented aria-label={t.finance} value={filters.tab} onChange={(tab) => change({ tab, day: '', month: '' } as never)} options={(['match', 'liability', 'stored', 'trial'] as const).map((value) => ({ value, label: t.financeTabs[value] }))} />
        {filters.tab === 'liability' ? <Liability /> : filters.tab === 'stored' ? <StoredFlow /> : filters.tab === 'trial' ? <Trial /> : <Match />}
      </div>
    </Page>
  )
}

/** A currency or place that is new is shown by its code rather than not at all. */
const named = (names: Record<string, string>, code: string) => names[code] ?? code

function Trial() {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const trial = useQuery({ queryKey: ['trial-balance'], queryFn: () => api.trialBalance() })
  const check = useAction((_: string) => api.checkBooks())
  return (
    <section className="w-card stack">
      <h2 className="card-title">{t.trial}</h2>
      {trial.error && <ErrorState error={trial.error} />}
      <Table size="small" pagination={false} rowKey={(row) => `${row.currency} ${row.place}`} dataSource={trial.data ?? []} loading={trial.isPending} scroll={{ x: 'max-content' }} columns={[{ title: t.currency, render: (_, row) => named(t.currencies, row.currency) }, { title: t.place, render: (_, row) => named(t.places, row.place) }, { title: t.total, align: 'right', className: 'num', render: (_, row) => formats.count(row.total) }]} />
      <div className="page-actions" style={{ justifyContent: 'flex-start' }}>
        <Button loading={check.isPending} onClick={() => check.mutate('all')}>{t.check}</Button>
        {check.data && <Mark tone={check.data.sound ? 'good' : 'stop'}>{check.data.sound ? t.sound : t.unsound}</Mark>}
      </div>
      {check.error && <ErrorState error={check.error} />}
    </section>
  )
}
