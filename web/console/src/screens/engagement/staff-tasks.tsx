import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, dictionary, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, Input, Modal, Segmented, Select, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { ListTable, Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'

type Task = Shapes['journey.TaskView']

const texts = dictionary(
  {
    title: '员工任务', purpose: '旅程交给员工做的事，按到期日从早到晚。做完写一句结果；同一步只会有一项任务。', states: { open: '待办', done: '已完成' }, team: '岗位', anyTeam: '全部岗位', teams: { ticket_window: '售票窗口', operations: '运营', administrator: '系统管理员' }, everybody: '谁都可以',
    task: '任务', member: '会员', due: '到期', overdue: '已逾期', doneAt: '完成', by: '完成人', note: '结果', finish: '完成', finishTitle: (title: string) => `完成：${title}`, noteHint: '结果如何（可不填）', cancel: '先不', finished: '已完成', count: (open: string, overdue: string) => `待办 ${open} 项，其中逾期 ${overdue} 项`, toJourney: '来自旅程', none: '没有待办任务', noneHint: '旅程里有“员工任务”这一步时，会出现在这里。', noneDone: '还没有完成的任务',
  },
  {
    title: 'Staff tasks', purpose: 'What journeys give to staff, the most urgent first. When it is done, write what came of it; a step gives one task, once.', states: { open: 'Open', done: 'Done' }, team: 'Team', anyTeam: 'all teams', teams: { ticket_window: 'Ticket window', operations: 'Operations', administrator: 'Administrators' }, everybody: 'anybody',
    task: 'Task', member: 'Member', due: 'Due', overdue: 'overdue', doneAt: 'Done', by: 'By', note: 'What came of it', finish: 'Done', finishTitle: (title: string) => `Done: ${title}`, noteHint: 'What came of it, if you like', cancel: 'Not yet', finished: 'Done', count: (open: string, overdue: string) => `${open} open, ${overdue} of them overdue`, toJourney: 'from a journey', none: 'Nothing to do', noneHint: 'A journey with the step “staff task” puts tasks here.', noneDone: 'Nothing done yet',
  },
)

export default function StaffTasks() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const [filters, change] = useFilters({ state: 'open', team: '' })
  const [finishing, setFinishing] = useState<Task | null>(null)
  const list = useCursorList('staff-tasks', api.staffTasks, { state: filters.state, team: filters.team || undefined }, 20_000)
  const count = useQuery({ queryKey: ['staff-tasks', 'count', filters.team], queryFn: () => api.staffTasks({ limit: 1, team: filters.team || undefined }), refetchInterval: 20_000 })
  const open = filters.state === 'open'
  const columns: TableProps<Task>['columns'] = [
    {
      title: t.task,
      render: (_, task) => (
        <>
          <b>{task.title}</b>
          {task.detail && <div className="w-quiet">{task.detail}</div>}
          <Link className="w-quiet" to={`/journeys/${encodeURIComponent(task.journey)}`}>{t.toJourney}</Link>
        </>
      ),
    },
    { title: t.member, render: (_, task) => <Link to={`/members/${encodeURIComponent(task.member)}`}>{task.memberName || task.member}</Link> },
    { title: t.team, render: (_, task) => (task.team === '' ? t.everybody : wordFor(t.teams, task.team)) },
    { title: t.due, render: (_, task) => <>{formats.date(task.dueOn)} {task.overdue && <Mark tone="attention">{t.overdue}</Mark>}</> },
    ...(open
      ? [{ title: '', align: 'right' as const, render: (_: unknown, task: Task) => <Button size="small" onClick={() => setFinishing(task)}>{t.finish}</Button> }]
      : [
          { title: t.doneAt, render: (_: unknown, task: Task) => <DateTimeText at={task.doneAt} /> },
          { title: t.by, render: (_: unknown, task: Task) => task.doneBy },
          { title: t.note, render: (_: unknown, task: Task) => task.note },
        ]),
  ]
  return (
    <Page
      title={t.title}
      name={t.title}
      purpose={t.purpose}
      actions={
        <>
          <Select aria-label={t.team} style={{ minWidth: 140 }} value={filters.team} options={[{ value: '', label: t.anyTeam }, ...Object.entries(t.teams).map(([value, label]) => ({ value, label }))]} onChange={(team) => change({ team })} />
          <Segmented aria-label={t.title} value={filters.state} onChange={(state) => change({ state })} options={(['open', 'done'] as const).map((value) => ({ value, label: t.states[value] }))} />
        </>
      }
    >
      {count.data && <p className="verdict" style={{ marginBottom: 12 }}>{t.count(formats.count(count.data.open), formats.count(count.data.overdue))}</p>}
      <ListTable list={list} columns={columns} rowKey="id" empty={open ? { title: t.none, hint: t.noneHint } : { title: t.noneDone }} />
      {finishing && <Finish task={finishing} onClose={() => setFinishing(null)} />}
    </Page>
  )
}

function Finish({ task, onClose }: { task: Task; onClose(): void }) {
  const t = useTexts(texts)
  const { message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const refresh = () => void queries.invalidateQueries({ queryKey: ['staff-tasks'] })
  const finish = useAction(
    (text: string, key) => api.completeTask(task.id, text, key),
    () => {
      void message.success(t.finished)
      refresh()
      onClose()
    },
  )
  const send = () =>
    finish.mutate(note, {
      onError: (error) => {
        void message.error(problemText(error))
        refresh()
      },
    })
  return (
    <Modal open title={t.finishTitle(task.title)} okText={t.finish} cancelText={t.cancel} confirmLoading={finish.isPending} onOk={send} onCancel={onClose}>
      {task.detail && <p className="w-quiet">{task.detail}</p>}
      <Input.TextArea autoFocus aria-label={t.note} placeholder={t.noteHint} maxLength={500} autoSize={{ minRows: 3 }} value={note} onChange={(event) => setNote(event.target.value)} />
    </Modal>
  )
}
