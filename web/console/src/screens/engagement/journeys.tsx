import type { Journey } from '@waystation/client'
import { DateTimeText, dictionary, Mark, useAppearance, useTexts } from '@waystation/design'
import { Button, type TableProps } from 'antd'
import { Link, useNavigate } from 'react-router'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { ListTable, Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '旅程', create: '新建旅程', launch: '发起触达', purpose: '会员满足条件后自动走的一串步骤；每一步都看得到人数。', name: '名称', state: '状态', version: '版本', enrolled: '参与', active: '进行中', completed: '走完', publishedAt: '发布', versionOf: (n: number) => `第 ${n} 版`,
    states: { draft: '草稿', published: '运行中', paused: '已暂停', retired: '已结束', stopped: '已停止' }, empty: '还没有旅程', emptyHint: '有了旅程，会员进入人群时就会自动收到合适的消息。',
  },
  {
    title: 'Journeys', create: 'New journey', launch: 'Launch a message', purpose: 'Steps that members walk by themselves once a condition holds, with the number at every step.', name: 'Name', state: 'State', version: 'Version', enrolled: 'Enrolled', active: 'Inside', completed: 'Completed', publishedAt: 'Published', versionOf: (n: number) => `version ${n}`,
    states: { draft: 'draft', published: 'running', paused: 'paused', retired: 'ended', stopped: 'stopped' }, empty: 'No journeys yet', emptyHint: 'With one, members get the right message when they enter a segment.',
  },
)

export function JourneyMark({ state }: { state: string }) {
  const t = useTexts(texts)
  const word = t.states[state as keyof typeof t.states] ?? state
  return <Mark tone={state === 'published' ? 'good' : state === 'paused' ? 'attention' : 'plain'}>{word}</Mark>
}

export default function Journeys() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const navigate = useNavigate()
  const list = useCursorList('journeys', api.journeys, {}, 10_000)
  const number = (value: number | null | undefined) => (typeof value === 'number' ? formats.count(value) : '—')
  const columns: TableProps<Journey>['columns'] = [
    { title: t.name, render: (_, journey) => <b>{say(journey.name)}</b> },
    { title: t.state, render: (_, journey) => <JourneyMark state={journey.state} /> },
    { title: t.version, render: (_, journey) => t.versionOf(journey.version) },
    { title: t.enrolled, align: 'right', className: 'num', render: (_, journey) => number(journey.enrolled) },
    { title: t.active, align: 'right', className: 'num', render: (_, journey) => number(journey.active) },
    { title: t.completed, align: 'right', className: 'num', render: (_, journey) => number(journey.completed) },
    { title: t.publishedAt, render: (_, journey) => <DateTimeText at={journey.publishedAt} /> },
  ]
  const create = staff.may('journeys.write') && (
    <>
      <Link to="/journeys/new">
        <Button>{t.create}</Button>
      </Link>
      <Link to="/journeys/launch">
        <Button type="primary">{t.launch}</Button>
      </Link>
    </>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={create}>
      <ListTable list={list} columns={columns} rowKey="id" onOpen={(journey) => void navigate(`/journeys/${encodeURIComponent(journey.id)}`)} empty={{ title: t.empty, hint: t.emptyHint, action: create }} />
    </Page>
  )
}
