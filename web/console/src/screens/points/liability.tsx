import { useQuery, useQueryClient } from '@tanstack/react-query'
import { EmptyState, ErrorState, Figure, Mark, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, DatePicker, Popconfirm, Table } from 'antd'
import dayjs from 'dayjs'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useStaff, useWorld } from '../../data/session'
import { words } from './words'

const counted = ['issued', 'redeemed', 'expired', 'reversed', 'outstanding'] as const

/** What is owed to members at the end of a month, by the month their points end. */
export function Liability() {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const may = useStaff().may
  const client = useQueryClient()
  const now = useWorld().data?.now
  const [filters, change] = useFilters({ tab: 'liability', month: '' })
  const month = filters.month || formats.isoMonth(now ?? new Date())
  const period = `${month}-01`
  const key = ['liability', month]
  const report = useQuery({ enabled: !!now, queryKey: key, queryFn: () => api.liability({ currency: 'points', period }) })
  const again = () => void client.invalidateQueries({ queryKey: key })
  const run = useAction((day: string, k) => api.runLiability(day, k), again)
  const lock = useAction((day: string, k) => api.lockLiability(day, k), again)
  const failed = run.error ?? lock.error
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const lines = report.data?.lines ?? []
  const sum = (read: (line: (typeof lines)[number]) => number) => lines.reduce((total, line) => total + read(line), 0)
  return (
    <div className="stack">
      <div className="filters">
        <DatePicker picker="month" aria-label={t.month} allowClear={false} value={dayjs(period)} onChange={(day) => day && change({ month: day.format('YYYY-MM') })} />
        {report.data && <Mark tone={report.data.locked ? 'good' : 'plain'}>{report.data.locked ? t.locked : t.notLocked}</Mark>}
        <span className="w-quiet">{t.booksPurpose}</span>
        {may('points.approve') && !report.data?.locked && (
          <span className="filters-right page-actions">
            <Button loading={run.isPending} onClick={() => run.mutate(period)}>{t.run}</Button>
            <Popconfirm title={t.lockTitle(month)} description={t.lockHint} okText={t.sure} cancelText={t.back} onConfirm={() => lock.mutate(period)}>
              <Button danger disabled={lines.length === 0}>{t.lock}</Button>
            </Popconfirm>
          </span>
        )}
      </div>
      {failed && <ErrorState error={failed} />}
      {report.error ? (
        <ErrorState error={report.error} onRetry={() => void report.refetch()} />
      ) : !report.data ? (
        <SkeletonRows rows={6} />
      ) : lines.length === 0 ? (
        <div className="w-card list-card"><EmptyState title={t.noLines} hint={t.noLinesHint} /></div>
      ) : (
        <>
          <div className="figures">
            <Figure label={t.outstanding} value={formats.short(sum((line) => line.outstanding))} exact={formats.points(sum((line) => line.outstanding))} unit={t.points} />
            <Figure label={t.deferred} value={yuan(sum((line) => line.allocatedMinor - line.earnedMinor))} />
            <Figure label={t.earned} value={yuan(sum((line) => line.earnedMinor))} />
          </div>
          <div className="w-card list-card">
            <Table
              size="middle"
              pagination={false}
              rowKey="cohort"
              scroll={{ x: 'max-content' }}
              dataSource={lines}
              columns={[
                { title: t.cohort, render: (_, line) => formats.date(line.cohort) },
                ...counted.map((field) => ({ title: t[field], align: 'right' as const, className: 'num', render: (_: unknown, line: (typeof lines)[number]) => formats.count(line[field]) })),
                { title: t.deferred, align: 'right', className: 'num', render: (_, line) => yuan(line.allocatedMinor - line.earnedMinor) },
                { title: t.earned, align: 'right', className: 'num', render: (_, line) => yuan(line.earnedMinor) },
              ]}
            />
          </div>
          <section className="w-card">
            <h2 className="card-title">{t.entries}</h2>
            <ul className="plain-list">
              {Object.entries(report.data.postings).map(([account, minor]) => (
                <li key={account}><span>{wordFor(t.accounts, account)}</span><b className="num">{yuan(minor)}</b></li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  )
}
