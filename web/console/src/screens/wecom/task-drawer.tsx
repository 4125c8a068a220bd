import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, Drawer, EmptyState, ErrorState, Mark, SkeletonBlock, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, Collapse } from 'antd'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { useProblemText } from '../../shell/problem'
import { MessageFace } from '../messages/message-face'
import { resultTones, stateTones, wecomTexts } from './words'

type Asked = Shapes['outreach.AskedStaff']

/** One task: what is sent, how far each of the staff is, and what came of every receiver. */
export function TaskDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const t = useTexts(wecomTexts)
  const { formats } = useAppearance()
  const task = useQuery({ queryKey: ['wecom-tasks', 'one', id], queryFn: () => api.wecomTask(id), enabled: id !== '', refetchInterval: 10_000 })
  const shown = task.data?.task
  return (
    <Drawer open={id !== ''} onClose={onClose} eyebrow={shown ? wordFor(t.kinds, shown.kind) : t.title} title={shown?.name ?? ''}>
      {task.error ? (
        <ErrorState error={task.error} onRetry={() => void task.refetch()} />
      ) : !task.data || !shown ? (
        <SkeletonBlock />
      ) : (
        <div className="stack">
          {task.data.staff[0] && <MessageFace channel="wecom" body={task.data.staff[0].body} at={formats.dateTime(shown.createdAt)} />}
          <Wishes id={id} kind={shown.kind} staff={task.data.staff} />
          <Collapse
            size="small"
            items={task.data.staff.map((one) => ({
              key: one.id,
              label: <StaffLine one={one} />,
              children: <Receivers task={id} part={one.id} />,
            }))}
          />
        </div>
      )}
    </Drawer>
  )
}

function StaffLine({ one }: { one: Asked }) {
  const t = useTexts(wecomTexts)
  const { formats } = useAppearance()
  return (
    <>
      <b>{one.staff}</b> <Mark tone={stateTones[one.state] ?? 'plain'}>{wordFor(t.states, one.state)}</Mark>{' '}
      <span className="num">{t.of(formats.count(one.sent), formats.count(one.receivers))}</span>
      <div className="w-quiet">
        {one.notifiedAt && <>{t.asked} <DateTimeText at={one.notifiedAt} /> </>}
        {one.reminders > 0 && t.reminders(formats.count(one.reminders))} {one.wanted && wordFor(t.wanted, one.wanted)} {one.reason}
      </div>
    </>
  )
}

/** What may be done with it: WeCom is told within a minute. */
function Wishes({ id, kind, staff }: { id: string; kind: string; staff: Asked[] }) {
  const t = useTexts(wecomTexts)
  const { message, modal } = App.useApp()
  const me = useStaff()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const done = () => {
    void message.success(t.noted)
    void queries.invalidateQueries({ queryKey: ['wecom-tasks'] })
  }
  const remind = useAction((task: string, key) => api.remindWecomStaff(task, key), done)
  const cancel = useAction((task: string, key) => api.cancelWecomTask(task, key), done)
  const onError = (error: Error) => void message.error(problemText(error))
  const open = staff.some((one) => ['created', 'staff_notified', 'partly_sent'].includes(one.state) && one.waiting > 0)
  const waits = staff.some((one) => one.state === 'staff_notified')
  if (!me.may('journeys.write') || !open) return null
  const ask = () => modal.confirm({ title: t.cancelTitle, content: t.cancelEffect, okText: t.cancel, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => cancel.mutate(id, { onError }) })
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      {kind !== 'moments' && waits && <Button loading={remind.isPending} onClick={() => remind.mutate(id, { onError })}>{t.remind}</Button>}
      <Button danger loading={cancel.isPending} onClick={ask}>{t.cancel}</Button>
    </div>
  )
}

function Receivers({ task, part }: { task: string; part: string }) {
  const t = useTexts(wecomTexts)
  const list = useCursorList(`wecom-receivers-${part}`, (query: { cursor?: string }) => api.wecomReceivers(task, part, query), {}, 15_000)
  if (list.error) return <ErrorState error={list.error} onRetry={list.reload} />
  if (list.loading) return <SkeletonRows rows={3} />
  if (list.items.length === 0) return <EmptyState title={t.noReceivers} />
  return (
    <>
      <ul className="plain-list" aria-label={t.receivers}>
        {list.items.map((one, index) => (
          <li key={index}>
            {one.member ? <Link to={`/members/${encodeURIComponent(one.member)}`}>{one.memberMasked || one.member}</Link> : <span>{one.group ?? t.unknownCustomer}</span>}
            <span>
              <Mark tone={resultTones[one.result] ?? 'plain'}>{wordFor(t.results, one.result)}</Mark> {one.at && <DateTimeText at={one.at} />}
            </span>
          </li>
        ))}
      </ul>
      {list.more && <Button size="small" loading={list.loadingMore} onClick={list.loadMore}>{t.more}</Button>}
    </>
  )
}
