import { useQueryClient } from '@tanstack/react-query'
import type { ImportedFile, ImportSubject } from '@waystation/client'
import { ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { words } from './words'

/** What each heading means; guessed by name, changed by hand. */
export function Columns({ file, subject }: { file: ImportedFile; subject: ImportSubject }) {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const client = useQueryClient()
  const [columns, setColumns] = useState(file.columns)
  const check = useAction(
    async (chosen: string[], key) => {
      if (chosen.join() !== file.columns.join()) await api.importColumns(file.id, chosen, `${key}-columns`)
      return api.importStep(file.id, 'check', key)
    },
    () => void client.invalidateQueries({ queryKey: ['import', file.id] }),
  )
  const missing = subject.columns.filter((column) => column.needed && !columns.includes(column.key)).map((column) => say(column.heading))
  const choose = (at: number, key: string) => setColumns(columns.map((each, i) => (i === at ? key : each === key && key ? '' : each)))
  return (
    <section className="w-card stack">
      <p className="w-quiet">{t.columnsHint}</p>
      <table style={{ width: 'auto' }}>
        <thead>
          <tr>
            <th scope="col" style={{ textAlign: 'left', paddingRight: 48 }}>{t.heading}</th>
            <th scope="col" style={{ textAlign: 'left', paddingRight: 48 }}>{t.means}</th>
          </tr>
        </thead>
        <tbody>
          {file.headings.map((heading, at) => (
            <tr key={at}>
              <td>{heading || '∅'}</td>
              <td>
                <Select
                  style={{ minWidth: 220 }}
                  aria-label={heading}
                  value={columns[at] ?? ''}
                  onChange={(key) => choose(at, key)}
                  options={[{ value: '', label: t.ignored }, ...subject.columns.map((column) => ({ value: column.key, label: column.needed ? `${say(column.heading)} · ${t.needed}` : say(column.heading) }))]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 0 && <p role="alert">{t.missing(formats.list(missing))}</p>}
      <div>
        <Button type="primary" disabled={missing.length > 0} loading={check.isPending} onClick={() => check.mutate(columns)}>{t.check}</Button>
      </div>
      {check.error && <ErrorState error={check.error} />}
    </section>
  )
}
