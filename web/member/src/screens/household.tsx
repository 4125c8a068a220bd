import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction } from '@waystation/client'
import { dictionary, ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { useState } from 'react'
import { api } from '../data/api'
import { useWorld } from '../data/session'
import { Asked } from '../parts/asked'

const texts = dictionary(
  {
    title: '家庭积分', none: '和家人共用积分：积分仍各归各人，用的时候一起用，退的时候各回各家。', form: '创建家庭', together: '全家现在可用', invite: '邀请家人', phone: '家人的手机号或会员号', send: '邀请', waiting: '等待答复', accept: '同意加入', decline: '不加入', withdraw: '撤回', you: '我', gives: (n: string) => `可共用 ${n} 分`, share: (n: number) => `拿出 ${n}%`, limit: (n: string) => `每月最多用 ${n} 分`, noLimit: '不限额', from: (day: string) => `${day} 起共用`, leave: '退出家庭', remove: '移除', disband: '解散家庭', sure: '再按一次确认', cooling: '退出或解散后 90 天内不能加入别的家庭。', earliest: '先用最早到期的', pro_rata: '按比例分摊', ownerOnly: '只有创建人能用', frozen: '积分共用已暂停，请联系客服。', setLimit: '每月额度', setShare: '我拿出', manage: '管理', guardian: '未成年，需监护人同意', transfer: '转积分给家人', to: '给谁', amount: '积分数', sendPoints: '转出', fee: (permille: string, least: string) => `手续费 ${permille}‰，每次至少 ${least} 分；有效期不变。`, sent: '已转出',
    roles: { owner: '创建人', adult: '成年', minor: '未成年' },
    why: { POOL_NOT_ACTIVE_YET: '加入满 7 天后才能共用', POOL_OWNER_ONLY: '只有创建人能用', POOL_IS_FROZEN: '积分共用已暂停' },
  },
  {
    title: 'Family points', none: 'Share points with your family: everybody keeps their own, you spend them together, and returns go back to whose they were.', form: 'Form a family', together: 'Your family can spend', invite: 'Invite', phone: 'Phone or member number', send: 'Invite', waiting: 'Waiting for an answer', accept: 'Join', decline: 'Decline', withdraw: 'Take back', you: 'You', gives: (n: string) => `shares ${n} points`, share: (n: number) => `gives ${n}%`, limit: (n: string) => `spends ${n} a month at most`, noLimit: 'no limit', from: (day: string) => `from ${day}`, leave: 'Leave', remove: 'Remove', disband: 'Disband', sure: 'Press again to confirm', cooling: 'After leaving or disbanding you can join another family in 90 days.', earliest: 'What ends first', pro_rata: 'In proportion', ownerOnly: 'Only the owner spends', frozen: 'Sharing points is stopped. Ask the service desk.', setLimit: 'Monthly limit', setShare: 'I give', manage: 'Manage', guardian: 'Under 18: a guardian has to agree', transfer: 'Send points to family', to: 'To', amount: 'Points', sendPoints: 'Send', fee: (permille: string, least: string) => `Fee ${permille}‰, at least ${least} points; their last day stays.`, sent: 'Sent',
    roles: { owner: 'Owner', adult: 'Adult', minor: 'Minor' },
    why: { POOL_NOT_ACTIVE_YET: 'You can share 7 days after joining', POOL_OWNER_ONLY: 'Only the owner spends', POOL_IS_FROZEN: 'Sharing is stopped' },
  },
)

type Mine = Awaited<ReturnType<typeof api.household>>
type Family = NonNullable<Mine['household']>
type Kin = Family['kin'][number]

function useRefresh() {
  const client = useQueryClient()
  return () => {
    for (const key of ['household', 'pool', 'points']) void client.invalidateQueries({ queryKey: [key] })
  }
}

/** What is to change; by its name the same wish is known again when it is tried after a lost answer. */
interface Wish {
  name: string
  run(key: string): Promise<unknown>
}

function useChange() {
  return useAction(({ run }: Wish, key) => run(key), useRefresh())
}

export function Household() {
  const t = useTexts(texts)
  const mine = useQuery({ queryKey: ['household'], queryFn: api.household })
  const change = useChange()
  return (
    <>
      <section className="m-card m-household">
        <h2>{t.title}</h2>
        <Asked of={mine}>
          {(value) =>
            value.household ? (
              <Inside family={value.household} mine={value} change={change} />
            ) : (
              <>
                <p className="m-quiet">{t.none}</p>
                <Waiting mine={value} change={change} />
                <button type="button" className="m-second" disabled={change.isPending} onClick={() => change.mutate({ name: 'form', run: api.formHousehold })}>
                  {t.form}
                </button>
              </>
            )
          }
        </Asked>
        {change.error && <ErrorState error={change.error} kept />}
      </section>
      {mine.data?.household && <Transfer family={mine.data.household} me={mine.data.memberId} />}
    </>
  )
}

interface Part {
  mine: Mine
  change: ReturnType<typeof useChange>
}

function Inside({ family, mine, change }: Part & { family: Family }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const [sure, ask] = useState(false)
  const [who, setWho] = useState('')
  const pool = useQuery({ queryKey: ['pool'], queryFn: api.pool })
  const owner = family.ownerId === mine.memberId
  return (
    <>
      {family.frozenFor && <p role="alert">{t.frozen}</p>}
      <span className="m-quiet">{t.together}</span>
      <p className="m-big num">{formats.points(pool.data?.possible ?? 0)}</p>
      <p className="m-quiet">{pool.data?.whyNone ? wordFor(t.why, pool.data.whyNone) : wordFor({ earliest: t.earliest, pro_rata: t.pro_rata }, family.drawOrder)}</p>
      <ul className="m-list">
        {family.kin.map((one) => (
          <KinRow key={one.memberId} kin={one} me={mine.memberId} owner={owner} drawable={pool.data?.sources.find((each) => each.memberId === one.memberId)?.drawable} change={change} />
        ))}
      </ul>
      <Waiting mine={mine} change={change} />
      {owner && (
        <>
          <form
            className="m-beside"
            onSubmit={(event) => {
              event.preventDefault()
              change.mutate({ name: `invite ${who}`, run: (key) => api.inviteKin(who, key) }, { onSuccess: () => setWho('') })
            }}
          >
            <input className="m-input" aria-label={t.phone} placeholder={t.phone} value={who} onChange={(event) => setWho(event.target.value)} required />
            <button type="submit" className="m-second" disabled={change.isPending}>
              {t.send}
            </button>
          </form>
          <div className="m-choices">
            {(['earliest', 'pro_rata'] as const).map((order) => (
              <button key={order} type="button" className="m-second" aria-pressed={family.drawOrder === order} onClick={() => change.mutate({ name: `draw ${order}`, run: (key) => api.setHousehold({ drawOrder: order, ownerOnly: family.ownerOnly }, key) })}>
                {t[order]}
              </button>
            ))}
            <button type="button" className="m-second" aria-pressed={family.ownerOnly} onClick={() => change.mutate({ name: `owner ${!family.ownerOnly}`, run: (key) => api.setHousehold({ drawOrder: family.drawOrder, ownerOnly: !family.ownerOnly }, key) })}>
              {t.ownerOnly}
            </button>
          </div>
        </>
      )}
      <p className="m-quiet">{t.cooling}</p>
      <button type="button" className="m-second" disabled={change.isPending} onClick={() => (sure ? change.mutate({ name: 'leave', run: (key) => (owner ? api.disbandHousehold(key) : api.endKin(mine.memberId, key)) }) : ask(true))}>
        {sure ? t.sure : owner ? t.disband : t.leave}
      </button>
    </>
  )
}

function KinRow({ kin, me, owner, drawable, change }: { kin: Kin; me: string; owner: boolean; drawable?: number; change: ReturnType<typeof useChange> }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const now = useWorld().data?.now
  const today = now ? formats.isoDate(now) : ''
  const [open, setOpen] = useState(false)
  const [limit, setLimit] = useState(String(kin.monthlyLimit ?? ''))
  const own = kin.memberId === me
  const facts = [
    wordFor(t.roles, kin.role),
    t.share(kin.sharePercent),
    kin.monthlyLimit === null || kin.monthlyLimit === undefined ? t.noLimit : t.limit(formats.count(kin.monthlyLimit)),
    kin.activeOn > today ? t.from(formats.date(kin.activeOn)) : '',
  ]
  return (
    <li>
      <div className="m-between">
        <span>
          {kin.name} {own && `(${t.you})`}
          <small className="m-quiet">{facts.filter(Boolean).join(' · ')}</small>
          {drawable !== undefined && <small className="m-quiet num">{t.gives(formats.count(drawable))}</small>}
        </span>
        {(owner || kin.mine) && (
          <button type="button" className="m-second" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t.manage}
          </button>
        )}
      </div>
      {open && (
        <div className="m-form">
          {kin.mine && (
            <div className="m-choices" role="group" aria-label={t.setShare}>
              {[100, 50, 0].map((percent) => (
                <button key={percent} type="button" className="m-second" aria-pressed={kin.sharePercent === percent} onClick={() => change.mutate({ name: `share ${kin.memberId} ${percent}`, run: (key) => api.shareKin(kin.memberId, percent, key) })}>
                  {t.setShare} {percent}%
                </button>
              ))}
            </div>
          )}
          {owner && (
            <form
              className="m-beside"
              onSubmit={(event) => {
                event.preventDefault()
                change.mutate({ name: `limit ${kin.memberId} ${limit}`, run: (key) => api.limitKin(kin.memberId, limit === '' ? null : Number(limit), key) })
              }}
            >
              <input className="m-input" aria-label={t.setLimit} placeholder={t.setLimit} inputMode="numeric" value={limit} onChange={(event) => setLimit(event.target.value)} />
              <button type="submit" className="m-second">
                {t.setLimit}
              </button>
            </form>
          )}
          {owner && !own && (
            <button type="button" className="m-second" onClick={() => change.mutate({ name: `end ${kin.memberId}`, run: (key) => api.endKin(kin.memberId, key) })}>
              {t.remove}
            </button>
          )}
        </div>
      )}
    </li>
  )
}

