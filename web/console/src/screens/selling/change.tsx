import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Ticket } from '@waystation/client'
import { dictionary, Drawer, ErrorState, MoneyText, SkeletonBlock, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { App, Button, Input, Radio, Select, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useProblemText } from '../../shell/problem'
import { CouponChoice, picked, useWindowOffers, type CouponPick } from '../window/coupons'
import { PrintedName } from './printed-name'
import { sellingWords } from './words'

const texts = dictionary(
  {
    change: '改签…', title: (who: string) => `改签 ${who} 的票`, day: '乘车日', to: '改为', none: '这一天没有可改的车次', old: '原票', fresh: '新票', added: '补差价', fee: '手续费', returned: '退还差价', kept: '不退的差价', due: '需支付', confirm: '留座，去收款', free: '确认改签',
    effect: '新座位先留住；收款成功前，原车票一直有效。', keep: '不改了', why: '费用说明', not: '不能改签', choose: '先选择车次和席别', upgrade: '同车次', city: '到达城市', off: '优惠', opened: '新座位已留住，请收款',
  },
  {
    change: 'Change…', title: (who: string) => `Change the ticket of ${who}`, day: 'Travel day', to: 'To', none: 'No train to change to on this day', old: 'Old fare', fresh: 'New fare', added: 'Difference', fee: 'Fee', returned: 'Goes back', kept: 'Difference kept', due: 'To pay', confirm: 'Hold the seat', free: 'Change the ticket',
    effect: 'The new seat is held first; the old ticket stays valid until the change is paid.', keep: 'Keep the ticket', why: 'How this came about', not: 'It cannot be changed', choose: 'Choose a train and class first', upgrade: 'same train', city: 'To', off: 'Coupon', opened: 'The new seat is held; take the payment now',
  },
)

interface Choice {
  runId: string
  fromCall: number
  toCall: number
  seatClass: string
}

/** Changes a ticket at the window: another train, another class, or another seat. */
export function ChangeButton({ ticket, memberId }: { ticket: Ticket; memberId: string }) {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.change}
      </Button>
      {open && <ChangeDrawer ticket={ticket} memberId={memberId} onClose={() => setOpen(false)} />}
    </>
  )
}

