import { BellOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type Job } from '@waystation/client'
import { useAppearance, useTexts, wordFor, Mark, type Tone } from '@waystation/design'
import { App, Badge, Button, Popover, Progress } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useAction } from '../data/action'
import { api } from '../data/client'
import { useStaff } from '../data/session'
import { shell } from './texts'

const moving = (job: Job) => job.state === 'queued' || job.state === 'running'

export function useJobs() {
  const may = useStaff().may('jobs.read')
  return useQuery({
    enabled: may,
    queryKey: ['jobs'],
    queryFn: async () => itemsOf(await api.jobs()),
    refetchInterval: (query) => (query.state.data?.some(moving) ? 1_000 : 15_000),
  })
}

export function useJobName(): (job: Job) => string {
  const t = useTexts(shell)
  return (job) => {
    if (/play/i.test(job.kind)) return t.jobKinds.play
    if (/import/i.test(job.kind)) return t.jobKinds.import
    if (/back-test/.test(job.kind)) return t.jobKinds.backTest
    if (/simulate-club/.test(job.kind)) return t.jobKinds.simulateClub
    return job.kind || t.jobKinds.other
  }
}

const tones: Record<string, Tone> = { queued: 'plain', running: 'indigo', done: 'good', failed: 'stop', cancelled: 'plain', partial: 'attention' }

export function JobMark({ job }: { job: Job }) {
  return <Mark tone={tones[job.state] ?? 'plain'}>{wordFor(useTexts(shell).jobStates, job.state)}</Mark>
}

/** Progress, rate, remaining time and cancel, wherever a job is shown. */
export function JobProgress({ job }: { job: Job }) {
  const t = useTexts(shell)
  const { formats } = useAppearance()
  const client = useQueryClient()
  const cancel = useAction(
    (id: string, key) => api.cancelJob(id, key),
    () => void client.invalidateQueries({ queryKey: ['jobs'] }),
  )
  const total = job.total ?? 0
  const percent = total > 0 ? Math.floor((job.done / total) * 100) : job.state === 'done' ? 100 : 0
  const facts = [
    total > 0 ? t.progress(formats.count(job.done), formats.count(total)) : null,
    job.rate && moving(job) ? t.rate(formats.count(Math.round(job.rate))) : null,
    job.remainingSeconds && moving(job) ? t.remaining(remainingText(job.remainingSeconds, formats.minutes)) : null,
  ].filter(Boolean)
  return (
    <div className="job-progress">
      <Progress percent={percent} size="small" status={job.state === 'failed' ? 'exception' : moving(job) ? 'active' : 'normal'} showInfo={total > 0} />
      <div className="job-progress-line">
        <span className="w-quiet num">{facts.join(' · ')}</span>
        {moving(job) && (
          <Button size="small" type="link" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
            {t.cancel}
          </Button>
        )}
      </div>
    </div>
  )
}

function remainingText(seconds: number, minutes: (n: number) => string): string {
  return seconds < 60 ? `${Math.ceil(seconds)} s` : minutes(Math.ceil(seconds / 60))
}

/** The bell: what runs, and a notice when something ends. */
export function JobBell() {
  const t = useTexts(shell)
  const { notification } = App.useApp()
  const client = useQueryClient()
  const nameOf = useJobName()
  const jobs = useJobs().data ?? []
  const running = jobs.filter(moving)
  const before = useRef<Set<string>>(new Set())

  useEffect(() => {
    for (const job of jobs) {
      if (!moving(job) && before.current.has(job.id)) {
        notification[job.state === 'failed' ? 'error' : 'success']({ title: t.jobs.ended(nameOf(job)), description: wordFor(t.jobStates, job.state), placement: 'bottomRight' })
        void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'jobs' && query.queryKey[0] !== 'session' })
      }
    }
    before.current = new Set(running.map((job) => job.id))
    // The set of running ids is what changes; names and notices follow it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [jobs])

  const content = (
    <div className="job-list">
      {jobs.length === 0 && <p className="w-quiet">{t.jobs.none}</p>}
      {jobs.slice(0, 5).map((job) => (
        <div key={job.id} className="job-item">
          <div className="job-item-head">
            <span>{nameOf(job)}</span>
            <JobMark job={job} />
          </div>
          {moving(job) && <JobProgress job={job} />}
        </div>
      ))}
      <Link to="/jobs">{t.jobs.all}</Link>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button type="text" aria-label={`${t.jobs.bell} ${running.length}`} icon={<Badge count={running.length} size="small"><BellOutlined /></Badge>} />
    </Popover>
  )
}
