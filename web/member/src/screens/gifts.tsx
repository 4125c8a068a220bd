import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction, type RewardOrder, type Shapes } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { api } from '../data/api'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'

type Gift = Shapes['benefits.GiftView']
type Received = Shapes['benefits.ReceivedView']

export const giftWords = dictionary(
  {
    title: '转赠', entry: '把兑换的礼品送人，收下别人送的', see: '去看看', line: '礼品付清、还没领取时可以送人。对方用赠送码收下，在收下之前您随时可以收回。',
    code: '收到赠送码？', field: '赠送码', look: '看看是什么', from: (who: string) => `${who} 送的`, accept: '收下', decline: '谢绝', declineSure: '谢绝后礼品留在对方那里，这个码不能再用。', yes: '确定谢绝', no: '再想想', got: '已收下，可在下面看到。', said: '已谢绝，礼品留在对方那里。', ownGift: '这是您送出的礼品，请把码发给对方。', bad: '赠送码由字母、数字和短横线组成，请整段粘贴。', tried: '这个码已经不能用了。',
    mine: '可以送出', give: '送人', ready: '赠送码已生成，发给对方即可。', copy: '复制赠送码', copied: '已复制', given: '送出的', back: '收回', received: '收到的', passOn: '再送人', none: '还没有可送的礼品', noneHint: '在积分商城兑换并付清的礼品，会出现在这里。', mall: '去积分商城',
    states: { waiting: '等对方收下', taken: '对方已收下', declined: '已退回给您', gone: '已领取或失效' }, orders: { confirmed: '待领取', fulfilled: '已领取', reversed: '已撤回', expired: '已过期', cancelled: '已取消' },
  },
  {
    title: 'Gifts', entry: 'Give a reward away, or take one', see: 'See', line: 'A reward that is paid and not yet collected can be given away. The other person takes it with a code; until then you can take it back.',
    code: 'Have you got a gift code?', field: 'Gift code', look: 'See what it is', from: (who: string) => `from ${who}`, accept: 'Take it', decline: 'No, thank you', declineSure: 'The reward then stays with its giver, and this code is used up.', yes: 'Decline it', no: 'Let me think', got: 'It is yours; see below.', said: 'Declined. It stays with its giver.', ownGift: 'You give this one. Send the code to the other person.', bad: 'A gift code has letters, digits and hyphens. Paste it whole.', tried: 'This code can no longer be used.',
    mine: 'Yours to give', give: 'Give away', ready: 'Here is the code. Send it to the other person.', copy: 'Copy the code', copied: 'Copied', given: 'Given', back: 'Take back', received: 'Received', passOn: 'Pass on', none: 'Nothing to give yet', noneHint: 'Rewards from the mall appear here once they are paid.', mall: 'To the reward mall',
    states: { waiting: 'waiting to be taken', taken: 'taken', declined: 'came back to you', gone: 'collected or ended' }, orders: { confirmed: 'to collect', fulfilled: 'collected', reversed: 'reversed', expired: 'expired', cancelled: 'cancelled' },
  },
)

const CODE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function useRenew() {
  const queries = useQueryClient()
  return () => {
    for (const key of ['given-gifts', 'received-gifts', 'reward-orders', 'gift']) void queries.invalidateQueries({ queryKey: [key] })
  }
}

/** Rewards that go from hand to hand: take one by its code, give one, see where each is. */
export function Gifts() {
  const t = useTexts(giftWords)
  const orders = useQuery({ queryKey: ['reward-orders'], queryFn: api.rewardOrders })
  const given = useQuery({ queryKey: ['given-gifts'], queryFn: api.givenGifts, refetchInterval: 10_000 })
  const received = useQuery({ queryKey: ['received-gifts'], queryFn: api.receivedGifts })
  return (
    <Page title={t.title} back="/benefits">
      <p className="m-quiet">{t.line}</p>
      <TakeGift />
      <Asked of={orders}>{(all) => <Asked of={given}>{(gifts) => <Mine orders={all} given={gifts} received={received.data ?? []} />}</Asked>}</Asked>
    </Page>
  )
}

function TakeGift() {
  const t = useTexts(giftWords)
  const [params] = useSearchParams()
  const [typed, setTyped] = useState(params.get('code') ?? '')
  const [asked, setAsked] = useState(params.get('code') ?? '')
  const code = asked.trim().toLowerCase()
  const good = CODE.test(code)
  const gift = useQuery({ queryKey: ['gift', code], queryFn: () => api.gift(code), enabled: good, retry: false })
  return (
    <section className="m-card">
      <h2>{t.code}</h2>
      <form
        className="m-form"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(typed)
        }}
      >
        <input className="m-input" aria-label={t.field} placeholder={t.field} value={typed} maxLength={40} autoComplete="off" autoCapitalize="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
        <button type="submit" className="m-primary" disabled={typed.trim() === ''}>{t.look}</button>
      </form>
      {asked && !good && <p role="alert">{t.bad}</p>}
      {gift.error && <ErrorState error={gift.error} />}
      {good && gift.data && <Decide key={code} gift={gift.data} code={code} />}
    </section>
  )
}

