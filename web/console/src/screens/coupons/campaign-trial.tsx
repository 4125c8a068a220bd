import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CampaignTrial } from '@waystation/client'
import { dictionary, ErrorState, ExplanationView, Mark, useAppearance, useTexts } from '@waystation/design'
import { Button, InputNumber } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/client'

const texts = dictionary(
  {
    seen: '会员看到的样子', nameless: '（还没有名称）', until: (day: string) => `${day} 前有效`, days: (n: number) => `领取后 ${n} 天有效`, any: '全部商品',
    till: '结算试算', line: (n: number) => `第 ${n} 张`, add: '加一张', tickets: (n: number, sum: string) => `${n} 张票 ${sum}`, works: '可用', not: '不可用', pay: '实付', fill: '填好优惠额和有效期，这里会算出实付、撞上的活动和花费上限。',
    ceiling: '最多会花', ceilingNote: (uses: string, each: string) => `${uses} 次 × 每次最多 ${each}`, endless: '没有上限', endlessUses: '没有限制次数：填“总次数”或“可领数量”。', endlessEach: '没有封顶：填“最多减多少”。',
    meets: '同期在跑的活动', none: '没有撞上别的活动。', together: '能叠加', one: (name: string) => `只用一张：${name}`, withIt: (pay: string) => `一起用实付 ${pay}`,
  },
  {
    seen: 'As the member sees it', nameless: '(no name yet)', until: (day: string) => `until ${day}`, days: (n: number) => `${n} days after the claim`, any: 'everything',
    till: 'At the checkout', line: (n: number) => `Ticket ${n}`, add: 'Add one', tickets: (n: number, sum: string) => `${n} tickets, ${sum}`, works: 'counts', not: 'does not count', pay: 'to pay', fill: 'Fill in what it is worth and how long: what is paid, what it meets and what it can cost appear here.',
    ceiling: 'It can cost at most', ceilingNote: (uses: string, each: string) => `${uses} uses of up to ${each}`, endless: 'No ceiling', endlessUses: 'Uses are not limited: set "Uses in all" or "How many to claim".', endlessEach: 'No cap: set "At most how many yuan off".',
    meets: 'Running at the same time', none: 'It meets no other campaign.', together: 'both count', one: (name: string) => `one counts: ${name}`, withIt: (pay: string) => `${pay} to pay with both`,
  },
)

type Draft = Parameters<typeof api.tryCampaign>[0]['draft']

/** Beside the form: the coupon as a member sees it, what a cart costs, what it meets, what it can cost. */
export function CampaignTrialPanel({ draft, look }: { draft: Draft | null; look: { name: string; days?: number; until?: string; products: string[] } }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const [fares, setFares] = useState([100, 100, 60])
  const asked = useSettled(JSON.stringify({ draft, fares }))
  const trial = useQuery({
    queryKey: ['campaign-trial', asked],
    enabled: draft !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: ({ signal }) => api.tryCampaign({ draft: draft!, cart: { currency: 'CNY', lines: fares.map((fare, index) => ({ key: String(index + 1), product: draft!.products?.[0] === 'park' ? 'park.entry' : 'rail.second', minor: Math.round(fare * 100) })), facts: { seatClass: 'second' } } }, signal),
  })
  const shown = draft === null ? undefined : trial.data
  return (
    <aside className="stack trial">
      <section className="w-card">
        <h2 className="card-title">{t.seen}</h2>
        <div className="ticket-look">
          <b className="ticket-offer">{shown ? say(shown.offer) : '—'}</b>
          <span>{look.name || t.nameless}</span>
          <span className="w-quiet">{[look.products.join(' · ') || t.any, look.days ? t.days(look.days) : look.until ? t.until(formats.date(look.until)) : ''].filter(Boolean).join(' · ')}</span>
        </div>
      </section>
      <section className="w-card stack">
        <h2 className="card-title">{t.till}</h2>
        <div className="chips">
          {fares.map((fare, index) => (
            <InputNumber key={index} aria-label={t.line(index + 1)} prefix="¥" min={0} max={100_000} value={fare} controls={false} style={{ width: 88 }} onChange={(next) => setFares(fares.map((one, at) => (at === index ? (next ?? 0) : one)))} />
          ))}
          {fares.length < 6 && <Button size="small" onClick={() => setFares([...fares, 100])}>{t.add}</Button>}
        </div>
        {trial.error && draft !== null ? <ErrorState error={trial.error} /> : shown ? <Till trial={shown} count={fares.length} /> : <p className="w-quiet">{t.fill}</p>}
      </section>
      {shown && <Ceiling trial={shown} />}
      {shown && <Meetings trial={shown} />}
    </aside>
  )
}

function Till({ trial, count }: { trial: CampaignTrial; count: number }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const counts = trial.price.applied.length > 0
  return (
    <>
      <p className={`verdict${counts ? '' : ' is-attention'}`} role="status">
        {t.tickets(count, yuan(trial.price.originalMinor))} → <b>{counts ? t.works : t.not}</b> · {t.pay} <b className="num">{yuan(trial.price.payMinor)}</b>
      </p>
      {!counts && <ExplanationView explanation={trial.price.why} />}
    </>
  )
}

function Ceiling({ trial }: { trial: CampaignTrial }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const { uses, eachMinor, ceilingMinor } = trial
  return (
    <section className="w-card">
      <h2 className="card-title">{t.ceiling}</h2>
      {ceilingMinor != null && uses != null && eachMinor != null ? (
        <p className="big-figure num">
          {yuan(ceilingMinor)} <small>{t.ceilingNote(formats.count(uses), yuan(eachMinor))}</small>
        </p>
      ) : (
        <>
          <Mark tone="attention">{t.endless}</Mark>
          {uses == null && <p className="w-quiet">{t.endlessUses}</p>}
          {eachMinor == null && <p className="w-quiet">{t.endlessEach}</p>}
        </>
      )}
    </section>
  )
}

function Meetings({ trial }: { trial: CampaignTrial }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  return (
    <section className="w-card">
      <h2 className="card-title">{t.meets}</h2>
      {trial.meetings.length === 0 && <p className="w-quiet">{t.none}</p>}
      <ul className="plain-list">
        {trial.meetings.map((met) => (
          <li key={met.id}>
            <span>
              <Link to={`/coupons/${met.id}`}>{say(met.name)}</Link> <span className="w-quiet">{say(met.offer)}</span>
              <span className="w-quiet meeting-how"> {t.withIt(formats.money({ minor: met.payMinor, currency: 'CNY' }))}</span>
            </span>
            {met.together ? <Mark tone="good">{t.together}</Mark> : <Mark tone="attention">{t.one(say(met.counts) || '—')}</Mark>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is typed, once the hand rests. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
