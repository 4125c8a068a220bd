import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CartPrice, Stacking } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, ExplanationView, Mark, useAppearance, useTexts } from '@waystation/design'
import { Button, InputNumber, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { couponWords, minor } from './words'

const texts = dictionary(
  {
    title: '试一试', hint: '选几张券和几件商品，看哪些生效、为什么。和下单用的是同一个算法，不占用任何券。', coupons: '用这些券', price: (n: number) => `第 ${n} 件的价格`, product: (n: number) => `第 ${n} 件商品`, add: '加一件', remove: '去掉最后一件', products: { 'rail.second': '二等座', 'rail.first': '一等座', 'park.entry': '入园' },
    same: '和现在一样', less: (sum: string) => `比现在少付 ${sum}`, more: (sum: string) => `比现在多付 ${sum}`, now: '现在的规则', then: '屏幕上的规则', pay: '实付', applied: '生效', none: '没有券生效', choose: '选一张以上的券。', empty: '还没有券可以试', emptyHint: '先建一个券活动。', create: '新建券活动', why: '为什么这样选',
  },
  {
    title: 'Try it', hint: 'Some coupons and some items: which count, and why. The same algorithm as an order; nothing is used up.', coupons: 'With these coupons', price: (n: number) => `Price of item ${n}`, product: (n: number) => `Item ${n}`, add: 'Add an item', remove: 'Take the last out', products: { 'rail.second': 'Second class', 'rail.first': 'First class', 'park.entry': 'Park entry' },
    same: 'The same as now', less: (sum: string) => `${sum} less to pay than now`, more: (sum: string) => `${sum} more to pay than now`, now: 'Rules in force', then: 'Rules on the screen', pay: 'To pay', applied: 'Counts', none: 'no coupon counts', choose: 'Choose a coupon or more.', empty: 'No coupon to try', emptyHint: 'Make a campaign first.', create: 'New campaign', why: 'Why these',
  },
)

type Product = 'rail.second' | 'rail.first' | 'park.entry'
const MOST_LINES = 6

/** A cart priced by the rules in force and by those on the screen, as they are typed. */
export function StackingTrialPanel({ rules, coupons }: { rules: Stacking['rules']; coupons: Stacking['coupons'] }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const [chosen, setChosen] = useState(() => coupons.filter((one) => one.state === 'live').slice(-4).map((one) => one.id))
  const [lines, setLines] = useState<{ product: Product; yuan: number }[]>([{ product: 'rail.second', yuan: 263 }, { product: 'rail.second', yuan: 131.5 }])
  const asked = useSettled(JSON.stringify({ rules, chosen, lines }))
  const trial = useQuery({
    queryKey: ['stacking-trial', asked],
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: ({ signal }) => {
      const wish = JSON.parse(asked) as { rules: Stacking['rules']; chosen: string[]; lines: typeof lines }
      return api.tryStacking({ rules: wish.rules, campaigns: wish.chosen, cart: { currency: 'CNY', lines: wish.lines.map((line, index) => ({ key: String(index + 1), product: line.product, minor: minor(line.yuan) })), facts: { seatClass: 'second', student: true } } }, signal)
    },
  })
  const put = (at: number, change: Partial<(typeof lines)[number]>) => setLines(lines.map((one, index) => (index === at ? { ...one, ...change } : one)))
  if (coupons.length === 0) {
    return <section className="w-card"><EmptyState title={t.empty} hint={t.emptyHint} action={<Link to="/coupons/new"><Button>{t.create}</Button></Link>} /></section>
  }
  return (
    <aside className="stack trial">
      <section className="w-card stack">
        <h2 className="card-title">{t.title}</h2>
        <p className="w-quiet">{t.hint}</p>
        <Select mode="multiple" aria-label={t.coupons} placeholder={t.coupons} value={chosen} onChange={setChosen} style={{ width: '100%' }} optionFilterProp="label" options={coupons.map((one) => ({ value: one.id, label: `${say(one.name)} · ${say(one.offer)}` }))} />
        {lines.map((line, at) => (
          <div key={at} className="form-line stack-line">
            <Select aria-label={t.product(at + 1)} value={line.product} options={(['rail.second', 'rail.first', 'park.entry'] as const).map((value) => ({ value, label: t.products[value] }))} onChange={(product) => put(at, { product })} />
            <InputNumber aria-label={t.price(at + 1)} prefix="¥" min={0} max={100_000} precision={2} value={line.yuan} onChange={(yuan) => put(at, { yuan: yuan ?? 0 })} />
          </div>
        ))}
        <div className="chips">
          {lines.length < MOST_LINES && <Button size="small" onClick={() => setLines([...lines, { product: 'rail.second', yuan: 100 }])}>{t.add}</Button>}
          {lines.length > 1 && <Button size="small" type="text" onClick={() => setLines(lines.slice(0, -1))}>{t.remove}</Button>}
        </div>
      </section>
      {chosen.length === 0 ? <p className="w-quiet">{t.choose}</p> : trial.error ? <ErrorState error={trial.error} /> : trial.data && <Verdict now={trial.data.now} then={trial.data.then} />}
    </aside>
  )
}

function Verdict({ now, then }: { now: CartPrice; then: CartPrice }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const yuan = (amount: number) => formats.money({ minor: amount, currency: 'CNY' })
  const less = now.payMinor - then.payMinor
  const said = less === 0 ? t.same : less > 0 ? t.less(yuan(less)) : t.more(yuan(-less))
  return (
    <>
      <section className="w-card stack" aria-live="polite">
        <p className={`verdict${less === 0 ? '' : ' is-attention'}`} role="status">{said}</p>
        <table className="difference">
          <thead><tr><th /><th>{t.now}</th><th>{t.then}</th></tr></thead>
          <tbody>
            <tr><th>{t.pay}</th><td className="num">{yuan(now.payMinor)}</td><td className="num"><b>{yuan(then.payMinor)}</b></td></tr>
          </tbody>
        </table>
        <Applied label={t.then} price={then} />
        {less !== 0 && <Applied label={t.now} price={now} />}
      </section>
      <section className="w-card">
        <h2 className="card-title">{t.why}</h2>
        <ExplanationView explanation={then.why} />
      </section>
    </>
  )
}

function Applied({ label, price }: { label: string; price: CartPrice }) {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const { say, formats } = useAppearance()
  return (
    <div>
      <p className="w-quiet">{label} · {t.applied}</p>
      {price.applied.length === 0 && <p>{t.none}</p>}
      <ul className="plain-list">
        {price.applied.map((one) => (
          <li key={one.coupon}><span>{say(one.name)}</span> <b className="num">{formats.money({ minor: -one.minor, currency: 'CNY' })}</b></li>
        ))}
      </ul>
      {!price.exact && <Mark tone="attention">{words.greedy}</Mark>}
    </div>
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