function Waiting({ mine, change }: Part) {
  const t = useTexts(texts)
  if (mine.waiting.length === 0) return null
  const owner = mine.household?.ownerId === mine.memberId
  return (
    <ul className="m-list">
      {mine.waiting.map((one) => {
        const forMe = one.memberId === mine.memberId
        return (
          <li key={one.id} className="m-between">
            <span>
              {one.name}
              <small className="m-quiet">{one.minor ? t.guardian : t.waiting}</small>
            </span>
            <span className="m-beside">
              {(forMe || one.minor) && (
                <button type="button" className="m-second" disabled={change.isPending} onClick={() => change.mutate({ name: `accept ${one.id}`, run: (key) => api.acceptInvitation(one.id, key) })}>
                  {t.accept}
                </button>
              )}
              {(forMe || owner) && (
                <button type="button" className="m-second" disabled={change.isPending} onClick={() => change.mutate({ name: `decline ${one.id}`, run: (key) => api.declineInvitation(one.id, key) })}>
                  {forMe ? t.decline : t.withdraw}
                </button>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Transfer({ family, me }: { family: Family; me: string }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const others = family.kin.filter((one) => one.memberId !== me)
  const rule = useQuery({ queryKey: ['transfer-rule'], queryFn: api.transferRule })
  const [to, setTo] = useState(others[0]?.memberId ?? '')
  const [amount, setAmount] = useState('')
  const refresh = useRefresh()
  const send = useAction(
    (wish: { to: string; amount: number }, key) => api.transfer(wish.to, wish.amount, key),
    () => {
      setAmount('')
      refresh()
    },
  )
  if (others.length === 0) return null
  return (
    <form
      className="m-card m-form"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate({ to, amount: Number(amount) })
      }}
    >
      <h2>{t.transfer}</h2>
      <label>
        {t.to}
        <select className="m-input" value={to} onChange={(event) => setTo(event.target.value)}>
          {others.map((one) => (
            <option key={one.memberId} value={one.memberId}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.amount}
        <input className="m-input" inputMode="numeric" pattern="[0-9]*" value={amount} onChange={(event) => setAmount(event.target.value)} required />
      </label>
      {rule.data && <p className="m-quiet">{t.fee(formats.count(rule.data.feePermille), formats.count(rule.data.least))}</p>}
      {send.error && <ErrorState error={send.error} kept />}
      {send.isSuccess && <p role="status">{t.sent}</p>}
      <button type="submit" className="m-primary" disabled={send.isPending}>
        {t.sendPoints}
      </button>
    </form>
  )
}
