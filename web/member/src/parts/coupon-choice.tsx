import { dictionary, useAppearance, useTexts, Why } from '@waystation/design'
import type { Shapes } from '@waystation/client'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { api } from '../data/api'

type Offers = Shapes['benefits.MemberCartPrice']

/** The best of all, one coupon by its id, or none. */
export type CouponPick = 'best' | 'none' | string

const texts = dictionary(
  { title: '优惠券', best: '最划算', none: '不用优惠券', off: (amount: string) => `省 ${amount}`, no: '本单不能用', whyBest: '为什么这样最划算', estimate: '按票面价估算，下单后按每位乘车人的票价计算' },
  { title: 'Coupons', best: 'Best for you', none: 'Use no coupon', off: (amount: string) => `${amount} off`, no: 'Not for this order', whyBest: 'Why this is best', estimate: 'From the full fare; the order counts with the fare of each traveller' },
)

/** What the member's coupons would take off so many tickets; undefined while nobody knows. */
export function useCouponOffers(seatClass: string, fareMinor: number, tickets: number): Offers | undefined {
  const lines = Array.from({ length: tickets }, (_, index) => ({ key: `ticket-${index + 1}`, product: `rail.${seatClass}`, minor: fareMinor }))
  return useQuery({
    queryKey: ['coupon-offers', seatClass, fareMinor, tickets],
    queryFn: () => api.offers({ cart: { currency: 'CNY', lines, facts: { seatClass } }, coupons: null }),
    enabled: tickets > 0,
  }).data
}

/** What is sent with the order, and what it takes off. */
export function picked(offers: Offers | undefined, pick: CouponPick): { coupons: string[]; off: number } {
  if (!offers || pick === 'none') return { coupons: [], off: 0 }
  const price = pick === 'best' ? offers.best : offers.coupons.find((one) => one.id === pick)?.price
  return { coupons: price?.applied.map((one) => one.coupon) ?? [], off: price?.discountMinor ?? 0 }
}

/** Coupons at the checkout: the best set is proposed, any other one or none may be chosen. */
export function CouponChoice({ offers, pick, onPick }: { offers: Offers | undefined; pick: CouponPick; onPick(next: CouponPick): void }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const group = useId()
  if (!offers || offers.coupons.length === 0) return null
  const { best } = offers
  const shown = pick === 'best' && best.applied.length === 0 ? 'none' : pick
  const off = (minor: number) => t.off(formats.money({ minor, currency: 'CNY' }))
  const option = (value: CouponPick, words: string) => (
    <label className="m-check m-coupon">
      <input type="radio" name={group} checked={shown === value} onChange={() => onPick(value)} />
      <span>{words}</span>
    </label>
  )
  return (
    <section className="m-card" role="radiogroup" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ul className="m-list">
        {best.applied.length > 0 && (
          <li className="m-between m-coupon-row">
            {option('best', `${t.best} · ${best.applied.map((one) => say(one.name)).join(' + ')}`)}
            <span className="m-right">
              <b className="num m-good">{off(best.discountMinor)}</b> <Why subject={`${t.best} · ${off(best.discountMinor)}`} name={t.whyBest} explanation={best.why} />
            </span>
          </li>
        )}
        {offers.coupons.map(({ id, price }) => {
          const name = say((price.applied[0] ?? price.skipped[0])?.name)
          return (
            <li key={id} className="m-between m-coupon-row">
              {price.applied.length > 0 ? option(id, name) : <span className="m-quiet">{`${name} · ${t.no}`}</span>}
              <span className="m-right">
                {price.applied.length > 0 && <span className="num">{off(price.discountMinor)}</span>} <Why subject={name} explanation={price.why} />
              </span>
            </li>
          )
        })}
        <li>{option('none', t.none)}</li>
      </ul>
      <p className="m-quiet">{t.estimate}</p>
    </section>
  )
}
