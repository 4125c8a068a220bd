import { EmptyState, ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Problem, useAction } from '@waystation/client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { api, type Connection, type Offer } from '../data/api'
import { useTravellers } from '../data/session'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { AwardLine } from '../parts/award-line'
import { BenefitLine } from '../parts/benefit-line'
import { CouponChoice, picked as pickedCoupons, useCouponOffers, type CouponPick } from '../parts/coupon-choice'
import { Page } from '../parts/page'
import { AddTraveller } from './travellers'

export function Book() {
  const t = useTexts(words)
  const { say, formats } = useAppearance()
  const go = useNavigate()
  const queries = useQueryClient()
  const chosen = useLocation().state as { train: Connection; offer: Offer } | null
  const travellers = useTravellers()
  const [picked, setPicked] = useState<string[] | null>(null)
  const selected = picked ?? (travellers.data ?? []).filter((one) => one.self).map((one) => one.id)
  const [pick, setPick] = useState<CouponPick>('best')
  const offers = useCouponOffers(chosen?.offer.seatClass ?? '', chosen?.offer.fare.minor ?? 0, chosen ? selected.length : 0)
  const { coupons, off } = pickedCoupons(offers, pick)
  const place = useAction(api.placeOrder, (order) => {
    void queries.invalidateQueries({ queryKey: ['trips'] })
    void go(`/orders/${order.id}`, { replace: true })
  })
  if (!chosen) {
    return (
      <Page title={t.buy} back="/">
        <EmptyState title={t.noTrains} action={<Link to="/search">{t.search}</Link>} />
      </Page>
    )
  }
  const { train, offer } = chosen
  const confirm = (atFullFare: string[]) => place.mutate({ runId: train.runId, fromCall: train.fromCall, toCall: train.toCall, seatClass: offer.seatClass, travellerIds: selected, atFullFare, coupons })
  const toggle = (id: string) => setPicked(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
  return (
    <Page title={`${say(train.from.name)} → ${say(train.to.name)}`} back="/search">
      <section className="m-card">
        <b>{`${train.trainCode} ${wordFor(t.classes, offer.seatClass)}`}</b>
        <p className="m-quiet">{`${formats.dateTime(train.from.time)} – ${formats.time(train.to.time)}`}</p>
      </section>
      <section className="m-card">
        <h2>{t.whoTravels}</h2>
        <Asked of={travellers}>
          {(all) => (
            <ul className="m-list">
              {all.map((one) => (
                <li key={one.id}>
                  <label className="m-check m-traveller">
                    <input type="checkbox" checked={selected.includes(one.id)} onChange={() => toggle(one.id)} />
                    <span>
                      <b>{one.name}</b> <span className="m-quiet num">{one.document.number}</span>
                    </span>
                    <span className="m-tag">{t.groups[one.group as 'general'] ?? one.group}</span>
                  </label>
                </li>
              ))}
            </ul>
          )}
        </Asked>
        <AddTraveller />
      </section>
      <CouponChoice offers={offers} pick={pick} onPick={setPick} />
      <AwardLine train={train} seatClass={offer.seatClass} />
      <BenefitLine />
      {place.error && <ErrorState error={place.error} kept />}
      {place.error instanceof Problem && place.error.code.startsWith('STUDENT_') && (
        <button type="button" className="m-second" disabled={place.isPending} onClick={() => confirm(selected)}>
          {t.atFullFare}
        </button>
      )}
      <footer className="m-pay-bar">
        <span>
          {t.total} <b className="num">{formats.money({ minor: Math.max(0, offer.fare.minor * selected.length - off), currency: offer.fare.currency })}</b>
        </span>
        <button type="button" className="m-primary" disabled={selected.length === 0 || place.isPending} onClick={() => confirm([])}>
          {place.isPending ? t.holding : selected.length === 0 ? t.pickTravellers : t.confirm}
        </button>
      </footer>
    </Page>
  )
}
