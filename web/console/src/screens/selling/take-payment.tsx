import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, type Order } from '@waystation/client'
import { dictionary, ErrorState, MoneyText, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Checkbox, InputNumber, Select } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'

const texts = dictionary(
  {
    title: '收款', points: (n: string, worth: string) => `积分 ${n} 分，抵 ${worth}`, family: (n: string, worth: string) => `家庭积分 ${n} 分，抵 ${worth}`, later: (n: string) => `首次使用积分要先有 ${n} 分`, card: (worth: string) => `储值卡付 ${worth}`, account: '企业账户', noAccount: '不用企业账户', rest: '还要收', left: (name: string, left: string) => `${name}（可用 ${left}）`, take: (worth: string) => `收款 ${worth}`, covered: '确认', done: '已收款，正在出票', chosen: '付款方式已选定，等待收款',
    given: '收到现金（元）', givenHint: '不填就是刚好', change: '找零', short: '还差',
    none: { POOL_IS_FROZEN: '家庭积分已暂停共用', POOL_OWNER_ONLY: '家庭积分只有创建人能用', POOL_NOT_ACTIVE_YET: '加入家庭满 7 天后才能用家庭积分', OTHER: '家庭积分现在不能用' },
  },
  {
    title: 'Payment', points: (n: string, worth: string) => `${n} points for ${worth}`, family: (n: string, worth: string) => `${n} points of the family for ${worth}`, later: (n: string) => `The first use of points needs ${n} of them`, card: (worth: string) => `${worth} from the card`, account: 'Enterprise account', noAccount: 'No enterprise account', rest: 'Left to take', left: (name: string, left: string) => `${name} (${left} left)`, take: (worth: string) => `Take ${worth}`, covered: 'Confirm', done: 'Paid; the tickets follow', chosen: 'The way of paying is chosen; waiting for the payment',
    given: 'Cash received (yuan)', givenHint: 'empty: just right', change: 'Change', short: 'Still missing',
    none: { POOL_IS_FROZEN: 'Sharing points is stopped for this family', POOL_OWNER_ONLY: 'In this family only the owner spends shared points', POOL_NOT_ACTIVE_YET: 'Family points can be used from the 7th day after joining', OTHER: 'Family points cannot be used now' },
  },
)

interface Wish {
  points: number
  familyPoints: number
  storedMinor: number
  accountId: string | null
}
interface TakeProps {
  order: Order
  /** Puts the cursor where cash is counted, so that Enter takes it. */
  atOnce?: boolean
  /** Told what was given back in coins and notes. */
  onTaken?(changeMinor: number): void
}

const NOTHING: Wish = { points: 0, familyPoints: 0, storedMinor: 0, accountId: null }

