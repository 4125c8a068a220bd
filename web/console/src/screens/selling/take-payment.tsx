import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, type Order } from '@waystation/client'
import { dictionary, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'

const texts = dictionary(
  {
    title: '收款', points: (n: string, worth: string) => `积分 ${n} 分，抵 ${worth}`, later: (n: string) => `首次使用积分要先有 ${n} 分`, card: (worth: string) => `储值卡付 ${worth}`, account: '企业账户', noAccount: '不用企业账户', rest: '其余收取', left: (name: string, left: string) => `${name}（可用 ${left}）`, take: (worth: string) => `收款 ${worth}`, covered: '确认', done: '已收款，正在出票', chosen: '付款方式已选定，等待收款',
  },
  {
    title: 'Payment', points: (n: string, worth: string) => `${n} points for ${worth}`, later: (n: string) => `The first use of points needs ${n} of them`, card: (worth: string) => `${worth} from the card`, account: 'Enterprise account', noAccount: 'No enterprise account', rest: 'Left to take', left: (name: string, left: string) => `${name} (${left} left)`, take: (worth: string) => `Take ${worth}`, covered: 'Confirm', done: 'Paid; the tickets follow', chosen: 'The way of paying is chosen; waiting for the payment',
  },
)

/** What pays an order at the window: the same tenders as in the member's own checkout. */
export function TakePayment({ order }: { order: Order }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [points, usePoints] = useState(false)
  const [card, useCard] = useState(false)
  const [account, setAccount] = useState<string | null>(null)
  const asked = useQuery({ queryKey: ['payment-options', order.id], queryFn: () => api.paymentOptions(order.id) })
  const refresh = () => void client.invalidateQueries({ predicate: (query) => ['orders', 'order', 'payment-options'].includes(String(query.queryKey[0])) })
  const take = useAction(
    async (wish: { points: number; storedMinor: number; accountId: string | null }, key) => {
      const { intentId } = await api.pay(order.id, wish, key)
      if (intentId) await api.approve(intentId, newKey())
    },
    () => {
      void message.success(t.done)
      refresh()
    },
  )
  const options = asked.data
  if (asked.error) return <ErrorState error={asked.error} />
  if (!options) return <SkeletonBlock height={80} />
  if (options.plan)
    return (
      <section className="stack" aria-label={t.title}>
        <p className="w-quiet">{t.chosen}</p>
        <Button type="primary" loading={take.isPending} onClick={() => take.mutate({ points: 0, storedMinor: 0, accountId: null })}>
          {options.plan.cash.minor > 0 ? t.take(formats.money(options.plan.cash)) : t.covered}
        </Button>
      </section>
    )
  const worth = points ? options.pointsWorth.minor : 0
  const onCard = Math.min(options.card.minor, order.amount.minor - worth)
  const rest = account ? 0 : order.amount.minor - worth - (card ? onCard : 0)
  const money = (minor: number) => formats.money({ minor, currency: order.amount.currency })
  return (
    <section className="stack" aria-label={t.title}>
      <h3 className="drawer-title">{t.title}</h3>
      {options.accounts.length > 0 && (
        <Select
          aria-label={t.account}
          value={account}
          onChange={setAccount}
          options={[{ value: null, label: t.noAccount }, ...options.accounts.map((one) => ({ value: one.id, label: t.left(one.name, formats.money(one.left)) }))]}
        />
      )}
      {!account && options.points > 0 && (
        <Checkbox checked={points} onChange={(event) => usePoints(event.target.checked)}>
          {t.points(formats.count(options.points), formats.money(options.pointsWorth))}
        </Checkbox>
      )}
      {!account && options.firstUsePoints > 0 && <p className="w-quiet">{t.later(formats.count(options.firstUsePoints))}</p>}
      {!account && onCard > 0 && (
        <Checkbox checked={card} onChange={(event) => useCard(event.target.checked)}>
          {t.card(money(onCard))}
        </Checkbox>
      )}
      {take.error && <ErrorState error={take.error} />}
      <Button type="primary" loading={take.isPending} onClick={() => take.mutate({ points: points && !account ? options.points : 0, storedMinor: card && !account ? onCard : 0, accountId: account })}>
        {rest > 0 ? t.take(money(rest)) : t.covered}
      </Button>
    </section>
  )
}
