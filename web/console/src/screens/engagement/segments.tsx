import type { Segment } from '@waystation/client'
import { DateTimeText, dictionary, Mark, Sparkline, useAppearance, useTexts } from '@waystation/design'
import { Button, Input, type TableProps } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { FilterBar, ListTable, Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '人群', purpose: '满足一组条件的会员。条件改动即重新计数，人数随事件实时变化。', create: '新建人群', q: '人群名称', name: '名称', sentence: '选的是谁', count: '人数', state: '状态', updated: '更新', moves: '每天净进出', movesOf: (name: string, entered: string, left: string) => `${name}：两周内进 ${entered}，出 ${left}`, built: '上次建好', published: '已发布', draft: '草稿',
    empty: '还没有人群', emptyHint: '从一个条件开始，边写边看人数。',
  },
  {
    title: 'Segments', purpose: 'Members for whom a set of conditions holds. Counts follow every change and every event.', create: 'New segment', q: 'Segment name', name: 'Name', sentence: 'Who it selects', count: 'Members', state: 'State', updated: 'Updated', moves: 'In and out', movesOf: (name: string, entered: string, left: string) => `${name}: ${entered} in and ${left} out in two weeks`, built: 'Last built', published: 'published', draft: 'draft',
    empty: 'No segments yet', emptyHint: 'Begin with one condition and watch the count as you write.',
  },
)

const defaults = { q: '' }

export function SegmentMark({ state }: { state: string }) {
  const t = useTexts(texts)
  return state === 'published' ? <Mark tone="good">{t.published}</Mark> : <Mark>{state === 'draft' ? t.draft : state}</Mark>
}

export default function Segments() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const navigate = useNavigate()
  const [filters, change, reset] = useFilters(defaults)
  const list = useCursorList('segments', api.segments, {}, 15_000)
  const needle = filters.q.toLowerCase()
  const shown = { ...list, items: list.items.filter((segment) => say(segment.name).toLowerCase().includes(needle)) }
  const columns: TableProps<Segment>['columns'] = [
    { title: t.name, render: (_, segment) => <b>{say(segment.name)}</b> },
    { title: t.sentence, width: 480, render: (_, segment) => <span className="w-quiet clip">{say(segment.sentence)}</span> },
    { title: t.count, align: 'right', className: 'num', render: (_, segment) => (typeof segment.count === 'number' ? formats.count(segment.count) : '—') },
    { title: t.moves, render: (_, segment) => <Moves segment={segment} /> },
    { title: t.built, render: (_, segment) => <DateTimeText at={segment.built?.at} /> },
    { title: t.state, render: (_, segment) => <SegmentMark state={segment.state} /> },
    { title: t.updated, render: (_, segment) => <DateTimeText at={segment.countedAt ?? segment.updatedAt} /> },
  ]
  const create = staff.may('segments.write') && (
    <Link to="/segments/new">
      <Button type="primary">{t.create}</Button>
    </Link>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={create}>
      <FilterBar onReset={filters.q ? reset : undefined}>
        <Input.Search allowClear placeholder={t.q} aria-label={t.q} defaultValue={filters.q} key={filters.q} style={{ width: 240 }} onSearch={(q) => change({ q })} />
      </FilterBar>
      <ListTable
        list={shown}
        columns={columns}
        rowKey="id"
        onOpen={(segment) => void navigate(`/segments/${encodeURIComponent(segment.id)}`)}
        filtered={filters.q !== ''}
        onClear={reset}
        empty={{ title: t.empty, hint: t.emptyHint, action: create }}
      />
    </Page>
  )
}

/** How many moved on each day; what that was on hover. */
function Moves({ segment }: { segment: Segment }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  if (segment.daily.length < 2) return <>—</>
  const name = t.movesOf(say(segment.name), formats.count(segment.daily.reduce((sum, day) => sum + day.entered, 0)), formats.count(segment.daily.reduce((sum, day) => sum + day.left, 0)))
  return <span className="tag-trend" title={name}><Sparkline values={segment.daily.map((day) => day.entered + day.left)} name={name} /></span>
}
