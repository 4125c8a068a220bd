import { useQuery } from '@tanstack/react-query'
import type { EarningRule, Said } from '@waystation/client'
import { ErrorState, useAppearance, useTexts } from '@waystation/design'
import { App, Button, DatePicker, Table } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { useVenueDays } from '../../data/venue-days'
import { JobProgress } from '../../shell/jobs'
import { useProblemText } from '../../shell/problem'
import { ruleWords } from './rule-words'

interface Side { points: number; members: number; liabilityMinor: number }
interface Result { events: number; before: Side; after: Side; points: number; liabilityMinor: number; perMille: number; rules: { rule: string; name: Said; before: number; after: number; difference: number }[]; verdict: Said }

const monthBefore = (now: Dayjs): [Dayjs, Dayjs] => [now.subtract(1, 'month').startOf('month'), now.subtract(1, 'month').endOf('month')]

/** The past earns again, once as it was and once with the draft: before, after, difference. */
export function BackTestCard({ rule, unsaved }: { rule: EarningRule; unsaved: boolean }) {
  const t = useTexts(ruleWords)
  const { message } = App.useApp()
  const problemText = useProblemText()
  const now = useNow()
  const venue = useVenueDays()
  const [days, setDays] = useState(() => monthBefore(venue.shown(now)))
  const [jobId, setJobId] = useState<string | null>(null)
  const job = useQuery({
    queryKey: ['job', jobId],
    queryFn: () => api.job(jobId!),
    enabled: jobId !== null,
    refetchInterval: (query) => (query.state.data && !['queued', 'running'].includes(query.state.data.state) ? false : 500),
  })
  const start = useAction(
    (input: { from: string; to: string }, key) => api.backTestRule(rule.code, input, key),
    (started) => setJobId(started.id),
  )
  const result = job.data?.state === 'done' || job.data?.state === 'partial' ? (job.data.result as unknown as Result) : null
  return (
    <section className="w-card">
      <h2 className="card-title">{t.back}</h2>
      <p className="w-quiet">{t.backHint} {unsaved && t.saveFirst}</p>
      <span className="rule-inline">
        <DatePicker.RangePicker aria-label={t.stretch} value={days} allowClear={false} onChange={(next) => next?.[0] && next[1] && setDays([next[0], next[1]])} />
        <Button loading={start.isPending} disabled={unsaved} onClick={() => start.mutate({ from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') }, { onError: (error) => void message.error(problemText(error)) })}>
          {t.start}
        </Button>
      </span>
      {job.error && <ErrorState error={job.error} onRetry={() => void job.refetch()} />}
      {job.data && !result && <JobProgress job={job.data} />}
      {result && <Compared result={result} />}
    </section>
  )
}

function Compared({ result }: { result: Result }) {
  const t = useTexts(ruleWords)
  const { say, formats } = useAppearance()
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const lines = [
    { what: t.issued, before: formats.points(result.before.points), after: formats.points(result.after.points), difference: formats.signed(result.points) },
    { what: t.liability, before: yuan(result.before.liabilityMinor), after: yuan(result.after.liabilityMinor), difference: `${result.liabilityMinor > 0 ? '+' : ''}${yuan(result.liabilityMinor)}` },
    { what: t.people, before: formats.count(result.before.members), after: formats.count(result.after.members), difference: formats.signed(result.after.members - result.before.members) },
    ...result.rules.filter((rule) => rule.difference !== 0).map((rule) => ({ what: formats.labelled(t.rule, say(rule.name)), before: formats.points(rule.before), after: formats.points(rule.after), difference: formats.signed(rule.difference) })),
  ]
  return (
    <div style={{ marginTop: 12 }}>
      <p className="w-sentence" role="status"><b>{say(result.verdict)}</b> <span className="w-quiet">{t.events(formats.count(result.events))}</span></p>
      <Table
        size="small"
        pagination={false}
        dataSource={lines}
        rowKey="what"
        columns={[
          { title: '', dataIndex: 'what' },
          { title: t.before, dataIndex: 'before', align: 'right', className: 'num' },
          { title: t.after, dataIndex: 'after', align: 'right', className: 'num' },
          { title: t.difference, dataIndex: 'difference', align: 'right', className: 'num', render: (text: string) => <b>{text}</b> },
        ]}
      />
    </div>
  )
}
