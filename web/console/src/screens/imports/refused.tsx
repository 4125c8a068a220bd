import type { ImportedFile, RefusedRow } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import type { TableProps } from 'antd'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { ListTable } from '../../shell/page'
import { FileButtons } from './file-buttons'
import { words } from './words'

/** The rows that were not taken, each cell with its reason in words. */
export function RefusedRows({ file, title }: { file: ImportedFile; title: string }) {
  const may = useStaff().may
  if (!may('imports.run')) return null
  return <Rows key={`${file.state} ${file.undone}`} file={file} title={title} />
}

function Rows({ file, title }: { file: ImportedFile; title: string }) {
  const t = useTexts(words)
  const { say } = useAppearance()
  const list = useCursorList(`refused ${file.state} ${file.undone}`, (query: { id: string; limit?: number; cursor?: string }) => api.refusedRows(query.id, { limit: query.limit, cursor: query.cursor }), { id: file.id })
  const headingOf = (key: string) => file.headings[file.columns.indexOf(key)] ?? ''
  const columns: TableProps<RefusedRow>['columns'] = [
    { title: t.line, dataIndex: 'line', align: 'right', className: 'num', width: 80 },
    { title: t.row, render: (_, row) => <span className="clip" title={row.cells.join(' · ')}>{row.cells.filter(Boolean).join(' · ')}</span> },
    {
      title: t.why,
      render: (_, row) => (
        <ul className="plain-list">
          {row.faults.map((fault, at) => (
            <li key={at}>
              {headingOf(fault.column) && <><b>{headingOf(fault.column)}</b>{' '}</>}
              {say(fault.why)}
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <div>
      <h2 className="section-title">{title}</h2>
      {list.items.length > 0 && (
        <p>
          <FileButtons name={t.errorFile} path={`/v1/imports/${file.id}/refused`} /> <span className="w-quiet">{t.errorFileHint}</span>
        </p>
      )}
      <ListTable list={list} columns={columns} rowKey="line" empty={{ title: t.noRefused, hint: '' }} />
    </div>
  )
}
