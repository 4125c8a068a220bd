import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction, type Shapes } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../data/api'
import { usePointBalance } from '../data/session'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'
import { Qr } from '../parts/qr'

type Pass = Shapes['passes.PassViews.PassView']
type Product = Shapes['passes.PassViews.ProductView']

export const passWords = dictionary(
  {
    entry: '年卡', see: '查看与购买', title: '我的年卡', mine: '我的年卡', none: '还没有年卡', noneHint: '在下面选一张，一年里随时来', sale: '购买年卡', show: '出示此码入园', offline: '没有网络也能出示；这是最近一次保存的码', holder: (name: string) => `持卡人 ${name}，入园时核对本人`, days: (left: string, all: string) => `余 ${left} / ${all} 天`, until: (day: string) => `有效至 ${day}`, from: (day: string) => `自 ${day} 起`, last: (site: string, at: string) => `最近入园：${site} ${at}`,
    standings: { valid: '有效', rests: '休停中', begins_later: '未到起始日', waits_for_first_use: '首次入园起算', ended: '已到期', blocked: '已停用', returned: '已退回', upgraded: '已升级', unpaid: '未付款' } as Record<string, string>,
    renew: '续费', give: '退回', replace: '补卡', cash: '付款购买', allPoints: (n: string) => `用 ${n} 积分换`, sites: '可入园', uses: (n: string) => `每园每天 ${n} 次`, gap: (n: string) => `再次入园间隔 ${n} 分钟`, blackouts: (days: string) => `${days} 不可用`, starts: { now: '付款当天生效', next_day: '次日生效', first_use: '首次入园生效', fixed: '固定日期生效' } as Record<string, string>, extend: '闭园自动顺延', bound: '限本人使用', free: '未使用可转给家人',
    quote: (money: string, points: string) => `现在退回，可得 ${money} 和 ${points} 积分`, sure: '确认退回', keep: '保留年卡', returned: '已退回，款项原路返回', fee: (money: string) => `补卡费 ${money}`, whyUntil: '有效期为什么是这天', whyQuote: '退款怎么算的', more: '办理',
  },
  {
    entry: 'Annual passes', see: 'See and buy', title: 'Annual passes', mine: 'Your passes', none: 'No pass yet', noneHint: 'Choose one below and come all year', sale: 'Buy a pass', show: 'Show this code at the gate', offline: 'Works without a network; this is the code saved last', holder: (name: string) => `For ${name}; the gate checks the person`, days: (left: string, all: string) => `${left} of ${all} days left`, until: (day: string) => `valid until ${day}`, from: (day: string) => `from ${day}`, last: (site: string, at: string) => `Last visit: ${site}, ${at}`,
    standings: { valid: 'Valid', rests: 'Resting', begins_later: 'Not begun', waits_for_first_use: 'Begins with the first visit', ended: 'Ended', blocked: 'Blocked', returned: 'Returned', upgraded: 'Upgraded', unpaid: 'Unpaid' } as Record<string, string>,
    renew: 'Renew', give: 'Return', replace: 'New card', cash: 'Buy', allPoints: (n: string) => `Pay ${n} points`, sites: 'Opens', uses: (n: string) => `${n} a day at each site`, gap: (n: string) => `${n} minutes between entries`, blackouts: (days: string) => `not on ${days}`, starts: { now: 'Begins today', next_day: 'Begins tomorrow', first_use: 'Begins with the first visit', fixed: 'Begins on a fixed day' } as Record<string, string>, extend: 'Closures add their days', bound: 'For its holder only', free: 'Unused, it may go to your family',
    quote: (money: string, points: string) => `Returned now, ${money} and ${points} points go back`, sure: 'Return it', keep: 'Keep the pass', returned: 'Returned; the money goes back to where it came from', fee: (money: string) => `A new card costs ${money}`, whyUntil: 'Why it ends then', whyQuote: 'How the refund is worked out', more: 'Manage',
  },
)

const SAVED = 'waystation.passes'

/** The passes last seen, so that the code can be shown where there is no network. */
function saved(): Pass[] {
  try {
    return JSON.parse(localStorage.getItem(SAVED) ?? '[]') as Pass[]
  } catch {
    return []
  }
}

export function Passes() {
  const t = useTexts(passWords)
  const mine = useQuery({ queryKey: ['passes'], queryFn: api.passes, refetchInterval: 15_000 })
  const products = useQuery({ queryKey: ['pass-products'], queryFn: api.passProducts })
  useEffect(() => {
    if (mine.data) localStorage.setItem(SAVED, JSON.stringify(mine.data))
  }, [mine.data])
  const offline = mine.error !== null && saved().length > 0
  const shown = mine.data ?? (offline ? saved() : null)
  return (
    <Page title={t.title} back="/benefits">
      {offline && <p className="m-quiet" role="status">{t.offline}</p>}
      {shown ? shown.length === 0 ? <EmptyState title={t.none} hint={t.noneHint} /> : shown.map((pass) => <PassCard key={pass.id} pass={pass} />) : <Asked of={mine}>{() => null}</Asked>}
      <section className="m-card">
        <h2>{t.sale}</h2>
        <Asked of={products}>
          {(all) => (
            <ul className="m-list">
              {all.map((one) => (
                <ProductRow key={one.id} product={one} />
              ))}
            </ul>
          )}
        </Asked>
      </section>
    </Page>
  )
}

