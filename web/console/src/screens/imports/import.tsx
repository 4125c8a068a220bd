import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type ImportedFile, type ImportSubject } from '@waystation/client'
import { ErrorState, Figure, Mark, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Popconfirm, Steps } from 'antd'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { JobProgress } from '../../shell/jobs'
import { Page } from '../../shell/page'
import { Columns } from './columns'
import { RefusedRows } from './refused'
import { moving, tones, words } from './words'

const stepOf: Record<string, number> = { uploaded: 1, checking: 2, checked: 3, running: 3, cancelled: 1 }

/** One file on its way: columns, dry run, run, result, undo. */
export default function Import() {
  const t = useTexts(words)
  const { say } = useAppearance()
  const { id = '' } = useParams()
  const file = useQuery({
    queryKey: ['import', id],
    queryFn: () => api.importedFile(id),
    refetchInterval: (query) => (query.state.data && moving(query.state.data.state) ? 800 : false),
  })
  const subjects = useQuery({ queryKey: ['import-subjects'], queryFn: async () => itemsOf(await api.importSubjects()) })
  const subject = subjects.data?.find((each) => each.subject === file.data?.subject)
  const another = <Link to="/imports"><Button>{t.another}</Button></Link>
  if (!file.data || !subject) {
    const failed = [file, subjects].find((one) => one.error)
    return (
      <Page title={t.title} name={t.title} purpose={t.purpose} actions={another}>
        {failed ? <ErrorState error={failed.error} onRetry={() => void failed.refetch()} /> : <SkeletonRows rows={4} height={48} />}
      </Page>
    )
  }
  const at = file.data
  return (
    <Page
      title={<>{say(subject.title)} <Mark tone={tones[at.state] ?? 'plain'}>{wordFor(t.states, at.state)}</Mark></>}
      name={t.title}
      purpose={<span className="clip" title={at.fileName}>{at.fileName}</span>}
      actions={another}
    >
      <div className="stack">
        <Steps size="small" current={stepOf[at.state] ?? 4} items={Object.values(t.steps).map((title) => ({ title }))} />
        <Body file={at} subject={subject} />
      </div>
    </Page>
  )
}

function Body({ file, subject }: { file: ImportedFile; subject: ImportSubject }) {
  const t = useTexts(words)
  if (moving(file.state)) return <Working file={file} />
  if (file.state === 'uploaded' || file.state === 'cancelled') return <Columns file={file} subject={subject} />
  return (
    <>
      <Counts file={file} />
      {file.state === 'checked' ? <RunIt file={file} subject={subject} /> : <UndoIt file={file} />}
      <RefusedRows file={file} title={file.undone > 0 || file.state === 'partly_undone' ? t.keptTitle : t.refusedTitle} />
    </>
  )
}

function Working({ file }: { file: ImportedFile }) {
  const client = useQueryClient()
  const job = useQuery({ queryKey: ['job', file.jobId], queryFn: () => api.job(file.jobId ?? ''), refetchInterval: 800, enabled: !!file.jobId })
  const ended = job.data && job.data.state !== 'queued' && job.data.state !== 'running'
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['import', file.id] })
  }, [ended, client, file.id])
  if (job.data?.state === 'failed') return <ErrorState error={{ sentence: job.data.error }} />
  return <div className="w-card" style={{ maxWidth: 640 }}>{job.data && <JobProgress job={job.data} />}</div>
}

function Counts({ file }: { file: ImportedFile }) {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const counts: [string, number][] = [
    [t.rows, file.rows], [t.made, file.counts.made], [t.updated, file.counts.updated], [t.unchanged, file.counts.unchanged], [t.rejected, file.counts.rejected],
  ]
  if (file.undone > 0) counts.push([t.undone, file.undone])
  return (
    <div className="figures is-dense">
      {counts.map(([label, value]) => <Figure key={label} label={label} value={formats.count(value)} />)}
    </div>
  )
}

function RunIt({ file, subject }: { file: ImportedFile; subject: ImportSubject }) {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const staff = useStaff()
  const client = useQueryClient()
  const again = () => void client.invalidateQueries({ queryKey: ['import', file.id] })
  const run = useAction((id: string, key) => api.importStep(id, 'run', key), again)
  const check = useAction((id: string, key) => api.importStep(id, 'check', key), again)
  const approve = useAction((id: string, key) => api.approveImport(id, key), again)
  const useful = file.counts.made + file.counts.updated
  const waits = subject.bringsValue && !file.approvedBy
  const failed = run.error ?? approve.error ?? check.error
  return (
    <section className="w-card stack">
      <b>{t.runTitle(formats.count(file.counts.made), formats.count(file.counts.updated))}</b>
      <p className="w-quiet">{useful === 0 ? t.nothing : waits ? t.waiting : subject.bringsValue ? t.agreed : t.runHint}</p>
      <div className="page-actions" style={{ justifyContent: 'flex-start' }}>
        {staff.may('imports.run') && (
          <Popconfirm title={t.runTitle(formats.count(file.counts.made), formats.count(file.counts.updated))} description={t.runHint} okText={t.sure} cancelText={t.back} onConfirm={() => run.mutate(file.id)}>
            <Button type="primary" disabled={useful === 0 || waits} loading={run.isPending}>{t.run}</Button>
          </Popconfirm>
        )}
        {waits && staff.may('points.approve') && <Button loading={approve.isPending} onClick={() => approve.mutate(file.id)}>{t.approve}</Button>}
        {staff.may('imports.run') && <Button onClick={() => check.mutate(file.id)} loading={check.isPending}>{t.checkAgain}</Button>}
      </div>
      {failed && <ErrorState error={failed} />}
    </section>
  )
}

function UndoIt({ file }: { file: ImportedFile }) {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const may = useStaff().may
  const client = useQueryClient()
  const undo = useAction((id: string, key) => api.importStep(id, 'undo', key), () => void client.invalidateQueries({ queryKey: ['import', file.id] }))
  if (!file.undoUntil || !may('imports.run')) return null
  const changed = formats.count(file.counts.made + file.counts.updated - file.undone)
  return (
    <section className="w-card stack">
      <p className="w-quiet">{t.until(formats.dateTime(file.undoUntil))}</p>
      <div>
        <Popconfirm title={t.undoTitle(changed)} description={t.undoHint} okText={t.sure} cancelText={t.back} onConfirm={() => undo.mutate(file.id)}>
          <Button danger loading={undo.isPending}>{t.undo}</Button>
        </Popconfirm>
      </div>
      {undo.error && <ErrorState error={undo.error} />}
    </section>
  )
}
