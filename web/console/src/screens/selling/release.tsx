import { useQuery } from '@tanstack/react-query'
import { itemsOf, type ReleaseTrain } from '@waystation/client'
import { dictionary, Mark, useAppearance, useTexts } from '@waystation/design'
import { DatePicker, Input, type TableProps } from 'antd'
import dayjs from 'dayjs'
import { useNavigate } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { FilterBar, ListTable, Page } from '../../shell/page'
import { sellingWords, useClockText, usePlaceName } from './words'

const texts = dictionary(
  {
    title: '放票台', purpose: '每趟车卖到哪里了，哪些在按方案放票。', q: '车次或车站', date: '开行日期', train: '车次', route: '区间', departs: '开', plan: '方案',
    planned: '已发布', draft: '草稿', open: '全部开放', sold: (sold: string, seats: string) => `${sold} / ${seats}`, empty: '这一天没有开行的车次', emptyHint: '换一个日期，或先导入时刻表。',
  },
  {
    title: 'Release board', purpose: 'How far each train is sold and which follow a release plan.', q: 'Train or station', date: 'Service date', train: 'Train', route: 'Route', departs: 'Departs', plan: 'Plan',
    planned: 'published', draft: 'draft', open: 'all open', sold: (sold: string, seats: string) => `${sold} / ${seats}`, empty: 'No train runs on this date', emptyHint: 'Choose another date, or import a timetable first.',
  },
)

const defaults = { q: '', date: '' }
const shownClasses = ['business', 'first', 'second', 'standing'] as const

export default function Release() {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { formats } = useAppearance()
  const place = usePlaceName()
  const clock = useClockText()
  const navigate = useNavigate()
  const now = useNow()
  const [filters, change, reset] = useFilters(defaults)
  const date = filters.date || formats.isoDate(now)
  const board = useQuery({ queryKey: ['release-board', date], queryFn: async () => itemsOf(await api.releaseBoard(date)), refetchInterval: 15_000 })
  const needle = filters.q.trim().toLowerCase()
  const trains = (board.data ?? []).filter(
    (train) => needle === '' || `${train.trainCode} ${place(train.from)} ${place(train.to)}`.toLowerCase().includes(needle),
  )
  const present = shownClasses.filter((seatClass) => trains.some((train) => train.classes.some((offer) => offer.seatClass === seatClass)))
  const columns: TableProps<ReleaseTrain>['columns'] = [
    { title: t.train, render: (_, train) => <b className="num">{train.trainCode}</b>, sorter: (a, b) => a.trainCode.localeCompare(b.trainCode) },
    { title: t.route, render: (_, train) => `${place(train.from)} → ${place(train.to)}` },
    { title: t.departs, align: 'right', className: 'num', render: (_, train) => clock(train.departs), sorter: (a, b) => a.departs.localeCompare(b.departs) },
    ...present.map((seatClass) => ({
      title: s.classes[seatClass],
      width: 170,
      sorter: (a: ReleaseTrain, b: ReleaseTrain) => fillOf(a, seatClass) - fillOf(b, seatClass),
      render: (_: unknown, train: ReleaseTrain) => <Fill train={train} seatClass={seatClass} />,
    })),
    { title: t.plan, render: (_, train) => <PlanMark state={train.planState} /> },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <FilterBar onReset={filters.q || filters.date ? reset : undefined}>
        <Input.Search allowClear placeholder={t.q} aria-label={t.q} defaultValue={filters.q} key={filters.q} style={{ width: 240 }} onSearch={(q) => change({ q })} />
        <DatePicker aria-label={t.date} value={dayjs(date)} allowClear={false} onChange={(day) => change({ date: day?.format('YYYY-MM-DD') ?? '' })} />
      </FilterBar>
      <ListTable
        list={{ items: trains, loading: board.isPending, error: board.error, more: false, loadingMore: false, loadMore: () => undefined, reload: () => void board.refetch() }}
        columns={columns}
        rowKey="runId"
        onOpen={(train) => void navigate(`/release/${encodeURIComponent(train.runId)}?class=second`)}
        filtered={needle !== ''}
        onClear={reset}
        empty={{ title: t.empty, hint: t.emptyHint }}
      />
    </Page>
  )
}

function fillOf(train: ReleaseTrain, seatClass: string): number {
  return train.classes.find((offer) => offer.seatClass === seatClass)?.fill ?? -1
}

function Fill({ train, seatClass }: { train: ReleaseTrain; seatClass: string }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const offer = train.classes.find((one) => one.seatClass === seatClass)
  if (!offer) return <span className="w-quiet">—</span>
  return (
    <span className="fill" title={t.sold(formats.count(offer.sold), formats.count(offer.seats))}>
      <span className="fill-track">
        <span className="fill-bar" style={{ width: `${Math.min(offer.fill, 1) * 100}%` }} />
      </span>
      <span className="num">{formats.percent(offer.fill, 0)}</span>
    </span>
  )
}

function PlanMark({ state }: { state: string | null | undefined }) {
  const t = useTexts(texts)
  if (state === 'published') return <Mark tone="indigo">{t.planned}</Mark>
  if (state === 'draft') return <Mark>{t.draft}</Mark>
  return <span className="w-quiet">{t.open}</span>
}
