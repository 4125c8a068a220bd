import { useQuery } from '@tanstack/react-query'
import { itemsOf, type ImportedFile, type ImportSubject } from '@waystation/client'
import { DateTimeText, ErrorState, Mark, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Segmented, type TableProps } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { DropZone } from '../../shell/drop-zone'
import { ListTable, Page } from '../../shell/page'
import { FileButtons } from './file-buttons'
import { tones, words } from './words'

const defaults = { subject: 'members' }

/** What can be imported, and what was. */
export default function Imports() {
  const t = useTexts(words)
  const may = useStaff().may
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <div className="stack">
        {may('imports.run') && <Start />}
        <History />
      </div>
    </Page>
  )
}

function Start() {
  const t = useTexts(words)
  const { say } = useAppearance()
  const [filters, change] = useFilters(defaults)
  const subjects = useQuery({ queryKey: ['import-subjects'], queryFn: async () => itemsOf(await api.importSubjects()) })
  if (subjects.error) return <ErrorState error={subjects.error} onRetry={() => void subjects.refetch()} />
  if (!subjects.data) return <SkeletonRows rows={3} height={40} />
  const chosen = subjects.data.find((each) => each.subject === filters.subject) ?? subjects.data[0]
  if (!chosen) return null
  return (
    <section className="w-card stack">
      <h2 className="card-title">{t.start}</h2>
      <Segmented
        aria-label={t.start}
        options={subjects.data.map((each) => ({ value: each.subject, label: say(each.title) }))}
        value={chosen.subject}
        onChange={(subject) => change({ subject })}
      />
      <p className="w-quiet">{chosen.bringsValue ? t.needsSecond : t.free}</p>
      <Sheets subject={chosen} />
      <Drop key={chosen.subject} subject={chosen.subject} />
    </section>
  )
}

function Sheets({ subject }: { subject: ImportSubject }) {
  const t = useTexts(words)
  const may = useStaff().may
  return (
    <div className="page-actions" style={{ justifyContent: 'flex-start' }}>
      <FileButtons name={t.template} path={`/v1/import-subjects/${subject.subject}/template`} />
      {may('members.export') && <FileButtons name={t.exportAll} path={`/v1/import-subjects/${subject.subject}/rows`} />}
    </div>
  )
}

function Drop({ subject }: { subject: string }) {
  const t = useTexts(words)
  const go = useNavigate()
  const upload = useAction((file: File, key) => api.uploadRows(subject, file, key), (made) => void go(`/imports/${made.id}`))
  return <DropZone accept=".xlsx,.csv,.txt" title={t.drop} hints={[t.kinds]} send={upload} />
}

function History() {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const list = useCursorList('imports', api.imports, {}, 10_000)
  const columns: TableProps<ImportedFile>['columns'] = [
    { title: t.when, render: (_, file) => <DateTimeText at={file.createdAt} /> },
    { title: t.file, render: (_, file) => <span className="clip" title={file.fileName}>{file.fileName}</span> },
    { title: t.state, render: (_, file) => <Mark tone={tones[file.state] ?? 'plain'}>{wordFor(t.states, file.state)}</Mark> },
    { title: t.made, align: 'right', className: 'num', render: (_, file) => formats.count(file.counts.made) },
    { title: t.updated, align: 'right', className: 'num', render: (_, file) => formats.count(file.counts.updated) },
    { title: t.unchanged, align: 'right', className: 'num', render: (_, file) => formats.count(file.counts.unchanged) },
    { title: t.rejected, align: 'right', className: 'num', render: (_, file) => formats.count(file.counts.rejected) },
    { title: '', align: 'right', render: (_, file) => <Link to={`/imports/${file.id}`}>{t.see}</Link> },
  ]
  return (
    <div>
      <h2 className="section-title">{t.history}</h2>
      <ListTable list={list} columns={columns} rowKey="id" empty={{ title: t.noHistory, hint: t.noHistoryHint }} />
    </div>
  )
}
