import { useQueries, useQuery } from '@tanstack/react-query'
import { Problem, type Order } from '@waystation/client'
import { ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Checkbox, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { sellingWords, useClockText, usePlaceName } from '../selling/words'
import { CouponChoice, picked, useWindowOffers, type CouponPick } from './coupons'
import type { Choice, Way } from './trains'
import { windowWords } from './words'

interface BasketProps {
  memberId: string
  way: Way
  choice: Choice
  enter: { current: () => void }
  onBack(): void
  onHeld(order: Order): void
}

/** Who travels, with which coupon, for how much; Enter in the list of trains holds the seats. */
export function Basket({ memberId, way, choice, enter, onBack, onHeld }: BasketProps) {
  const t = useTexts(windowWords)
  const s = useTexts(sellingWords)
  const { formats } = useAppearance()
  const clock = useClockText()
  const place = usePlaceName()
  const people = useRef<HTMLUListElement>(null)
  const code = useRef<InputRef>(null)
  const [chosen, setChosen] = useState<string[] | null>(null)
  const [pick, setPick] = useState<CouponPick>('best')
  const [codes, setCodes] = useState<string[]>([])
  const travellers = useQuery({ queryKey: ['window-travellers', memberId], queryFn: async () => (await api.memberTravellers(memberId)).items })
  const all = travellers.data ?? []
  const ids = chosen ?? all.filter((one) => one.self).map((one) => one.id)
  const going = all.filter((one) => ids.includes(one.id))
  const fares = useFares(way, choice, going.map((one) => one.group))
  const offers = useWindowOffers(memberId, choice.offer.seatClass, fares, codes)
  const { coupons, off } = picked(offers.data, pick)
  const before = fares.reduce((sum, fare) => sum + fare, 0)
  const money = (minor: number) => formats.money({ minor, currency: choice.offer.fare.currency })
  const hold = useAction((wish: Parameters<typeof api.placeOrder>[0], key) => api.placeOrder(wish, key), onHeld)
  const knows = !travellers.isPending && !offers.isFetching
  const [waiting, wait] = useState(false)
  const send = (atFullFare: string[]) => {
    // Who is quicker than the price is not made to press again.
    wait(!knows)
    if (!knows || going.length === 0 || hold.isPending) return
    hold.mutate({ memberId, runId: choice.train.runId, fromCall: choice.train.fromCall, toCall: choice.train.toCall, seatClass: choice.offer.seatClass, travellerIds: ids, coupons, atFullFare })
  }
  // The list of trains has the cursor; its Enter is ours.
  useEffect(() => {
    if (waiting && knows) send([])
    enter.current = () => send([])
    return () => {
      enter.current = () => undefined
    }
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || (event.target as HTMLElement).closest('input:not([type=checkbox]), .ant-select')) return
      const key = event.key.toLowerCase()
      if (key === 'c') code.current?.focus()
      else if (key === 't') people.current?.querySelector('input')?.focus()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  const { train, offer } = choice
  return (
    <>
      <p>
        <b className="num window-code">{train.trainCode}</b> {wordFor(s.classes, offer.seatClass)}
        <span className="w-quiet num window-route">
          {formats.date(way.date)} {place(train.from)} {clock(train.from.time)} → {place(train.to)} {clock(train.to.time)}
        </span>
      </p>
      <h3 className="drawer-title">
        {t.travellers} <kbd>T</kbd>
      </h3>
      {travellers.error ? (
        <ErrorState error={travellers.error} onRetry={() => void travellers.refetch()} />
      ) : travellers.isPending ? (
        <SkeletonBlock height={32} />
      ) : (
        <ul ref={people} className="plain-list" onKeyDown={(event) => event.key === 'Enter' && onBack()}>
          {all.map((one) => (
            <li key={one.id}>
              <Checkbox checked={ids.includes(one.id)} onChange={() => setChosen(ids.includes(one.id) ? ids.filter((id) => id !== one.id) : [...ids, one.id])}>
                {one.name} <span className="w-quiet num">{one.document.number}</span>
              </Checkbox>
              <Mark>{s.groups[one.group as keyof typeof s.groups] ?? one.group}</Mark>
            </li>
          ))}
        </ul>
      )}
      <CouponChoice offers={offers} pick={pick} codes={codes} input={code} onPick={setPick} onCodes={setCodes} onDone={onBack} />
      <ul className="plain-list window-price">
        {off > 0 && (
          <>
            <li>
              <span className="w-quiet">{t.before}</span> <span className="num">{money(before)}</span>
            </li>
            <li>
              <span className="w-quiet">{t.off}</span> <span className="num">−{money(off)}</span>
            </li>
          </>
        )}
        <li>
          <b>{t.after}</b> <b className="num window-sum">{money(Math.max(0, before - off))}</b>
        </li>
      </ul>
      {hold.error && <ErrorState error={hold.error} kept />}
      {hold.error instanceof Problem && hold.error.code.startsWith('STUDENT_') && <Button onClick={() => send(ids)}>{t.atFullFare}</Button>}
      <Button type="primary" size="large" disabled={going.length === 0} loading={hold.isPending} onClick={() => send([])}>
        {going.length === 0 && all.length > 0 ? t.noTraveller : hold.isPending ? t.holding : t.hold} <kbd>Enter</kbd>
      </Button>
    </>
  )
}

/** What each traveller pays before coupons: the search says it group by group. */
function useFares(way: Way, { train, offer }: Choice, groups: string[]): number[] {
  const others = [...new Set(groups)].filter((group) => group !== 'general')
  const found = useQueries({ queries: others.map((group) => ({ queryKey: ['connections', way.from, way.to, way.date, group], queryFn: ({ signal }: { signal: AbortSignal }) => api.connections(way.from, way.to, way.date, group, signal) })) })
  return groups.map((group) => {
    const same = found[others.indexOf(group)]?.data?.items.find((one) => one.runId === train.runId && one.fromCall === train.fromCall && one.toCall === train.toCall)
    return same?.classes.find((one) => one.seatClass === offer.seatClass)?.fare.minor ?? offer.fare.minor
  })
}
