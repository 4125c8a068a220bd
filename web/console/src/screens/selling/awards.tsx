import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type Shapes } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { App, Button, DatePicker, Form, Input, InputNumber, Modal, Select, Space, Table, type TableProps } from 'antd'
import type { Dayjs } from 'dayjs'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useNow, useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { sellingWords } from './words'

type Offer = Shapes['awards.AwardViews.Offer']
type Seat = Shapes['awards.AwardViews.AwardSeat']

const texts = dictionary(
  {
    title: '积分席位', purpose: '用积分兑换的座位：分批开放，不超过已放票数，未兑换的转回售票。', make: '开放积分席位', none: '还没有开放的积分席位', noneHint: '选一趟车和区间，会员就能用积分兑换。', train: '车次', seatClass: '席别', trip: '区间', days: '日期', price: '每元积分', limit: '每人每趟上限', waves: '开放批次', wave: (days: string, seats: string) => `提前 ${days} 天 ${seats} 席`, returns: '转回售票', hours: (n: string) => `开车前 ${n} 小时`, state: '状态', open: '开放', closed: '已关闭', close: '关闭', closeTitle: '关闭这个兑换方案？', closeEffect: '未兑换的席位一分钟内转回售票，已兑换的不变。', keep: '保留', date: '发车', left: '可兑换', taken: '已兑换', returned: '已转回', points: '积分', from: '出发站', to: '到达站', returnHours: '提前几小时转回售票', daysBefore: '提前天数', seats: '席位数', add: '加一批', drop: '删除', missing: '请填写', noRuns: '近期没有符合的车次',
  },
  {
    title: 'Award seats', purpose: 'Seats for points: opened in waves, never more than release has opened, returned to sale when left.', make: 'Offer seats', none: 'No seats are offered yet', noneHint: 'Choose a train and a trip, and members can take seats for points.', train: 'Train', seatClass: 'Class', trip: 'Trip', days: 'Days', price: 'Points a yuan', limit: 'Most per member and train', waves: 'Waves', wave: (days: string, seats: string) => `${seats} seats ${days} days ahead`, returns: 'Returned', hours: (n: string) => `${n} h before departure`, state: 'State', open: 'Open', closed: 'Closed', close: 'Close', closeTitle: 'Close this offer?', closeEffect: 'Seats nobody took return to sale within a minute; taken ones stay.', keep: 'Keep it', date: 'Departs', left: 'Left', taken: 'Taken', returned: 'Returned', points: 'Points', from: 'From', to: 'To', returnHours: 'Returned so many hours ahead', daysBefore: 'Days ahead', seats: 'Seats', add: 'Add a wave', drop: 'Remove', missing: 'Fill this in', noRuns: 'No such train soon',
  },
)

const DAY = 24 * 60

/** Offers of seats for points, and what became of their waves. */
export default function AwardOffers() {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const [making, setMaking] = useState(false)
  const offers = useQuery({ queryKey: ['award-offers'], queryFn: async () => itemsOf(await api.awardOffers()) })
  const close = useAction(({ id }: { id: string }, key) => api.closeAwardOffer(id, key), () => void queries.invalidateQueries({ queryKey: ['award-offers'] }))
  const columns: TableProps<Offer>['columns'] = [
    { title: t.train, render: (_, one) => <b className="num">{one.terms.trainCode}</b> },
    { title: t.trip, render: (_, one) => <>{say(one.from)} → {say(one.to)}</> },
    { title: t.seatClass, render: (_, one) => wordFor(s.classes, one.terms.seatClass) },
    { title: t.days, render: (_, one) => `${formats.date(one.terms.firstDate)} – ${formats.date(one.terms.lastDate)}` },
    { title: t.price, align: 'right', className: 'num', render: (_, one) => formats.count(one.terms.pointsPerYuan) },
    { title: t.limit, align: 'right', className: 'num', render: (_, one) => formats.count(one.terms.memberLimit) },
    { title: t.waves, render: (_, one) => one.terms.waves.map((wave) => <div key={wave.minutesBefore}>{t.wave(formats.count(wave.minutesBefore / DAY), formats.count(wave.seats))}</div>) },
    { title: t.returns, render: (_, one) => t.hours(formats.count(one.terms.returnsMinutes / 60)) },
    { title: t.state, render: (_, one) => <Mark tone={one.open ? 'good' : 'plain'}>{one.open ? t.open : t.closed}</Mark> },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        staff.may('release.plan') &&
        one.open && (
          <Button size="small" type="text" danger onClick={() => modal.confirm({ title: t.closeTitle, content: t.closeEffect, okText: t.close, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => close.mutate({ id: one.id }) })}>
            {t.close}
          </Button>
        ),
    },
  ]
  const make = staff.may('release.plan') && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t.make}
    </Button>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={make}>
      <section className="w-card list-card">
        {close.error && <ErrorState error={close.error} kept />}
        {offers.error ? (
          <ErrorState error={offers.error} onRetry={() => void offers.refetch()} />
        ) : !offers.data ? (
          <SkeletonBlock />
        ) : offers.data.length === 0 ? (
          <EmptyState title={t.none} hint={t.noneHint} action={make} />
        ) : (
          <Table size="middle" columns={columns} dataSource={offers.data} rowKey="id" pagination={false} scroll={{ x: true }} expandable={{ expandedRowRender: (one) => <Runs offer={one} />, defaultExpandedRowKeys: [offers.data[0]?.id ?? ''] }} />
        )}
      </section>
      {making && <MakeOffer onClose={() => setMaking(false)} />}
    </Page>
  )
}

