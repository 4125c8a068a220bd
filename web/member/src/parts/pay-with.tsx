import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { useQuery } from '@tanstack/react-query'
import { api, type Order } from '../data/api'

export interface PayWish {
  points: number
  storedMinor: number
  accountId?: string | null
}

const texts = dictionary(
  { points: (n: string, worth: string) => `用 ${n} 积分抵 ${worth}`, later: (n: string) => `首次使用积分要先有 ${n} 分`, card: (worth: string) => `用储值卡付 ${worth}`, rest: '还需付款', account: (name: string, left: string) => `由 ${name} 支付（还可用 ${left}）`, onAccount: '由企业账户支付', chosen: (points: string, worth: string, card: string) => `已选：${points} 积分抵 ${worth}，储值卡 ${card}` },
  { points: (n: string, worth: string) => `Use ${n} points for ${worth}`, later: (n: string) => `The first use of points needs ${n} of them`, card: (worth: string) => `Pay ${worth} with your card`, rest: 'Left to pay', account: (name: string, left: string) => `${name} pays (${left} left)`, onAccount: 'Your enterprise pays', chosen: (points: string, worth: string, card: string) => `Chosen: ${points} points for ${worth}, ${card} from your card` },
)

/** Points and the member's card, each as far as the order takes it; cash pays the rest. */
export function PayWith({ order, wish, onChoose }: { order: Order; wish: PayWish; onChoose(next: PayWish): void }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const asked = useQuery({ queryKey: ['payment-options', order.id], queryFn: () => api.paymentOptions(order.id) })
  const options = asked.data
  if (!options) return null
  const { plan } = options
  if (plan?.accountId) return <p className="m-quiet">{t.onAccount}</p>
  if (plan) return <p className="m-quiet">{t.chosen(formats.count(plan.points), formats.money(plan.pointsWorth), formats.money(plan.card))}</p>
  const cardMinor = (points: number) => Math.min(options.card.minor, order.amount.minor - (points > 0 ? options.pointsWorth.minor : 0))
  const usePoints = (on: boolean) => {
    const points = on ? options.points : 0
    onChoose({ accountId: null, points, storedMinor: wish.storedMinor > 0 ? cardMinor(points) : 0 })
  }
  const rest = order.amount.minor - (wish.points > 0 ? options.pointsWorth.minor : 0) - wish.storedMinor
  const money = (minor: number) => formats.money({ minor, currency: order.amount.currency })
  return (
    <div className="m-pay-with">
      {options.accounts.map((one) => (
        <label key={one.id} className="m-check">
          <input type="checkbox" checked={wish.accountId === one.id} onChange={(event) => onChoose({ points: 0, storedMinor: 0, accountId: event.target.checked ? one.id : null })} />
          {t.account(one.name, formats.money(one.left))}
        </label>
      ))}
      {options.points > 0 && (
        <label className="m-check">
          <input type="checkbox" checked={wish.points > 0} onChange={(event) => usePoints(event.target.checked)} />
          {t.points(formats.count(options.points), formats.money(options.pointsWorth))}
        </label>
      )}
      {options.firstUsePoints > 0 && <p className="m-quiet">{t.later(formats.count(options.firstUsePoints))}</p>}
      {cardMinor(wish.points) > 0 && (
        <label className="m-check">
          <input type="checkbox" checked={wish.storedMinor > 0} onChange={(event) => onChoose({ ...wish, accountId: null, storedMinor: event.target.checked ? cardMinor(wish.points) : 0 })} />
          {t.card(money(cardMinor(wish.points)))}
        </label>
      )}
      {(wish.points > 0 || wish.storedMinor > 0) && (
        <p className="m-between">
          {t.rest} <b className="num">{money(rest)}</b>
        </p>
      )}
    </div>
  )
}
