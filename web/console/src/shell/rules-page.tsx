import { useQueryClient } from '@tanstack/react-query'
import { dictionary, ErrorState, Mark, useTexts } from '@waystation/design'
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useEdit } from '../data/edit'
import { Page } from './page'

const texts = dictionary(
  { save: '保存', undo: '撤销改动', changed: '有未保存的改动' },
  { save: 'Save', undo: 'Undo my changes', changed: 'Not saved yet' },
)

interface Stored<Rules> {
  rules: Rules
  version: string | undefined
  queryKey: string
  /** What is said once they are saved. */
  saved: string
  send(rules: Rules, version: string | undefined, key: string): Promise<unknown>
  latest(): Promise<string | undefined>
}

/** Rules on the screen, which are those in force until somebody changes one of them. */
export function useRulesDraft<Rules>({ rules: stored, version, queryKey, saved, send, latest }: Stored<Rules>) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [rules, setRules] = useState(stored)
  const reload = () => void queries.invalidateQueries({ queryKey: [queryKey] })
  const after = () => {
    void message.success(saved)
    reload()
  }
  return {
    rules,
    set: (change: Partial<Rules>) => setRules({ ...rules, ...change }),
    changed: JSON.stringify(rules) !== JSON.stringify(stored),
    undo: () => setRules(stored),
    edit: useEdit({ version, send, latest, reload, after }),
  }
}

type Draft<Rules> = ReturnType<typeof useRulesDraft<Rules>>

/** A page on which rules are changed: undo until saved, and nobody's change is overwritten unseen. */
export function RulesPage<Rules>({ title, purpose, may, draft, children }: { title: string; purpose: string; may: boolean; draft: Draft<Rules>; children: ReactNode }) {
  const t = useTexts(texts)
  const { rules, changed, undo, edit } = draft
  const actions = may && (
    <>
      {changed && <Button type="text" onClick={undo}>{t.undo}</Button>}
      <Button type="primary" disabled={!changed} loading={edit.pending} onClick={() => edit.save(rules)}>{t.save}</Button>
    </>
  )
  return (
    <Page title={<>{title} {changed && <Mark tone="attention">{t.changed}</Mark>}</>} name={title} purpose={purpose} actions={actions}>
      {edit.notice}
      {edit.error && <ErrorState error={edit.error} kept />}
      {children}
    </Page>
  )
}