function Runs({ offer }: { offer: Offer }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const runs = useQuery({ queryKey: ['award-offers', offer.id], queryFn: async () => itemsOf(await api.awardRuns(offer.id)), refetchInterval: 15_000 })
  const count = (title: string, of: (one: Seat) => number) => ({ title, align: 'right' as const, className: 'num', render: (_: unknown, one: Seat) => formats.count(of(one)) })
  if (runs.error) return <ErrorState error={runs.error} />
  if (!runs.data) return <SkeletonBlock />
  if (runs.data.length === 0) return <p className="w-quiet">{t.noRuns}</p>
  return (
    <Table<Seat>
      size="small"
      dataSource={runs.data}
      rowKey="runId"
      pagination={false}
      columns={[
        { title: t.date, render: (_, one) => <DateTimeText at={one.from.time} /> },
        count(t.points, (one) => one.points),
        { title: t.left, align: 'right', className: 'num', render: (_, one) => <>{formats.count(one.left)} <Why subject={`${t.left} ${one.left}`} explanation={one.why ?? null} /></> },
        count(t.taken, (one) => one.taken),
        count(t.returned, (one) => one.returned),
      ]}
    />
  )
}

interface Asked { train: string; seatClass: string; from: string; to: string; days: [Dayjs, Dayjs]; price: number; limit: number; returnHours: number; waves: { days: number; seats: number }[] }

function MakeOffer({ onClose }: { onClose(): void }) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { say, formats } = useAppearance()
  const queries = useQueryClient()
  const today = dayjs(formats.isoDate(useNow()))
  const [q, search] = useState('')
  const stations = useQuery({ queryKey: ['stations', q], queryFn: async () => itemsOf(await api.stations({ q })) })
  const make = useAction(
    (asked: Asked, key) =>
      api.makeAwardOffer(
        {
          trainCode: asked.train.trim().toUpperCase(), seatClass: asked.seatClass, fromStation: asked.from, toStation: asked.to, firstDate: asked.days[0].format('YYYY-MM-DD'), lastDate: asked.days[1].format('YYYY-MM-DD'), pointsPerYuan: asked.price, memberLimit: asked.limit, returnsMinutes: asked.returnHours * 60,
          waves: asked.waves.map((wave) => ({ minutesBefore: wave.days * DAY, seats: wave.seats })),
        },
        key,
      ),
    () => {
      void queries.invalidateQueries({ queryKey: ['award-offers'] })
      onClose()
    },
  )
  const rules = [{ required: true, message: t.missing }]
  const station = (name: 'from' | 'to', label: string) => (
    <Form.Item name={name} label={label} rules={rules}>
      <Select showSearch filterOption={false} onSearch={search} options={(stations.data ?? []).map((one) => ({ value: one.code, label: `${say(one.name)} ${one.code}` }))} />
    </Form.Item>
  )
  const number = (name: 'price' | 'limit' | 'returnHours', label: string, most: number) => (
    <Form.Item name={name} label={label} rules={rules}>
      <InputNumber min={1} max={most} style={{ width: '100%' }} />
    </Form.Item>
  )
  return (
    <Modal open onCancel={onClose} title={t.make} footer={null} width={520}>
      <Form<Asked> layout="vertical" requiredMark={false} className="coupon-form" initialValues={{ seatClass: 'second', days: [today, today.add(30, 'day')], price: 100, limit: 2, returnHours: 2, waves: [{ days: 14, seats: 4 }, { days: 1, seats: 2 }] }} onFinish={(asked) => make.mutate(asked)}>
        <Form.Item name="train" label={t.train} rules={rules}>
          <Input maxLength={12} />
        </Form.Item>
        <Form.Item name="seatClass" label={t.seatClass} rules={rules}>
          <Select options={Object.entries(s.classes).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        {station('from', t.from)}
        {station('to', t.to)}
        <Form.Item name="days" label={t.days} rules={rules}>
          <DatePicker.RangePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        {number('price', t.price, 100_000)}
        {number('limit', t.limit, 9)}
        {number('returnHours', t.returnHours, 720)}
        <Form.List name="waves">
          {(fields, { add, remove }) => (
            <Form.Item label={t.waves}>
              {fields.map((field) => (
                <Space key={field.key} align="baseline">
                  <Form.Item name={[field.name, 'days']} rules={rules} noStyle>
                    <InputNumber min={1} max={40} addonBefore={t.daysBefore} aria-label={t.daysBefore} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'seats']} rules={rules} noStyle>
                    <InputNumber min={1} max={200} addonBefore={t.seats} aria-label={t.seats} />
                  </Form.Item>
                  {fields.length > 1 && <Button type="text" onClick={() => remove(field.name)}>{t.drop}</Button>}
                </Space>
              ))}
              <Button type="text" onClick={() => add({ days: 3, seats: 2 })}>{t.add}</Button>
            </Form.Item>
          )}
        </Form.List>
        <div className="coupon-form-end">
          {make.error && <ErrorState error={make.error} kept />}
          <Button type="primary" htmlType="submit" loading={make.isPending}>
            {t.make}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}
