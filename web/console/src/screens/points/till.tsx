import { useQuery } from '@tanstack/react-query'
import { itemsOf, useAction, type FoundCard } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, Mark, useAppearance, useTexts } from '@waystation/design'
import { Input, InputNumber, Segmented, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '收银核销', purpose: '扫一扫，输金额，回车：储值卡付款、权益核销，三下办完。', scan: '扫储值卡或会员的权益码', amount: '收多少（元）', amountHint: '回车收款', waiting: '等待扫码', waitingHint: '储值卡：扫卡、输金额、回车。权益：扫一下就核销。按 Esc 重来。',
    card: '储值卡', spendable: '可用', paid: (sum: string) => `已收 ${sum}`, left: (own: string, gift: string) => `卡里还有本金 ${own}、赠金 ${gift}`, used: '已核销', leftUses: (n: string) => `还剩 ${n} 次`, refused: '没有办成', fine: '办好', unknown: '认不出这个码', unknownHint: '不是储值卡，也不是权益码。请会员打开“权益”里的码。', bearer: '不记名', owner: '会员', stateOff: '这张卡现在不能用', counters: { park: '园区', catering: '餐饮', railway: '车站' }, recent: '刚才办的', none: '这一班还没有办过', place: '哪个柜台', next: '下一位：直接扫码',
  },
  {
    title: 'Till', purpose: 'Scan, amount, Enter: stored value and benefits in three strokes.', scan: 'Scan a card or the code of a benefit', amount: 'How much (yuan)', amountHint: 'Enter takes it', waiting: 'Waiting for a scan', waitingHint: 'Stored value: scan, amount, Enter. A benefit: one scan uses it. Esc starts over.',
    card: 'Stored value', spendable: 'Can be spent', paid: (sum: string) => `${sum} taken`, left: (own: string, gift: string) => `${own} and ${gift} of gift are left on the card`, used: 'Used', leftUses: (n: string) => `${n} left`, refused: 'Not done', fine: 'done', unknown: 'This code is not known', unknownHint: 'Neither a stored-value card nor a benefit. Ask for the code under "Benefits".', bearer: 'bearer', owner: 'Member', stateOff: 'This card cannot be used now', counters: { park: 'Park', catering: 'Catering', railway: 'Station' }, recent: 'Done just now', none: 'Nothing yet in this shift', place: 'Which counter', next: 'Next: just scan',
  },
)

interface Done { good: boolean; title: string; detail: string }
const counters = ['park', 'catering', 'railway'] as const

/** Anything a reader reads: a benefit is signed text with dots, a card is its printed number. */
const isBenefit = (code: string) => /^WE\d?\./.test(code) || code.length > 60

