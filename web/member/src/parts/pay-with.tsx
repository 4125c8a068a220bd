import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { useQuery } from '@tanstack/react-query'
import { api, type Order } from '../data/api'

export interface PayWish {
  points: number
  familyPoints: number
  storedMinor: number
  accountId?: string | null
}

const texts = dictionary(
  { points: (n: string, worth: string) => `用 ${n} 积分抵 ${worth}`, family: (n: string, worth: string) => `用全家的 ${n} 积分抵 ${worth}`, noFamily: { POOL_IS_FROZEN: '家庭积分已暂停共用，请联系客服。', POOL_OWNER_ONLY: '家庭积分只有创建人能用。', POOL_NOT_ACTIVE_YET: '加入家庭满 7 天后，就能用家庭积分。', OTHER: '家庭积分现在不能用。' }, later: (n: string) => `首次使用积分要先有 ${n} 分`, card: (worth: string) => `用储值卡付 ${worth}`, rest: '还需付款', account: (name: string, left: string) => `由 ${name} 支付（还可用 ${left}）`, onAccount: '由企业账户支付', chosen: (points: string, worth: string, card: string) => `已选：${points} 积分抵 ${worth}，储值卡 ${card}` },
  { points: (n: string, worth: string) => `Use ${n} points for ${worth}`, family: (n: string, worth: string) => `Use ${n} of the family's points for ${worth}`, noFamily: { POOL_IS_FROZEN: 'Sharing points is stopped for your family; ask the service desk.', POOL_OWNER_ONLY: 'In your family only the owner spends shared points.', POOL_NOT_ACTIVE_YET: 'Family points can be used from the 7th day after joining.', OTHER: 'Family points cannot be used now.' }, later: (n: string) => `The first use of points needs ${n} of them`, card: (worth: string) => `Pay ${worth} with your card`, rest: 'Left to pay', account: (name: string, left: string) => `${name} pays (${left} left)`, onAccount: 'Your enterprise pays', chosen: (points: string, worth: string, card: string) => `Chosen: ${points} points for ${worth}, ${card} from your card` },
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
  const worth = (points: number, familyPoints: number) => (points > 0 ? options.pointsWorth.minor : familyPoints > 0 ? options.family.worth.minor : 0)
  const cardMinor = (points: number, familyPoints: number) => Math.min(options.card.minor, order.amount.minor - worth(points, familyPoints))
  const usePoints = (points: number, familyPoints: number) => onChoose({ accountId: null, points, familyPoints, storedMinor: wish.storedMinor > 0 ? cardMinor(points, familyPoints) : 0 })
  const onCard = cardMinor(wish.points, wish.familyPoints)
  const rest = order.amount.minor - worth(wish.points, wish.familyPoints) - wish.storedMinor
  const whyNone = options.family.whyNone
  const money = (minor: number) => formats.money({ minor, currency: order.amount.currency })
  return (
    <div className="m-pay-with">
      {options.accounts.map((one) => (
        <label key={one.id} className="m-check">
          <input type="checkbox" checked={wish.accountId === one.id} onChange={(event) => onChoose({ points: 0, familyPoints: 0, storedMinor: 0, accountId: event.target.checked ? one.id : null })} />
          {t.account(one.name, formats.money(one.left))}
        </label>
      ))}
      {options.points > 0 && (
        <label className="m-check">
          <input type="checkbox" checked={wish.points > 0} onChange={(event) => usePoints(event.target.checked ? options.points : 0, 0)} />
          {t.points(formats.count(options.points), formats.money(options.pointsWorth))}
        </label>
      )}
      {options.firstUsePoints > 0 && <p className="m-quiet">{t.later(formats.count(options.firstUsePoints))}</p>}
      {options.family.points > 0 && (
        <label className="m-check">
          <input type="checkbox" checked={wish.familyPoints > 0} onChange={(event) => usePoints(0, event.target.checked ? options.family.points : 0)} />
          {t.family(formats.count(options.family.points), formats.money(options.family.worth))}
        </label>
      )}
      {whyNone && whyNone !== 'POOL_NOT_FOUND' && <p className="m-quiet">{t.noFamily[whyNone as keyof typeof t.noFamily] ?? t.noFamily.OTHER}</p>}
      {onCard > 0 && (
        <label className="m-check">
          <input type="checkbox" checked={wish.storedMinor > 0} onChange={(event) => onChoose({ ...wish, accountId: null, storedMinor: event.target.checked ? onCard : 0 })} />
          {t.card(money(onCard))}
        </label>
      )}
      {(wish.points > 0 || wish.familyPoints > 0 || wish.storedMinor > 0) && (
        <p className="m-between">
          {t.rest} <b className="num">{money(rest)}</b>
        </p>
      )}
    </div>
  )
}