/** What pays an order at the window: the same tenders as in the member's own checkout, and cash counted. */
export function TakePayment({ order, atOnce = false, onTaken }: TakeProps) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { message } = App.useApp()
  const client = useQueryClient()
  const part = useRef<HTMLElement>(null)
  const [points, usePoints] = useState<'own' | 'family' | null>(null)
  const [card, useCard] = useState(false)
  const [account, setAccount] = useState<string | null>(null)
  const [given, setGiven] = useState<number | null>(null)
  const asked = useQuery({ queryKey: ['payment-options', order.id], queryFn: () => api.paymentOptions(order.id) })
  const refresh = () => void client.invalidateQueries({ predicate: (query) => ['orders', 'order', 'payment-options'].includes(String(query.queryKey[0])) })
  const take = useAction(
    async (wish: Wish, key) => {
      const { intentId } = await api.pay(order.id, wish, key)
      if (intentId) await api.approve(intentId, newKey())
    },
    () => {
      onTaken?.(back)
      if (!onTaken) void message.success(t.done)
      refresh()
    },
  )
  const options = asked.data
  const plan = options?.plan
  const worth = points === 'own' ? (options?.pointsWorth.minor ?? 0) : points === 'family' ? (options?.family.worth.minor ?? 0) : 0
  const onCard = Math.min(options?.card.minor ?? 0, order.amount.minor - worth)
  const rest = plan ? plan.cash.minor : account ? 0 : order.amount.minor - worth - (card ? onCard : 0)
  const cash = given === null ? rest : Math.round(given * 100)
  const back = rest > 0 ? Math.max(0, cash - rest) : 0
  const money = (minor: number) => formats.money({ minor, currency: order.amount.currency })
  const ready = options !== undefined && cash >= rest && !take.isPending
  const covered = rest === 0
  useEffect(() => {
    // Where nothing is left to count, Enter is with the button.
    if (atOnce && options) part.current?.querySelector<HTMLElement>(covered ? 'button.ant-btn-primary' : '.window-given input')?.focus()
  }, [atOnce, options, covered])
  if (asked.error) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
  if (!options) return <SkeletonBlock height={80} />
  const go = () => ready && take.mutate(plan ? NOTHING : { points: points === 'own' && !account ? options.points : 0, familyPoints: points === 'family' && !account ? options.family.points : 0, storedMinor: card && !account ? onCard : 0, accountId: account })
  const toggle = (whose: 'own' | 'family') => usePoints(points === whose ? null : whose)
  /** Letters choose tenders while digits are counted: P own points, F the family's, S stored value, E the enterprise. */
  const press = (event: KeyboardEvent) => {
    if (plan || event.ctrlKey || event.altKey || event.metaKey || (event.target as HTMLElement).closest('.ant-select')) return
    const key = event.key.toLowerCase()
    if (key === 'p' && !account && options.points > 0) toggle('own')
    else if (key === 'f' && !account && options.family.points > 0) toggle('family')
    else if (key === 's' && !account && onCard > 0) useCard(!card)
    else if (key === 'e' && options.accounts[0]) setAccount(account ? null : options.accounts[0].id)
    else return
    event.preventDefault()
  }
  const why = options.family.whyNone
  return (
    <section ref={part} className="stack" aria-label={t.title} onKeyDown={press}>
      <h3 className="drawer-title">{t.title}</h3>
      {plan && <p className="w-quiet">{t.chosen}</p>}
      {!plan && options.accounts.length > 0 && (
        <label>
          <kbd>E</kbd>{' '}
          <Select
            aria-label={t.account}
            value={account}
            onChange={setAccount}
            style={{ minWidth: 240, maxWidth: 'calc(100% - 40px)' }}
            options={[{ value: null, label: t.noAccount }, ...options.accounts.map((one) => ({ value: one.id, label: t.left(one.name, formats.money(one.left)) }))]}
          />
        </label>
      )}
      {!plan && !account && (
        <>
          {options.points > 0 && (
            <Checkbox checked={points === 'own'} onChange={() => toggle('own')}>
              {t.points(formats.count(options.points), formats.money(options.pointsWorth))} <kbd>P</kbd>
            </Checkbox>
          )}
          {options.firstUsePoints > 0 && <p className="w-quiet">{t.later(formats.count(options.firstUsePoints))}</p>}
          {options.family.points > 0 && (
            <Checkbox checked={points === 'family'} onChange={() => toggle('family')}>
              {t.family(formats.count(options.family.points), formats.money(options.family.worth))} <kbd>F</kbd>
            </Checkbox>
          )}
          {why && why !== 'POOL_NOT_FOUND' && <p className="w-quiet">{t.none[why as keyof typeof t.none] ?? t.none.OTHER}</p>}
          {onCard > 0 && (
            <Checkbox checked={card} onChange={(event) => useCard(event.target.checked)}>
              {t.card(money(onCard))} <kbd>S</kbd>
            </Checkbox>
          )}
        </>
      )}
      <p className="window-rest">
        <span className="w-quiet">{t.rest}</span> <b><MoneyText value={{ minor: rest, currency: order.amount.currency }} /></b>
      </p>
      {rest > 0 && (
        <div className="window-given">
          <label>
            <span className="w-quiet">{t.given}</span>
            <InputNumber min={0} max={100_000} controls={false} value={given} placeholder={t.givenHint} onChange={setGiven} onPressEnter={go} />
          </label>
          {given !== null && cash !== rest && (
            <span role="status" className={cash < rest ? 'window-short' : 'window-back'}>
              {cash < rest ? t.short : t.change} <b className="num">{money(Math.abs(cash - rest))}</b>
            </span>
          )}
        </div>
      )}
      {take.error && <ErrorState error={take.error} kept />}
      <Button type="primary" size="large" disabled={cash < rest} loading={take.isPending} onClick={go}>
        {rest > 0 ? t.take(money(rest)) : t.covered}
      </Button>
    </section>
  )
}