function PassCard({ pass }: { pass: Pass }) {
  const t = useTexts(passWords)
  const { say, formats } = useAppearance()
  const last = pass.uses[0]
  const site = (code: string) => say(pass.product.sites.find((one) => one.code === code)?.name)
  return (
    <section className="m-card">
      <div className="m-between">
        <h2>{say(pass.product.name)}</h2>
        <span className="m-tag">{wordFor(t.standings, pass.standing)}</span>
      </div>
      <p className="m-between">
        <span className="num">
          {pass.until ? t.until(formats.date(pass.until)) : wordFor(t.standings, 'waits_for_first_use')} · {t.days(formats.count(pass.daysLeft), formats.count(pass.daysInAll))}
        </span>
        <Why subject={t.whyUntil} explanation={pass.why} />
      </p>
      {pass.blockedFor && <p>{pass.blockedFor}</p>}
      {pass.token !== '' && (
        <>
          <Qr text={pass.token} name={t.show} />
          <p className="m-quiet">{t.show}</p>
        </>
      )}
      {pass.holder !== '' && <p className="m-quiet">{t.holder(pass.holder)}</p>}
      {last && <p className="m-quiet">{t.last(site(last.site), formats.dateTime(last.at))}</p>}
      {pass.token !== '' && <Care pass={pass} />}
    </section>
  )
}

/** Renew, replace, give back; giving back says first what comes back and why. */
function Care({ pass }: { pass: Pass }) {
  const t = useTexts(passWords)
  const { formats } = useAppearance()
  const go = useNavigate()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const quote = useQuery({ queryKey: ['pass-quote', pass.id], queryFn: () => api.passQuote(pass.id), enabled: asking })
  const order = useAction(
    (step: 'renew' | 'replace', key) => api.carePass(pass.id, step, key),
    (answer) => {
      void queries.invalidateQueries({ queryKey: ['passes'] })
      if (answer.intentId) void go(`/pay/${answer.intentId}?for=passes`)
    },
  )
  const back = useAction(api.returnPass, undefined, () => {
    setAsking(false)
    void queries.invalidateQueries()
  })
  return (
    <div>
      <p className="m-beside">
        {pass.renewable && (
          <button type="button" className="m-second" disabled={order.isPending} onClick={() => order.mutate('renew')}>
            {t.renew}
          </button>
        )}
        <button type="button" className="m-link" disabled={order.isPending} onClick={() => order.mutate('replace')}>
          {t.replace} · {t.fee(formats.money({ minor: pass.product.replacementMinor, currency: 'CNY' }))}
        </button>
        <button type="button" className="m-link" onClick={() => setAsking(true)}>
          {t.give}
        </button>
      </p>
      {asking && quote.data && (
        <div role="alertdialog" aria-label={t.give}>
          <p>
            {t.quote(formats.money({ minor: quote.data.cashMinor, currency: 'CNY' }), formats.count(quote.data.points))} <Why subject={t.whyQuote} explanation={quote.data.why} />
          </p>
          <p className="m-beside">
            <button type="button" className="m-second" disabled={back.isPending} onClick={() => back.mutate(pass.id)}>
              {t.sure}
            </button>
            <button type="button" className="m-link" onClick={() => setAsking(false)}>
              {t.keep}
            </button>
          </p>
        </div>
      )}
      {(order.error ?? back.error ?? quote.error) && <ErrorState error={order.error ?? back.error ?? quote.error} kept />}
    </div>
  )
}

function ProductRow({ product }: { product: Product }) {
  const t = useTexts(passWords)
  const { say, formats } = useAppearance()
  const go = useNavigate()
  const queries = useQueryClient()
  const balance = usePointBalance()?.amount ?? 0
  const most = Math.ceil((product.priceMinor * product.pointsPerYuan) / 100)
  const buy = useAction(
    (points: number, key) => api.buyPass(product.id, points, key),
    (answer) => {
      void queries.invalidateQueries()
      if (answer.intentId) void go(`/pay/${answer.intentId}?for=passes`)
    },
  )
  const rules = [
    `${t.sites} ${formats.list(product.sites.map((site) => say(site.name)))}`,
    t.uses(formats.count(product.usesPerDay)),
    product.gapMinutes > 0 ? t.gap(formats.count(product.gapMinutes)) : '',
    wordFor(t.starts, product.activation),
    product.blackouts.length > 0 ? t.blackouts(formats.list(product.blackouts.map((day) => formats.date(day)))) : '',
    product.extendsOnClosure ? t.extend : '',
    product.transferable ? t.free : t.bound,
  ].filter(Boolean)
  return (
    <li>
      <div className="m-between">
        <b>{say(product.name)}</b>
        <b className="num">{formats.money({ minor: product.priceMinor, currency: 'CNY' })}</b>
      </div>
      <p className="m-quiet">{rules.join(' · ')}</p>
      <p className="m-beside">
        <button type="button" className="m-second" disabled={buy.isPending} onClick={() => buy.mutate(0)}>
          {t.cash}
        </button>
        {most > 0 && balance >= most && (
          <button type="button" className="m-link" disabled={buy.isPending} onClick={() => buy.mutate(most)}>
            {t.allPoints(formats.count(most))}
          </button>
        )}
      </p>
      {buy.error && <ErrorState error={buy.error} kept />}
    </li>
  )
}
