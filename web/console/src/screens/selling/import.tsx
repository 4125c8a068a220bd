import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportLine, ImportProblem, Job, TimetableImport } from '@waystation/client'
import { DateTimeText, dictionary, ErrorState, Figure, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Table, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { DropZone } from '../../shell/drop-zone'
import { JobMark, JobProgress } from '../../shell/jobs'
import { ListTable, Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '导入时刻表', purpose: '先整体检查再生效：有一行不对，就什么都不改，并逐行说明怎么改。',
    drop: '把文件拖到这里，或点一下选择', kinds: '一个 zip：GTFS（stops、routes、trips、stop_times、calendar…），或 CSV（stations、trains、stop_times）。', single: '单个 CSV 请和其它表一起压成 zip 再传；整个文件夹可用命令 ./way import。', history: '导入记录', when: '时间', result: '结果', states: { waiting: '等待中', loaded: '已导入', refused: '没有导入' }, changes: (added: string, changed: string, same: string) => `新增 ${added} · 有变化 ${changed} · 未变 ${same}`, noHistory: '还没有导入过', noHistoryHint: '传一份时刻表，结果会留在这里。', see: '查看', running: '正在检查与导入', ok: '已导入', rejected: '没有导入：文件里有要改的行',
    rejectedHint: (n: string) => `共 ${n} 处。改好后再传一次，只会改动有变化的部分。`, notes: '已照标准处理，供核对', another: '再传一份', toTrains: '查看车次',
    stations: '车站', trains: '车次', calls: '停靠', triples: '车次 × 区间', added: '新增', changed: '有变化', unchanged: '未变',
    file: '文件', line: '行', column: '列', value: '内容', message: '问题', remedy: '怎么改', failed: '导入没有完成，已有的数据没有动。',
  },
  {
    title: 'Import timetable', purpose: 'The whole file is checked first: if one row is wrong nothing changes, and each such row says how to mend it.',
    drop: 'Drop a file here or click to choose', kinds: 'One zip: GTFS (stops, routes, trips, stop_times, calendar…) or CSV (stations, trains, stop_times).', single: 'Put a single CSV together with its sisters into a zip first; a whole folder loads with ./way import.', history: 'Imports so far', when: 'Time', result: 'Result', states: { waiting: 'Waiting', loaded: 'Imported', refused: 'Not imported' }, changes: (added: string, changed: string, same: string) => `${added} new · ${changed} changed · ${same} unchanged`, noHistory: 'Nothing imported yet', noHistoryHint: 'Upload a timetable and its result stays here.', see: 'See', running: 'Checking and importing', ok: 'Imported', rejected: 'Not imported: some rows need mending',
    rejectedHint: (n: string) => `${n} places. Mend them and upload again; only what differs will change.`, notes: 'Handled by the rules, for your check', another: 'Upload another', toTrains: 'See the trains',
    stations: 'Stations', trains: 'Trains', calls: 'Calls', triples: 'Train × origin-destination', added: 'New', changed: 'Changed', unchanged: 'Unchanged',
    file: 'File', line: 'Line', column: 'Column', value: 'Value', message: 'Problem', remedy: 'Remedy', failed: 'The import did not finish; existing data is untouched.',
  },
)

const defaults = { job: '', import: '' }
const moving = (job: Job) => job.state === 'queued' || job.state === 'running'

export default function Import() {
  const t = useTexts(texts)
  const client = useQueryClient()
  const [filters, change] = useFilters(defaults)
  const upload = useAction(
    (file: File, key) => api.importTimetable(file, key),
    (job) => {
      change({ job: job.id })
      void client.invalidateQueries({ queryKey: ['jobs'] })
    },
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      {filters.import ? (
        <Outcome importId={filters.import} onAnother={() => change({ import: '' })} />
      ) : filters.job ? (
        <Progressing jobId={filters.job} onAnother={() => change({ job: '' })} />
      ) : (
        <div className="stack">
          <DropZone accept=".zip" title={t.drop} hints={[t.kinds, t.single]} send={upload} />
          <History onOpen={(id) => change({ import: id })} />
        </div>
      )}
    </Page>
  )
}

function Progressing({ jobId, onAnother }: { jobId: string; onAnother(): void }) {
  const t = useTexts(texts)
  const job = useQuery({
    queryKey: ['job', jobId],
    queryFn: () => api.job(jobId),
    refetchInterval: (query) => (query.state.data && !moving(query.state.data) ? false : 700),
  })
  if (job.error) return <ErrorState error={job.error} onRetry={() => void job.refetch()} />
  if (!job.data) return null
  if (moving(job.data)) {
    return (
      <div className="w-card" style={{ maxWidth: 560 }}>
        <h2 className="card-title">
          {t.running} <JobMark job={job.data} />
        </h2>
        <JobProgress job={job.data} />
      </div>
    )
  }
  return <Outcome importId={importIdOf(job.data)} job={job.data} onAnother={onAnother} />
}

