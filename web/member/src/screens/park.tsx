import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction, type ParkSlot } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../data/api'
import { useWorld } from '../data/session'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'

const texts = dictionary(
  {
    title: '乐园入园', day: '哪一天', people: '几位', fewer: '少一位', more: '多一位', left: (n: string) => `余 ${n}`, full: '已满', over: '已结束', book: (price: string) => `预订，付 ${price}`, choose: '请选一个入园时段', none: '这一天没有开放的时段', noneHint: '换一天看看',
    mine: '我的入园预约', party: (n: string) => `${n} 位`, states: { held: '待付款', paid: '已付款，凭会员码入园', expired: '已过期，名额已放回' }, perHead: (price: string) => `每位 ${price}`,
  },
  {
    title: 'Visit the park', day: 'Which day', people: 'How many', fewer: 'One fewer', more: 'One more', left: (n: string) => `${n} left`, full: 'Full', over: 'Over', book: (price: string) => `Book for ${price}`, choose: 'Choose a time to enter', none: 'No slot is open on this day', noneHint: 'Try another day',
    mine: 'My park visits', party: (n: string) => (n === '1' ? '1 person' : `${n} people`), states: { held: 'To be paid', paid: 'Paid; show your member code to enter', expired: 'Expired; the places went back' }, perHead: (price: string) => `${price} each`,
  },
)

const most = 9
const hours = (slot: { starts: string; ends: string }) => `${slot.starts.slice(0, 5)}–${slot.ends.slice(0, 5)}`

/** A day, a time to enter, how many people; then the cashier. */
export function ParkScreen() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const go = useNavigate()
  const queries = useQueryClient()
  const now = useWorld().data?.now ?? new Date().toISOString()
  const today = formats.isoDate(now)
  const [day, setDay] = useState('')
  const [slot, setSlot] = useState<ParkSlot | null>(null)
  const [people, setPeople] = useState(2)
  const date = day || today
  const slots = useQuery({ queryKey: ['park-slots', date], queryFn: () => api.parkSlots(date), refetchInterval: 15_000 })
  const buy = useAction(
    (wish: { slot: string; people: number }, key) => api.bookPark(wish.slot, wish.people, key),
    (order) => {
      void queries.invalidateQueries({ queryKey: ['park-orders'] })
      if (order.intentId) void go(`/pay/${order.intentId}?for=park`)
    },
    () => void slots.refetch(),
  )
  const isOver = (one: ParkSlot) => date === today && one.ends.slice(0, 5) <= formats.time(now)
  return (
    <Page title={t.title} back="/">
      <section className="m-card">
        <label className="m-field">
          <span className="m-quiet">{t.day}</span>
          <input
            className="m-input num"
            type="date"
            min={today}
            value={date}
            onChange={(event) => {
              setDay(event.target.value)
              setSlot(null)
            }}
          />
        </label>
        <Asked of={slots}>
          {(found) =>
            found.items.length === 0 ? (
              <EmptyState title={t.none} hint={t.noneHint} />
            ) : (
              <div className="m-slots" role="radiogroup" aria-label={t.choose}>
                {found.items.map((one) => {
                  const left = one.capacity - one.taken
                  const closed = left < people || isOver(one)
                  return (
                    <button key={one.id} type="button" role="radio" aria-checked={slot?.id === one.id} className="m-slot" disabled={closed} onClick={() => setSlot(one)}>
                      <b className="num">{hours(one)}</b>
                      <span>{t.perHead(formats.money(one.price))}</span>
                      <span className="num">{isOver(one) ? t.over : left === 0 ? t.full : t.left(formats.count(left))}</span>
                    </button>
                  )
                })}
              </div>
            )
          }
        </Asked>
        <div className="m-between">
          <span>{t.people}</span>
          <span className="m-stepper">
            <button type="button" className="m-switch" aria-label={t.fewer} disabled={people <= 1} onClick={() => setPeople(people - 1)}>
              −
            </button>
            <b className="num">{people}</b>
            <button type="button" className="m-switch" aria-label={t.more} disabled={people >= most} onClick={() => setPeople(people + 1)}>
              +
            </button>
          </span>
        </div>
        {buy.error && <ErrorState error={buy.error} />}
        <button type="button" className="m-primary" disabled={!slot || buy.isPending} onClick={() => slot && buy.mutate({ slot: slot.id, people })}>
          {slot ? t.book(formats.money({ minor: slot.price.minor * people, currency: slot.price.currency })) : t.choose}
        </button>
      </section>
      <Visits />
    </Page>
  )
}

function Visits() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const mine = useQuery({ queryKey: ['park-orders'], queryFn: api.parkOrders })
  if (!mine.data || mine.data.items.length === 0) return null
  return (
    <section className="m-card">
      <h2>{t.mine}</h2>
      <ul className="m-list">
        {mine.data.items.map((visit) => (
          <li key={visit.id}>
            <div className="m-between">
              <b>{`${formats.date(visit.date)} ${hours(visit)}`}</b>
              <span className="num">{t.party(formats.count(visit.people))}</span>
            </div>
            <span className="m-quiet">{wordFor(t.states, visit.status)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The way there from the home page. */
export function ParkLink() {
  const t = useTexts(texts)
  return (
    <Link className="m-action m-card" to="/park">
      <b>{t.title}</b>
      <span aria-hidden="true">→</span>
    </Link>
  )
}
