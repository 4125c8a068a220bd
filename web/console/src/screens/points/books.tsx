import { useQuery, useQueryClient } from '@tanstack/react-query'
import { EmptyState, ErrorState, Mark, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { Button, DatePicker, Popconfirm, Table } from 'antd'
import dayjs from 'dayjs'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useStaff, useWorld } from '../../data/session'
import { Page } from '../../shell/page'
import { words } from './words'

/** What is owed to members, month by month, and the books it comes from. */
export default function Books() {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const may = useStaff().may
  const client = useQueryClient()
  const now = useWorld().data?.now
  const [filters, change] = useFilters({ month: '' })
  const month = filters.month || dayjs(now).format('YYYY-MM')
  const period = `${month}-01`
  const key = ['liability', month]
  const report = useQuery({ enabled: !!now, queryKey: key, queryFn: () => api.liability({ currency: 'points', period }) })
  const again = () => void client.invalidateQueries({ queryKey: key })
  const run = useAction((day: string, k) => api.runLiability(day, k), again)
  const lock = useAction((day: string, k) => api.lockLiability(day, k), again)
  const failed = run.error ?? lock.error
  return (
    <Page title={t.books} name={t.books} purpose={t.booksPurpose}>
      <div className="stack">
        <div className="filters">
          <DatePicker picker="month" aria-label={t.month} allowClear={false} value={dayjs(period)} onChange={(day) => day && change({ month: day.format('YYYY-MM') })} />
          {report.data && <Mark tone={report.data.locked ? 'good' : 'plain'}>{report.data.locked ? t.locked : t.notLocked}</Mark>}
          {may('points.approve') && !report.data?.locked && (
            <span className="filters-right page-actions">
              <Button loading={run.isPending} onClick={() => run.mutate(period)}>{t.run}</Button>
              <Popconfirm title={t.lockTitle(month)} description={t.lockHint} okText={t.sure} cancelText={t.back} onConfirm={() => lock.mutate(period)}>
                <Button danger disabled={!report.data?.lines.length}>{t.lock}</Button>
              </Popconfirm>
            </span>
          )}
        </div>
        {failed && <ErrorState error={failed} />}
        {report.error ? (
          <ErrorState error={report.error} onRetry={() => void report.refetch()} />
        ) : !report.data ? (
          <SkeletonRows rows={6} />
        ) : report.data.lines.length === 0 ? (
          <div className="w-card list-card"><EmptyState title={t.noLines} hint={t.noLinesHint} /></div>
        ) : (
          <div className="w-card list-card">
            <Table
              size="middle"
              pagination={false}
              rowKey="cohort"
              scroll={{ x: 'max-content' }}
              dataSource={report.data.lines}
              columns={[
                { title: t.cohort, render: (_, line) => line.cohort.slice(0, 7) },
                ...(['issued', 'redeemed', 'expired', 'reversed', 'outstanding'] as const).map((field) => ({ title: t[field], align: 'right' as const, className: 'num', render: (_: unknown, line: { [F in typeof field]: number }) => formats.count(line[field]) })),
                { title: t.deferred, align: 'right', className: 'num', render: (_, line) => formats.money({ minor: line.allocatedMinor - line.earnedMinor, currency: 'CNY' }) },
                { title: t.earned, align: 'right', className: 'num', render: (_, line) => formats.money({ minor: line.earnedMinor, currency: 'CNY' }) },
              ]}
            />
          </div>
        )}
        <Trial />
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