function importIdOf(job: Job): string {
  const result = job.result as { importId?: string; id?: string } | null | undefined
  return String(result?.importId ?? result?.id ?? job.id)
}

function Outcome({ importId, job, onAnother }: { importId: string; job?: Job; onAnother(): void }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const outcome = useQuery({ queryKey: ['timetable-import', importId], queryFn: () => api.timetableImport(importId) })
  const problems = outcome.data?.problems ?? []
  const notes = problems.filter((problem) => !problem.blocking)
  const blocking = problems.filter((problem) => problem.blocking)
  const buttons = (
    <div className="page-actions">
      <Button onClick={onAnother}>{t.another}</Button>
      {blocking.length === 0 && (
        <Link to="/trains">
          <Button type="primary">{t.toTrains}</Button>
        </Link>
      )}
    </div>
  )
  if (outcome.error) {
    return (
      <div className="stack">
        <ErrorState error={job?.error ? { sentence: job.error } : outcome.error} />
        {buttons}
      </div>
    )
  }
  if (!outcome.data) return null
  return (
    <div className="stack">
      <div className={`verdict ${blocking.length > 0 || job?.state === 'failed' ? 'is-stop' : 'is-good'}`}>
        <b>{blocking.length > 0 ? t.rejected : job?.state === 'failed' ? t.failed : t.ok}</b>
        {blocking.length > 0 && <p>{t.rejectedHint(formats.count(blocking.length))}</p>}
      </div>
      {buttons}
      {outcome.data.summary && <Summary summary={outcome.data.summary} />}
      {blocking.length > 0 && <Problems problems={blocking} />}
      {notes.length > 0 && (
        <>
          <h2 className="section-title">{t.notes}</h2>
          <Problems problems={notes} />
        </>
      )}
    </div>
  )
}

function History({ onOpen }: { onOpen(id: string): void }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const list = useCursorList('timetable-imports', api.timetableImports, {}, 10_000)
  const columns: TableProps<ImportLine>['columns'] = [
    { title: t.when, render: (_, line) => <DateTimeText at={line.createdAt} /> },
    { title: t.file, dataIndex: 'fileName' },
    { title: t.result, render: (_, line) => <Mark tone={line.state === 'loaded' ? 'good' : line.state === 'refused' ? 'stop' : 'plain'}>{wordFor(t.states, line.state)}</Mark> },
    { title: '', render: (_, line) => (line.summary ? <span className="w-quiet num">{t.changes(formats.count(line.summary.new), formats.count(line.summary.changed), formats.count(line.summary.unchanged))}</span> : '') },
    { title: '', align: 'right', render: (_, line) => <Button size="small" onClick={() => onOpen(line.id)}>{t.see}</Button> },
  ]
  return (
    <div>
      <h2 className="section-title">{t.history}</h2>
      <ListTable list={list} columns={columns} rowKey="id" empty={{ title: t.noHistory, hint: t.noHistoryHint }} />
    </div>
  )
}

function Summary({ summary }: { summary: NonNullable<TimetableImport['summary']> }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const figures: [string, number][] = [
    [t.stations, summary.stations], [t.trains, summary.trains], [t.calls, summary.calls], [t.triples, summary.triples],
    [t.added, summary.new], [t.changed, summary.changed], [t.unchanged, summary.unchanged],
  ]
  return (
    <div className="figures is-dense">
      {figures.map(([label, value]) => (
        <Figure key={label} label={label} value={formats.count(value ?? 0)} />
      ))}
    </div>
  )
}

function Problems({ problems }: { problems: ImportProblem[] }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  return (
    <div className="w-card list-card">
      <Table<ImportProblem>
        size="middle"
        dataSource={problems}
        rowKey={(problem) => `${problem.file}:${problem.line}:${problem.column}:${problem.code}`}
        pagination={problems.length > 100 ? { pageSize: 100, size: 'small' } : false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t.file, dataIndex: 'file' },
          { title: t.line, dataIndex: 'line', align: 'right', className: 'num' },
          { title: t.column, dataIndex: 'column' },
          { title: t.value, dataIndex: 'value', render: (value: string) => <code>{value || '∅'}</code> },
          { title: t.message, render: (_, problem) => say(problem.message) },
          { title: t.remedy, render: (_, problem) => say(problem.remedy) },
        ]}
      />
    </div>
  )
}