function ChangeDrawer({ ticket, memberId, onClose }: { ticket: Ticket; memberId: string; onClose(): void }) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { say, formats } = useAppearance()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [, setQuery] = useSearchParams()
  const [date, setDate] = useState(ticket.run.serviceDate)
  const [choice, choose] = useState<Choice | null>(null)
  const [city, setCity] = useState('')
  const [pick, setPick] = useState<CouponPick>('best')
  const [codes, setCodes] = useState<string[]>([])
  const code = useRef<InputRef>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  const cities = useQuery({ queryKey: ['window-cities'], queryFn: async () => (await api.cities('')).items, staleTime: 600_000 })
  const terms = useQuery({ queryKey: ['change-terms', ticket.id], queryFn: () => api.changeTerms(ticket.id), gcTime: 0 })
  const quote = useQuery({ queryKey: ['change-quote', ticket.id, choice], queryFn: () => api.changeQuote(ticket.id, choice!), enabled: choice !== null, gcTime: 0 })
  const change = useAction(
    (wish: Choice & { coupons: string[] }, key) => api.changeTicket(ticket.id, wish, key),
    (order) => {
      void message.success(t.opened)
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'orders' || query.queryKey[0] === 'order' })
      onClose()
      setQuery({ order: order.id })
    },
  )
  const price = quote.data
  const takesCoupon = terms.data?.coupons === true && (price?.added.minor ?? 0) > 0
  const offers = useWindowOffers(memberId, choice?.seatClass ?? '', takesCoupon && price ? [price.added.minor] : [], codes)
  const { coupons, off } = picked(takesCoupon ? offers.data : undefined, pick)
  return (
    <Drawer
      open
      onClose={onClose}
      eyebrow={`${ticket.run.trainCode} ${s.seat(ticket.seat.car, ticket.seat.label)}`}
      title={t.title(ticket.traveller)}
      footer={
        <span className="row-actions">
          <Button onClick={onClose}>{t.keep}</Button>
          <Button ref={confirm} type="primary" disabled={!choice || !price} loading={change.isPending} onClick={() => change.mutate({ ...choice!, coupons }, { onError: (error) => void message.error(problemText(error)) })}>
            {price && price.due.minor - off <= 0 ? t.free : t.confirm}
          </Button>
        </span>
      }
    >
      {terms.error ? (
        <ErrorState error={terms.error} onRetry={() => void terms.refetch()} />
      ) : !terms.data ? (
        <SkeletonBlock height={140} />
      ) : !terms.data.possible ? (
        <>
          <h3 className="drawer-title">{t.not}</h3>
          <p>{say(terms.data.why.sentence)}</p>
          <Why subject={t.not} explanation={terms.data.why} />
        </>
      ) : (
        <div className="stack">
          <label>
            <span className="w-quiet">{t.day}</span>
            <Input
              type="date"
              autoFocus
              value={date}
              onChange={(event) => {
                setDate(event.target.value)
                choose(null)
              }}
            />
          </label>
          {terms.data.elsewhere && (
            <label>
              <span className="w-quiet">{t.city}</span>
              <Select
                showSearch
                aria-label={t.city}
                style={{ width: '100%' }}
                value={city || terms.data.toCity}
                options={(cities.data ?? []).filter((one) => one.code !== terms.data.fromCity).map((one) => ({ value: one.code, label: say(one.name) }))}
                optionFilterProp="label"
                onChange={(next) => {
                  setCity(next)
                  choose(null)
                }}
              />
            </label>
          )}
          <Trains ticket={ticket} terms={{ ...terms.data, toCity: city || terms.data.toCity }} date={date} choice={choice} onChoose={choose} />
          {quote.error && <ErrorState error={quote.error} />}
          {price && (
            <>
              <ul className="plain-list">
                {([[t.old, price.oldFare], [t.fresh, price.newFare], [t.added, price.added], [t.fee, price.fee], [t.returned, price.returned], [t.kept, price.kept]] as const)
                  .filter(([label, value]) => value.minor > 0 || label === t.fee)
                  .map(([label, value]) => (
                    <li key={label}>
                      <span className="w-quiet">{label}</span>
                      <MoneyText value={value} />
                    </li>
                  ))}
                {off > 0 && (
                  <li>
                    <span className="w-quiet">{t.off}</span> <span className="num">−{formats.money({ minor: off, currency: price.due.currency })}</span>
                  </li>
                )}
                <li>
                  <b>{t.due}</b>
                  <span>
                    <b><MoneyText value={{ minor: Math.max(0, price.due.minor - off), currency: price.due.currency }} /></b> <Why subject={t.why} explanation={price.why} />
                  </span>
                </li>
              </ul>
              {takesCoupon && <CouponChoice offers={offers} pick={pick} codes={codes} input={code} onPick={setPick} onCodes={setCodes} onDone={() => confirm.current?.focus()} />}
              <p className="w-quiet">{t.effect}</p>
            </>
          )}
          {!choice && <p className="w-quiet">{t.choose}</p>}
          <PrintedName ticketId={ticket.id} />
        </div>
      )}
    </Drawer>
  )
}

function Trains({ ticket, terms, date, choice, onChoose }: { ticket: Ticket; terms: { fromCity: string; toCity: string; group: string }; date: string; choice: Choice | null; onChoose(choice: Choice): void }) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { formats } = useAppearance()
  const found = useQuery({ queryKey: ['connections', terms, date], queryFn: ({ signal }) => api.connections(terms.fromCity, terms.toCity, date, terms.group, signal), enabled: date !== '' })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <SkeletonBlock height={140} />
  const offers = found.data.items.flatMap((train) =>
    train.classes.filter((offer) => offer.count > 0).map((offer) => ({ train, offer, wish: { runId: train.runId, fromCall: train.fromCall, toCall: train.toCall, seatClass: offer.seatClass } })),
  )
  if (offers.length === 0) return <p className="w-quiet">{t.none}</p>
  return (
    <Radio.Group aria-label={t.to} value={choice ? JSON.stringify(choice) : null} onChange={(event) => onChoose(JSON.parse(event.target.value as string) as Choice)} style={{ maxHeight: 280, overflow: 'auto', display: 'grid', gap: 4 }}>
      {offers.map(({ train, offer, wish }) => (
        <Radio key={JSON.stringify(wish)} value={JSON.stringify(wish)}>
          <b className="num">{train.trainCode}</b> <span className="num">{`${formats.time(train.from.time)} – ${formats.time(train.to.time)}`}</span> {wordFor(s.classes, offer.seatClass)} <MoneyText value={offer.fare} />
          {train.runId === ticket.run.runId && <span className="w-quiet"> {t.upgrade}</span>}
        </Radio>
      ))}
    </Radio.Group>
  )
}