/** The counter: scan, amount, Enter. Everything by keys, the answer large. */
export default function Till() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const scan = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const [medium, setMedium] = useState('')
  const [yuan, setYuan] = useState<number | null>(null)
  const [counter, setCounter] = useState<string>(() => sessionStorage.getItem('waystation.counter') ?? counters[0])
  const [done, setDone] = useState<Done[]>([])
  const found = useQuery({ enabled: medium !== '' && staff.may('cards.serve'), queryKey: ['till-card', medium], queryFn: async () => itemsOf(await api.cards({ medium }))[0] ?? null, staleTime: 0, gcTime: 0 })
  const again = () => {
    setMedium('')
    setTyped('')
    setYuan(null)
    pay.reset()
    use.reset()
    setTimeout(() => scan.current?.focus(), 0)
  }
  const tell = (one: Done) => {
    setDone((all) => [one, ...all].slice(0, 8))
    again()
  }
  // The amount is typed while the card is still being looked up: the service decides anyway.
  const pay = useAction(
    (wish: { medium: string; minor: number; at: string }, key) => api.payByCard({ medium: wish.medium, amount: wish.minor, merchant: wish.at, order: `till-${key}` }, key),
    (moved, wish) => tell({ good: true, title: t.paid(money(wish.minor)), detail: t.left(money(moved.principalLeft), money(moved.giftLeft)) }),
  )
  const use = useAction(
    (wish: { token: string; place: string }, key) => api.useEntitlements([{ ...wish, reference: key, usedAt: null }], key),
    (answers) => {
      const answer = answers[0]
      if (answer) tell(answer.counts ? { good: true, title: formats.labelled(t.used, say(answer.sentence)), detail: t.leftUses(formats.count(answer.left)) } : { good: false, title: t.refused, detail: say(answer.sentence) })
    },
  )
  const busy = use.isPending || pay.isPending
  const money = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const read = (code: string) => {
    const text = code.trim()
    if (!text || busy) return
    // What stays after an error is marked, so that the next scan replaces it.
    if (isBenefit(text)) use.mutate({ token: text, place: counter }, { onError: () => scan.current?.select() })
    else if (staff.may('cards.serve')) setMedium(text)
    else tell({ good: false, title: t.unknown, detail: t.unknownHint })
  }
  const card = found.data
  useEffect(() => {
    if (card === null) tell({ good: false, title: t.unknown, detail: t.unknownHint })
    // Only a fresh answer moves the cursor.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [card])
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.key === 'Escape' && !busy && again()
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [busy])
  const choose = (next: string) => {
    sessionStorage.setItem('waystation.counter', next)
    setCounter(next)
    scan.current?.focus()
  }
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={<Segmented aria-label={t.place} value={counter} onChange={choose} options={counters.map((value) => ({ value, label: t.counters[value] }))} />}>
      <div className="columns">
        <div className="stack">
          <Input ref={scan} autoFocus className="gate-input" value={typed} aria-label={t.scan} placeholder={t.scan} autoComplete="off" readOnly={busy} onChange={(event) => setTyped(event.target.value)} onPressEnter={() => read(typed)} />
          {use.error && <ErrorState error={use.error} kept />}
          {medium !== '' ? (
            <section className="w-card stack">
              {card && <CardFacts card={card} />}
              {found.error && !card && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
              {!card || card.state === 'ACTIVE' ? (
                <label className="till-amount">
                  <span>{t.amount} <small className="w-quiet">{t.amountHint}</small></span>
                  <InputNumber min={0.01} max={5000} precision={2} controls={false} value={yuan} onChange={setYuan} autoFocus onPressEnter={() => yuan && !busy && pay.mutate({ medium, minor: Math.round(yuan * 100), at: counter })} />
                </label>
              ) : (
                <Mark tone="stop">{t.stateOff}</Mark>
              )}
              {pay.error && <ErrorState error={pay.error} kept />}
            </section>
          ) : done[0] ? (
            <div className={`gate-decision ${done[0].good ? 'is-admit' : 'is-refuse'}`} role="status">
              <span className="gate-sentence">{done[0].good ? '✓' : '✕'} {done[0].title}</span>
              <span>{done[0].detail}</span>
              <small>{t.next}</small>
            </div>
          ) : (
            <div className="gate-decision"><EmptyState title={t.waiting} hint={t.waitingHint} /></div>
          )}
        </div>
        <section className="w-card">
          <h2 className="card-title">{t.recent}</h2>
          {done.length === 0 && <p className="w-quiet">{t.none}</p>}
          <ul className="plain-list">
            {done.map((one, index) => (
              <li key={done.length - index}>
                <span>{one.title}<span className="w-quiet meeting-how">{one.detail}</span></span>
                <Mark tone={one.good ? 'good' : 'stop'}>{one.good ? t.fine : t.refused}</Mark>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}

function CardFacts({ card }: { card: FoundCard }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  return (
    <div className="till-card">
      <span>
        <span className="w-quiet">{t.card}</span>
        <b>{card.medium}</b> {card.memberId ? <Link to={`/members/${card.memberId}`}>{t.owner}</Link> : <Mark>{t.bearer}</Mark>}
      </span>
      <span className="till-sum">
        <span className="w-quiet">{t.spendable}</span>
        <b className="num">{formats.money({ minor: card.principal + card.gift, currency: 'CNY' })}</b>
      </span>
    </div>
  )
}
