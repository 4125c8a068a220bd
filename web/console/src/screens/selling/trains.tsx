import type { Train } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { Button, DatePicker, Input, type TableProps } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useNow, useStaff } from '../../data/session'
import { FilterBar, ListTable, Page } from '../../shell/page'
import { TrainDrawer } from './train-drawer'
import { useClockText, usePlaceName } from './words'

const texts = dictionary(
  {
    title: '时刻与车次', purpose: '哪些车、哪天开、停哪些站。', import: '导入时刻表', q: '车次或车站', date: '开行日期', code: '车次', from: '始发', to: '终到',
    departs: '开', arrives: '到', stops: '停站', runsOn: '开行', daily: '每天', empty: '还没有车次', emptyHint: '导入一份时刻表（GTFS 或 CSV），就能看到车站、车次和开行日期。',
  },
  {
    title: 'Timetable', purpose: 'Which trains run, on which dates, calling where.', import: 'Import timetable', q: 'Train or station', date: 'Service date', code: 'Train', from: 'From', to: 'To',
    departs: 'Departs', arrives: 'Arrives', stops: 'Calls', runsOn: 'Runs', daily: 'daily', empty: 'No trains yet', emptyHint: 'Import a timetable (GTFS or CSV) to see stations, trains and the dates they run.',
  },
)

const defaults = { q: '', date: '', train: '' }

export default function Trains() {
  const t = useTexts(texts)
  const staff = useStaff()
  const place = usePlaceName()
  const clock = useClockText()
  const { formats } = useAppearance()
  const now = useNow()
  const [filters, change, reset] = useFilters(defaults)
  const date = filters.date || formats.isoDate(now)
  const list = useCursorList('trains', api.trains, { q: filters.q, date })
  const chosen = list.items.find((train) => train.trainId === filters.train || train.code === filters.train) ?? null

  const columns: TableProps<Train>['columns'] = [
    { title: t.code, dataIndex: 'code', render: (code: string) => <b className="num">{code}</b> },
    { title: t.from, render: (_, train) => place(train.from) },
    { title: t.to, render: (_, train) => place(train.to) },
    { title: t.departs, align: 'right', className: 'num', render: (_, train) => clock(train.departs) },
    { title: t.arrives, align: 'right', className: 'num', render: (_, train) => clock(train.arrives) },
    { title: t.stops, align: 'right', className: 'num', dataIndex: 'stops' },
    { title: t.runsOn, render: (_, train) => runsText(train.runsOn, t.daily) },
  ]
  const importButton = staff.may('timetable.import') && (
    <Link to="/trains/import">
      <Button type="primary">{t.import}</Button>
    </Link>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={importButton}>
      <FilterBar onReset={filters.q || filters.date ? reset : undefined}>
        <Input.Search allowClear placeholder={t.q} aria-label={t.q} defaultValue={filters.q} key={filters.q} style={{ width: 240 }} onSearch={(q) => change({ q })} />
        <DatePicker aria-label={t.date} value={dayjs(date)} allowClear={false} onChange={(day) => change({ date: day?.format('YYYY-MM-DD') ?? '' })} />
      </FilterBar>
      <ListTable
        list={list}
        columns={columns}
        rowKey="trainId"
        onOpen={(train) => change({ train: train.trainId })}
        filtered={filters.q !== ''}
        onClear={reset}
        empty={{ title: t.empty, hint: t.emptyHint, action: importButton }}
      />
      <TrainDrawer train={chosen} date={date} onClose={() => change({ train: '' })} />
    </Page>
  )
}

function runsText(runsOn: Train['runsOn'], daily: string): string {
  if (!runsOn) return daily
  return runsOn.length > 3 ? `${runsOn[0]} … ${runsOn.at(-1)} (${runsOn.length})` : runsOn.join(', ')
}
