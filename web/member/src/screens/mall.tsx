import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction, type Reward, type RewardOrder } from '@waystation/client'
import { dictionary, ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../data/api'
import { wishKey } from '../data/wish'
import { Asked } from '../parts/asked'

const texts = dictionary(
  {
    entitlements: '我的权益', left: (left: string, quota: string) => `余 ${left} / ${quota} 次`, until: (day: string) => `${day} 前有效`, periods: { day: '每天', week: '每周', month: '每月', year: '每年', term: '' }, mall: '积分商城', redeem: '兑换', points: (n: string) => `${n} 积分`, cash: (amount: string) => ` + ${amount}`, first: (n: string) => `首次兑换需积满 ${n} 积分`, soldOut: '已兑完', orders: '我的兑换', pay: '去付款', cancel: '取消', none: '还没有可兑换的商品',
    states: { requested: '已提交', held: '待付款', confirmed: '待发放', fulfilled: '已发放', cancelled: '已取消', expired: '已过期', reversed: '已撤回' },
  },
  {
    entitlements: 'What you may use', left: (left: string, quota: string) => `${left} of ${quota} left`, until: (day: string) => `valid until ${day}`, periods: { day: 'a day', week: 'a week', month: 'a month', year: 'a year', term: '' }, mall: 'Reward mall', redeem: 'Get it', points: (n: string) => `${n} points`, cash: (amount: string) => ` + ${amount}`, first: (n: string) => `Collect ${n} points before the first use`, soldOut: 'Sold out', orders: 'Your rewards', pay: 'Pay', cancel: 'Cancel', none: 'Nothing to get yet',
    states: { requested: 'Requested', held: 'To be paid', confirmed: 'To be handed out', fulfilled: 'Handed out', cancelled: 'Cancelled', expired: 'Expired', reversed: 'Reversed' },
  },
)

/** Benefits with what is left of them. */
export function Entitlements() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const mine = useQuery({ queryKey: ['entitlements'], queryFn: api.entitlements })
  if (!mine.data || mine.data.length === 0) return null
  return (
    <section className="m-card">
      <h2>{t.entitlements}</h2>
      <ul className="m-list">
        {mine.data.map((one) => (
          <li key={one.token} className="m-between">
            <span>
              <b>{say(one.name)}</b>
              <small className="m-quiet">{t.until(formats.date(one.until))}</small>
            </span>
            <span className="num">
              {wordFor(t.periods, one.period)} {t.left(formats.count(one.left), formats.count(one.quota))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Rewards, and one's own orders of them. */
export function Mall({ points }: { points: number }) {
  const t = useTexts(texts)
  const rewards = useQuery({ queryKey: ['rewards'], queryFn: api.rewards })
  const wanted = useSearchParams()[0].get('use') ?? ''
  const orders = useQuery({ queryKey: ['reward-orders'], queryFn: api.rewardOrders, refetchInterval: 5_000 })
  const live = (orders.data ?? []).filter((one) => ['held', 'confirmed', 'fulfilled'].includes(one.state))
  return (
    <section className="m-card">
      <h2>{t.mall}</h2>
      <Asked of={rewards}>
        {(all) =>
          all.length === 0 ? (
            <p className="m-quiet">{t.none}</p>
          ) : (
            <ul className="m-list">
              {all.map((one) => (
                <RewardRow key={one.id} reward={one} points={points} orders={orders.data ?? null} wanted={one.id === wanted} />
              ))}
            </ul>
          )
        }
      </Asked>
      {live.length > 0 && (
        <>
          <h3>{t.orders}</h3>
          <ul className="m-list">
            {live.map((one) => (
              <OrderRow key={one.reference} order={one} rewards={rewards.data ?? []} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The most points the member has for it, within what is accepted. */
function share(reward: Reward, points: number) {
  const used = Math.min(reward.mostPoints, Math.max(reward.leastPoints, points))
  return { used, cash: Math.max(0, reward.priceMinor - Math.floor((used * 100) / reward.pointsPerYuan)) }
}

function useRefresh() {
  const queries = useQueryClient()
  return () => {
    for (const key of ['rewards', 'reward-orders', 'points']) void queries.invalidateQueries({ queryKey: [key] })
  }
}

function RewardRow({ reward, points, orders, wanted }: { reward: Reward; points: number; orders: RewardOrder[] | null; wanted: boolean }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const refresh = useRefresh()
  const { used, cash } = share(reward, points)
  const mine = (orders ?? []).filter((one) => one.rewardId === reward.id).map((one) => one.reference)
  const get = useMutation({
    mutationFn: () => api.placeReward(reward.id, used, wishKey(reward.id, ...mine.sort())),
    onSettled: refresh,
  })
  const busy = useRef(false)
  const press = () => {
    if (busy.current) return
    busy.current = true
    get.mutate(undefined, { onSettled: () => (busy.current = false) })
  }
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (wanted) row.current?.scrollIntoView({ block: 'center' })
  }, [wanted])
  const price = t.points(formats.count(used)) + (cash > 0 ? t.cash(formats.money({ minor: cash, currency: 'CNY' })) : '')
  return (
    <li ref={row} className={wanted ? 'm-wanted' : undefined}>
      <div className="m-between">
        <span>
          <b>{say(reward.name)}</b>
          <small className="m-quiet num">{price}</small>
        </span>
        {reward.stock === 0 ? (
          <span className="m-tag">{t.soldOut}</span>
        ) : (
          <button type="button" className="m-second" data-reward={reward.id} disabled={get.isPending || orders === null || reward.firstUsePoints > points || used > points} onClick={press}>
            {t.redeem}
          </button>
        )}
      </div>
      {reward.firstUsePoints > points && <small className="m-quiet">{t.first(formats.count(reward.firstUsePoints))}</small>}
      {get.error && <ErrorState error={get.error} kept />}
    </li>
  )
}

function OrderRow({ order, rewards }: { order: RewardOrder; rewards: Reward[] }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const refresh = useRefresh()
  const cancel = useAction(api.cancelReward, undefined, refresh)
  return (
    <li className="m-between">
      <span>{say(rewards.find((one) => one.id === order.rewardId)?.name)}</span>
      <span>
        <span className="m-tag">{wordFor(t.states, order.state)}</span>{' '}
        {order.state === 'held' && (
          <button type="button" className="m-link" disabled={cancel.isPending} onClick={() => cancel.mutate(order.reference)}>
            {t.cancel}
          </button>
        )}
      </span>
    </li>
  )
}
