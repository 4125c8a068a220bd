import { useQuery } from '@tanstack/react-query'
import type { CartPrice, Shapes } from '@waystation/client'
import { ErrorState, useAppearance, useTexts, Why } from '@waystation/design'
import { Input, Radio, type InputRef } from 'antd'
import { useEffect, useState, type RefObject } from 'react'
import { api } from '../../data/client'
import { windowWords } from './words'

type Offers = Shapes['benefits.MemberCartPrice']
/** The best of all, one coupon by its id or code, or none. */
export type CouponPick = 'best' | 'none' | string

/** What the member's coupons and typed codes would take off these fares. */
export function useWindowOffers(memberId: string, seatClass: string, fares: number[], codes: string[]) {
  const lines = fares.map((minor, index) => ({ key: `ticket-${index + 1}`, product: `rail.${seatClass}`, minor }))
  return useQuery({
    queryKey: ['window-offers', memberId, seatClass, fares, codes],
    queryFn: () => api.windowOffers(memberId, { cart: { currency: 'CNY', lines, facts: { seatClass } }, coupons: codes }),
    enabled: memberId !== '' && fares.length > 0,
    placeholderData: (before) => before,
  })
}

/** What is sent with the order, and what it takes off. */
export function picked(offers: Offers | undefined, pick: CouponPick): { coupons: string[]; off: number } {
  const price = !offers || pick === 'none' ? undefined : pick === 'best' ? offers.best : offers.coupons.find((one) => one.id === pick)?.price
  return { coupons: price?.applied.map((one) => one.coupon) ?? [], off: price?.discountMinor ?? 0 }
}

interface ChoiceProps {
  offers: ReturnType<typeof useWindowOffers>
  pick: CouponPick
  codes: string[]
  input: RefObject<InputRef | null>
  onPick(next: CouponPick): void
  onCodes(next: string[]): void
  onDone(): void
}

/** Coupons at the window: the best set is proposed with its reason; another, a code or none may be chosen. */
export function CouponChoice({ offers, pick, codes, input, onPick, onCodes, onDone }: ChoiceProps) {
  const t = useTexts(windowWords)
  const { say, formats } = useAppearance()
  const [typed, setTyped] = useState('')
  const off = (minor: number) => `−${formats.money({ minor, currency: 'CNY' })}`
  const name = (price: CartPrice) => say((price.applied[0] ?? price.skipped[0])?.name)
  const add = () => {
    const code = typed.trim()
    setTyped('')
    if (code === '') return onDone()
    setRefused([])
    onPick('best')
    onCodes([...codes.filter((one) => one !== code), code])
  }
  const known = offers.data
  const wrong = known?.coupons.filter((one) => codes.includes(one.id) && one.price.applied.length === 0) ?? []
  const [refused, setRefused] = useState<typeof wrong>([])
  useEffect(() => {
    // A code that does not work is said once and not asked for again: each asking counts as a guess.
    if (wrong.length === 0) return
    setRefused(wrong)
    onCodes(codes.filter((code) => !wrong.some((one) => one.id === code)))
    // Only a fresh answer says which codes do not work.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [known])
  const usable = known?.coupons.filter((one) => one.price.applied.length > 0) ?? []
  const others = known?.coupons.filter((one) => one.price.applied.length === 0 && !codes.includes(one.id)) ?? []
  const best = known?.best
  return (
    <section aria-label={t.coupon} className="window-coupons">
      <h3 className="drawer-title">{t.coupon}</h3>
      {offers.error && <ErrorState error={offers.error} onRetry={() => void offers.refetch()} />}
      {usable.length > 0 && best && (
        <Radio.Group aria-label={t.coupon} value={pick} onChange={(event) => onPick(event.target.value as CouponPick)}>
          <span className="window-coupon">
            <Radio value="best">
              {t.best} · {best.applied.map((one) => say(one.name)).join(' + ')}
            </Radio>
            <span>
              <b className="num">{off(best.discountMinor)}</b> <Why subject={t.best} name={t.whyBest} explanation={best.why} />
            </span>
          </span>
          {usable.map(({ id, price }) => (
            <span key={id} className="window-coupon">
              <Radio value={id}>
                {name(price)} {codes.includes(id) && <small className="w-quiet num">{id}</small>}
              </Radio>
              <span>
                <span className="num">{off(price.discountMinor)}</span> <Why subject={name(price)} explanation={price.why} />
              </span>
            </span>
          ))}
          <span className="window-coupon">
            <Radio value="none">{t.noCoupon}</Radio>
          </span>
        </Radio.Group>
      )}
      {others.map(({ id, price }) => (
        <p key={id} className="window-coupon w-quiet">
          <span>{`${name(price)} · ${t.notHere}`}</span> <Why subject={name(price)} explanation={price.why} />
        </p>
      ))}
      {refused.map(({ id, price }) => (
        <p key={id} className="window-coupon" role="alert">
          <span>{t.badCode(id)}</span> <Why subject={id} explanation={price.why} />
        </p>
      ))}
      <Input ref={input} value={typed} aria-label={t.code} placeholder={t.code} suffix={<small className="w-quiet">{t.codeHint} <kbd>C</kbd></small>} autoComplete="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)} onPressEnter={add} />
    </section>
  )
}
