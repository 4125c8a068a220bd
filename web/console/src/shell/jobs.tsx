import { BellOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type Job } from '@waystation/client'
import { useAppearance, useTexts, wordFor, Mark, type Tone } from '@waystation/design'
import { App, Badge, Button, Popover, Progress } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
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
    // A job ends while people look at something else; that is when they want to be told.
    refetchIntervalInBackground: true,
  })
}

export function useJobName(): (job: Job) => string {
  const t = useTexts(shell)
  return (job) => {
    if (/play/i.test(job.kind)) return t.jobKinds.play
    if (job.kind === 'intake.take-in') return t.jobKinds.takeIn
    if (job.kind === 'intake.take-back') return t.jobKinds.takeBack
    if (job.kind === 'benefits.codes') return t.jobKinds.codes
    if (/import/i.test(job.kind)) return t.jobKinds.import
    if (/back-test/.test(job.kind)) return t.jobKinds.backTest
    if (/simulate-club/.test(job.kind)) return t.jobKinds.simulateClub
    if (job.kind === 'trust.verify-books') return t.jobKinds.verify
    if (job.kind === 'wallet.move-last-days') return t.jobKinds.lastDays
    if (job.kind === 'passes.extend') return t.jobKinds.passes
    if (job.kind === 'audience.rebuild') return t.jobKinds.segment
    if (job.kind === 'membership.index-names') return t.jobKinds.indexNames
    if (job.kind === 'audience.look-again') return t.jobKinds.lookAgain
    return t.jobKinds.other
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

/** What a job did, where its result says so. */
export function JobResult({ job }: { job: Job }) {
  const t = useTexts(shell)
  const { formats } = useAppearance()
  const result = (job.result ?? {}) as { href?: string; new?: number; updated?: number; unchanged?: number; rejected?: number; undone?: number; kept?: number }
  const count = (n: number | undefined) => formats.count(n ?? 0)
  return (
    <>
      {result.rejected !== undefined && <span className="w-quiet num">{t.jobTold.counts(count(result.new), count(result.updated), count(result.unchanged), count(result.rejected))} </span>}
      {result.undone !== undefined && <span className="w-quiet num">{t.jobTold.undone(count(result.undone), count(result.kept))} </span>}
      {result.href && <Link to={result.href}>{t.jobTold.see}</Link>}
    </>
  )
}

/** The bell: what runs, what ended since somebody looked, and a notice when something ends. */
export function JobBell() {
  const t = useTexts(shell)
  const { formats } = useAppearance()
  const { notification } = App.useApp()
  const client = useQueryClient()
  const nameOf = useJobName()
  const me = useStaff().id
  const all = useJobs().data
  const jobs = useMemo(() => all ?? [], [all])
  const running = jobs.filter(moving)
  const [looked, look] = useLooked(jobs)
  const fresh = jobs.filter((job) => job.owner === me && !!job.endedAt && job.endedAt > looked)
  const told = useRef<Set<string>>(new Set())

  useEffect(() => {
    for (const job of fresh) {
      if (told.current.has(job.id)) continue
      told.current.add(job.id)
      const kind = job.state === 'failed' ? 'error' : job.state === 'partial' ? 'warning' : 'success'
      notification[kind]({ key: job.id, title: t.jobs.ended(nameOf(job)), description: <>{wordFor(t.jobStates, job.state)} <JobResult job={job} /></>, placement: 'bottomRight' })
      tellBrowser(t.jobs.ended(nameOf(job)), wordFor(t.jobStates, job.state))
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'jobs' && query.queryKey[0] !== 'session' })
    }
    // What ended is what changes; names and notices follow it.
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
          {moving(job) ? <JobProgress job={job} /> : <JobResult job={job} />}
        </div>
      ))}
      <Link to="/jobs">{t.jobs.all}</Link>
    </div>
  )
  const label = fresh.length > 0 ? t.jobs.fresh(formats.count(fresh.length)) : `${t.jobs.bell} ${running.length}`
  return (
    <Popover content={content} trigger="click" placement="bottomRight" onOpenChange={(open) => open && look()}>
      <Button type="text" aria-label={label} icon={<Badge count={running.length + fresh.length} size="small" color={fresh.length > 0 ? undefined : 'var(--indigo)'}><BellOutlined /></Badge>} />
    </Popover>
  )
}

const LOOKED = 'waystation.jobs.looked'

/** When somebody last looked at the bell; kept with the browser, so that a reload forgets nothing. */
function useLooked(jobs: Job[]): [string, () => void] {
  const [looked, setLooked] = useState(() => localStorage.getItem(LOOKED))
  const newest = jobs.reduce((latest, job) => (job.endedAt && job.endedAt > latest ? job.endedAt : latest), '')
  useEffect(() => {
    // A browser that never looked starts with what has ended by now.
    if (looked === null && jobs.length > 0) {
      localStorage.setItem(LOOKED, newest || '0')
      setLooked(newest || '0')
    }
  }, [looked, jobs.length, newest])
  return [
    looked ?? '9999',
    () => {
      if (!newest) return
      localStorage.setItem(LOOKED, newest)
      setLooked(newest)
    },
  ]
}

function tellBrowser(title: string, body: string) {
  if (typeof Notification !== 'undefined' && Notification.permission === 'granted' && document.hidden) {
    new Notification(title, { body, tag: title })
  }
}

/** Asks once whether the browser may tell when a job ends while another tab is in front. */
export function AllowNotices() {
  const t = useTexts(shell)
  const [asked, setAsked] = useState(typeof Notification === 'undefined' || Notification.permission !== 'default')
  if (asked) return null
  return <Button onClick={() => void Notification.requestPermission().then(() => setAsked(true))}>{t.jobTold.allow}</Button>
}