function Decide({ gift, code }: { gift: Gift; code: string }) {
  const t = useTexts(giftWords)
  const { say } = useAppearance()
  const renew = useRenew()
  const [asking, setAsking] = useState(false)
  const take = useAction((_: void, key) => api.takeGift(code, key), renew)
  const decline = useAction((_: void, key) => api.declineGift(code, key), renew)
  const error = take.error ?? decline.error
  return (
    <div className="m-form" aria-live="polite">
      <p className="m-big">{say(gift.reward)}</p>
      {gift.from && <p>{t.from(gift.from)}</p>}
      {take.isSuccess || gift.mine ? (
        <p className="m-good">{t.got}</p>
      ) : decline.isSuccess ? (
        <p>{t.said}</p>
      ) : gift.own ? (
        <p>{t.ownGift}</p>
      ) : gift.state !== 'waiting' ? (
        <p>{t.tried}</p>
      ) : asking ? (
        <>
          <p>{t.declineSure}</p>
          <div className="m-beside">
            <button type="button" className="m-second" disabled={decline.isPending} onClick={() => decline.mutate()}>{t.yes}</button>
            <button type="button" className="m-second" onClick={() => setAsking(false)}>{t.no}</button>
          </div>
        </>
      ) : (
        <>
          <button type="button" className="m-primary" disabled={take.isPending} onClick={() => take.mutate()}>{t.accept}</button>
          <button type="button" className="m-second" onClick={() => setAsking(true)}>{t.decline}</button>
        </>
      )}
      {error && <ErrorState error={error} kept />}
    </div>
  )
}

function Mine({ orders, given, received }: { orders: RewardOrder[]; given: Gift[]; received: Received[] }) {
  const t = useTexts(giftWords)
  const { say } = useAppearance()
  const rewards = useQuery({ queryKey: ['rewards'], queryFn: api.rewards })
  const away = new Set(given.filter((one) => one.state === 'waiting' || one.state === 'taken').map((one) => one.reference))
  const free = orders.filter((one) => one.state === 'confirmed' && !away.has(one.reference))
  const passable = received.filter((one) => one.state === 'confirmed' && !given.some((gift) => gift.reference === one.reference && gift.state === 'waiting'))
  if (free.length + given.length + received.length === 0) {
    return <section className="m-card"><EmptyState title={t.none} hint={t.noneHint} action={<Link to="/benefits" className="m-second">{t.mall}</Link>} /></section>
  }
  return (
    <>
      {free.length > 0 && (
        <section className="m-card">
          <h2>{t.mine}</h2>
          <ul className="m-list">{free.map((one) => <GiveRow key={one.reference} reference={one.reference} name={say(rewards.data?.find((each) => each.id === one.rewardId)?.name)} label={t.give} />)}</ul>
        </section>
      )}
      {given.length > 0 && (
        <section className="m-card">
          <h2>{t.given}</h2>
          <ul className="m-list">{given.map((one) => <GivenRow key={`${one.reference} ${one.at}`} gift={one} />)}</ul>
        </section>
      )}
      {received.length > 0 && (
        <section className="m-card">
          <h2>{t.received}</h2>
          <ul className="m-list">
            {received.map((one) =>
              passable.includes(one) ? (
                <GiveRow key={one.reference} reference={one.reference} name={say(one.reward)} line={`${t.from(one.from)} · ${wordFor(t.orders, one.state)}`} label={t.passOn} />
              ) : (
                <li key={one.reference}><b>{say(one.reward)}</b><small className="m-quiet">{t.from(one.from)} · {wordFor(t.orders, one.state)}</small></li>
              ),
            )}
          </ul>
        </section>
      )}
    </>
  )
}

function GiveRow({ reference, name, line, label }: { reference: string; name: string; line?: string; label: string }) {
  const renew = useRenew()
  const give = useAction((_: void, key) => api.giveReward(reference, key), renew)
  return (
    <li>
      <div className="m-between m-coupon-row">
        <span><b>{name}</b>{line && <small className="m-quiet">{line}</small>}</span>
        <button type="button" className="m-second" aria-label={`${label} ${name}`} disabled={give.isPending} onClick={() => give.mutate()}>{label}</button>
      </div>
      {give.error && <ErrorState error={give.error} kept />}
    </li>
  )
}

function GivenRow({ gift }: { gift: Gift }) {
  const t = useTexts(giftWords)
  const { say, formats } = useAppearance()
  const renew = useRenew()
  const [copied, setCopied] = useState(false)
  const code = gift.code ?? ''
  const back = useAction((_: void, key) => api.declineGift(code, key), renew)
  const waiting = gift.state === 'waiting' && code !== ''
  return (
    <li>
      <div className="m-between m-coupon-row">
        <span><b>{say(gift.reward)}</b><small className="m-quiet">{formats.dateTime(gift.at)}</small></span>
        <span className="m-tag">{wordFor(t.states, gift.state)}</span>
      </div>
      {waiting && (
        <div className="m-form">
          <p>{t.ready}</p>
          <p className="num gift-code">{code}</p>
          <div className="m-beside">
            <button type="button" className="m-second" onClick={() => void navigator.clipboard?.writeText(code).then(() => setCopied(true))}>{copied ? t.copied : t.copy}</button>
            <button type="button" className="m-second" disabled={back.isPending} onClick={() => back.mutate()}>{t.back}</button>
          </div>
          {back.error && <ErrorState error={back.error} kept />}
        </div>
      )}
    </li>
  )
}
