import { useQuery } from '@tanstack/react-query'
import type { ParkPass, ParkRide, ParkSlot } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, Figure, MoneyText, SkeletonBlock, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { DatePicker, Table, type TableProps } from 'antd'
import dayjs from 'dayjs'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { FilterBar, Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '乐园', purpose: '哪天哪个时段开放多少名额，有哪些项目与票。', date: '入园日期', slots: '入园时段', rides: '游乐项目', passes: '门票与年票',
    time: '时段', capacity: '名额', taken: '已订', left: '剩余', soldDay: '当日已订', ofDay: (share: string) => `占名额 ${share}`, price: '价格', people: '人', perHour: '每小时容量', zone: '园区', name: '名称', height: '身高要求', cm: (n: number) => `${n} cm 起`, anyHeight: '不限', thrill: '刺激程度', thrillOf: (n: number) => `${n} / 5`,
    days: '有效期', daysOf: (n: string) => `${n} 天`, capacityDay: '当日名额', slotCount: '时段数', ridesCount: '项目数', count: '个', noSlots: '这一天没有开放的时段', noSlotsHint: '换一天看看。示例乐园开放未来 15 天。', none: '还没有', noneHint: '开通乐园后会出现在这里。',
  },
  {
    title: 'Park', purpose: 'Which slots open on which day, the rides, and what is sold.', date: 'Day of visit', slots: 'Entry slots', rides: 'Rides', passes: 'Tickets and passes',
    time: 'Slot', capacity: 'Places', taken: 'Booked', left: 'Left', soldDay: 'Booked for the day', ofDay: (share: string) => `${share} of the places`, price: 'Price', people: 'people', perHour: 'Capacity per hour', zone: 'Zone', name: 'Name', height: 'Height', cm: (n: number) => `from ${n} cm`, anyHeight: 'any', thrill: 'Thrill', thrillOf: (n: number) => `${n} of 5`,
    days: 'Valid for', daysOf: (n: string) => `${n} days`, capacityDay: 'Places of the day', slotCount: 'Slots', ridesCount: 'Rides', count: '', noSlots: 'No slot is open on this day', noSlotsHint: 'Try another day. The sample park opens 15 days ahead.', none: 'None yet', noneHint: 'They appear once the park has been set up.',
  },
)

const defaults = { date: '' }

export default function Park() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const now = useNow()
  const [filters, change, reset] = useFilters(defaults)
  const date = filters.date || formats.isoDate(now)
  const slots = useQuery({ queryKey: ['park-slots', date], queryFn: () => api.parkSlots(date), refetchInterval: 5_000 })
  const rides = useQuery({ queryKey: ['park-rides'], queryFn: api.parkRides, staleTime: 600_000 })
  const passes = useQuery({ queryKey: ['park-passes'], queryFn: api.parkPasses, staleTime: 600_000 })
  const open = slots.data?.items ?? []
  const total = (pick: (slot: ParkSlot) => number) => open.reduce((sum, slot) => sum + pick(slot), 0)
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <FilterBar onReset={filters.date ? reset : undefined}>
        <DatePicker aria-label={t.date} value={dayjs(date)} allowClear={false} onChange={(day) => change({ date: day?.format('YYYY-MM-DD') ?? '' })} />
      </FilterBar>
      {slots.data ? (
        <div className="figures">
          <Figure label={t.capacityDay} value={formats.count(total((slot) => slot.capacity))} unit={t.people} note={formats.date(date)} />
          <Figure label={t.soldDay} value={formats.count(total((slot) => slot.taken))} unit={t.people} note={t.ofDay(formats.percent(total((slot) => slot.taken) / Math.max(1, total((slot) => slot.capacity))))} />
          <Figure label={t.slotCount} value={formats.count(open.length)} unit={t.count} />
          <Figure label={t.ridesCount} value={formats.count(rides.data?.items.length ?? 0)} unit={t.count} />
        </div>
      ) : (
        !slots.error && <SkeletonBlock height={96} />
      )}
      <h2 className="section-title">{t.slots}</h2>
      <Part<ParkSlot> of={slots} rowKey="id" empty={{ title: t.noSlots, hint: t.noSlotsHint }} columns={useSlotColumns()} />
      <h2 className="section-title">{t.rides}</h2>
      <Part<ParkRide> of={rides} rowKey="id" empty={{ title: t.none, hint: t.noneHint }} columns={useRideColumns()} />
      <h2 className="section-title">{t.passes}</h2>
      <Part<ParkPass> of={passes} rowKey="id" empty={{ title: t.none, hint: t.noneHint }} columns={usePassColumns()} />
    </Page>
  )
}

interface PartProps<T> {
  of: { data?: { items: T[] }; error: Error | null; refetch(): unknown }
  columns: TableProps<T>['columns']
  rowKey: string
  empty: { title: string; hint: string }
}

function Part<T extends object>({ of, columns, rowKey, empty }: PartProps<T>) {
  if (of.error) return <ErrorState error={of.error} onRetry={() => void of.refetch()} />
  return (
    <div className="w-card list-card">
      {!of.data ? (
        <SkeletonRows rows={4} />
      ) : of.data.items.length === 0 ? (
        <EmptyState {...empty} />
      ) : (
        <Table<T> size="middle" pagination={false} dataSource={of.data.items} rowKey={rowKey} columns={columns} scroll={{ x: 'max-content' }} />
      )}
    </div>
  )
}

function useSlotColumns(): TableProps<ParkSlot>['columns'] {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const number = { align: 'right', className: 'num' } as const
  return [
    { title: t.time, className: 'num', render: (_, slot) => <b>{`${slot.starts.slice(0, 5)}–${slot.ends.slice(0, 5)}`}</b> },
    { title: t.capacity, ...number, render: (_, slot) => formats.count(slot.capacity) },
    { title: t.taken, ...number, render: (_, slot) => formats.count(slot.taken) },
    { title: t.left, ...number, render: (_, slot) => formats.count(slot.capacity - slot.taken) },
    { title: t.price, ...number, render: (_, slot) => <MoneyText value={slot.price} /> },
  ]
}

function useRideColumns(): TableProps<ParkRide>['columns'] {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  return [
    { title: t.name, render: (_, ride) => <b>{say(ride.name)}</b> },
    { title: t.zone, render: (_, ride) => say(ride.zone) },
    { title: t.perHour, align: 'right', className: 'num', render: (_, ride) => formats.count(ride.capacityPerHour) },
    { title: t.height, align: 'right', className: 'num', render: (_, ride) => (ride.minimumCentimetres > 0 ? t.cm(ride.minimumCentimetres) : t.anyHeight) },
    { title: t.thrill, align: 'right', className: 'num', render: (_, ride) => t.thrillOf(ride.thrill) },
  ]
}

function usePassColumns(): TableProps<ParkPass>['columns'] {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  return [
    { title: t.name, render: (_, pass) => <b>{say(pass.name)}</b> },
    { title: t.days, align: 'right', className: 'num', render: (_, pass) => t.daysOf(formats.count(pass.validDays)) },
    { title: t.price, align: 'right', className: 'num', render: (_, pass) => <MoneyText value={pass.price} /> },
  ]
}
