import { useQuery } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Alert, Button, Tabs, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { ListTable, Page } from '../../shell/page'
import { MakeTask } from './make-task'
import { TaskDrawer } from './task-drawer'
import { TagMatches } from './tag-matches'
import { stateTones, wecomTexts } from './words'

type Task = Shapes['outreach.WecomTask']

/** Tasks of staff in WeCom, the newest first. */
export default function WecomTasks() {
  const t = useTexts(wecomTexts)
  const { formats } = useAppearance()
  const staff = useStaff()
  const [filters, change] = useFilters({ task: '', tab: 'tasks' })
  const [making, setMaking] = useState(false)
  const choices = useQuery({ queryKey: ['wecom-choices'], queryFn: api.wecomChoices })
  const list = useCursorList('wecom-tasks', api.wecomTasks, {}, 10_000)
  const columns: TableProps<Task>['columns'] = [
    { title: t.name, render: (_, task) => <><b>{task.name}</b><div className="w-quiet">{task.source.startsWith('staff/') ? task.by : `${t.fromJourney} · ${task.source}`}</div></> },
    { title: t.kind, render: (_, task) => wordFor(t.kinds, task.kind) },
    { title: t.progress, render: (_, task) => <States states={task.states} /> },
    { title: t.sent, align: 'right', className: 'num', render: (_, task) => t.of(formats.count(task.sent), formats.count(task.receivers)) },
    { title: t.made, render: (_, task) => <DateTimeText at={task.createdAt} /> },
  ]
  const make = staff.may('journeys.write') && (
    <Button type="primary" disabled={!choices.data?.connected} onClick={() => setMaking(true)}>
      {t.make}
    </Button>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={make}>
      {choices.data?.connected === false && <Alert type="info" showIcon title={t.notConnected} action={staff.may('clients.manage') && <Link to="/channels">{t.connect}</Link>} style={{ marginBottom: 12 }} />}
      <Tabs
        activeKey={filters.tab}
        onChange={(tab) => change({ tab })}
        items={[
          { key: 'tasks', label: t.tasks, children: <ListTable list={list} columns={columns} rowKey="id" onOpen={(task) => change({ task: task.id })} empty={{ title: t.none, hint: t.noneHint }} /> },
          ...(staff.may('segments.read') ? [{ key: 'tags', label: t.tags, children: <TagMatches /> }] : []),
        ]}
      />
      {making && choices.data && <MakeTask choices={choices.data} onClose={() => setMaking(false)} onMade={(task) => change({ task })} />}
      <TaskDrawer id={filters.task} onClose={() => change({ task: '' })} />
    </Page>
  )
}

/** How many of the staff are how far. */
function States({ states }: { states: Record<string, number> }) {
  const t = useTexts(wecomTexts)
  const { formats } = useAppearance()
  return (
    <>
      {Object.entries(states).map(([state, count]) => (
        <Mark key={state} tone={stateTones[state] ?? 'plain'}>{t.count(formats.count(count), wordFor(t.states, state))}</Mark>
      ))}
    </>
  )
}
