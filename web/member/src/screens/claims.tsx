import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, useAction, type Shapes } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../data/api'
import { useTrips } from '../data/session'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'

type Claim = Shapes['wallet.ClaimView']

const texts = dictionary(
  {
    title: '补登积分', line: '到站后积分没有到账，在这里申请。处理到哪一步，在下面看。', trip: '哪一程', other: '不在列表里，自己填', order: '订单号或票号', on: '乘车日期', evidence: '怎么证明', evidenceHint: '例如：用另一张证件买的票，车票号 E123456', send: '提交申请', sent: '已收到您的申请', mine: '我的申请', none: '还没有申请过', noneHint: '少了积分就在上面填一下',
    received: '已收到', checked: '核对中', decided: '有结果', open: '正在核对', accepted: (n: string) => `已补登 ${n} 积分`, rejected: '没有补登', said: '答复',
  },
  {
    title: 'Missing points', line: 'When the points of a trip are missing, ask for them here. Below you see how far the answer is.', trip: 'Which trip', other: 'Not listed; I will type it', order: 'Order or ticket number', on: 'Day of travel', evidence: 'What shows it', evidenceHint: 'For example: bought with another document, ticket E123456', send: 'Send the claim', sent: 'We have your claim', mine: 'My claims', none: 'No claims yet', noneHint: 'If points are missing, fill in the form above',
    received: 'Received', checked: 'Being checked', decided: 'Decided', open: 'Being checked', accepted: (n: string) => `${n} points credited`, rejected: 'Not credited', said: 'Answer',
  },
)

/** Points that never came: ask for them, and see how far the answer is. */
export function ClaimsScreen() {
  const t = useTexts(texts)
  const claims = useQuery({ queryKey: ['claims'], queryFn: async () => itemsOf(await api.myClaims()), refetchInterval: 15_000 })
  return (
    <Page title={t.title} back="/points">
      <p className="m-quiet">{t.line}</p>
      <ClaimForm />
      <section className="m-card">
        <h2>{t.mine}</h2>
        <Asked of={claims}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState title={t.none} hint={t.noneHint} />
            ) : (
              <ul className="m-list">
                {all.map((one) => (
                  <ClaimRow key={one.id} claim={one} />
                ))}
              </ul>
            )
          }
        </Asked>
      </section>
    </Page>
  )
}

function ClaimForm() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const queries = useQueryClient()
  const [asked] = useSearchParams()
  const trips = (useTrips().data?.items ?? []).filter((one) => one.tickets.some((ticket) => ticket.status === 'completed'))
  const [trip, setTrip] = useState(asked.get('order') ?? '')
  const [order, setOrder] = useState('')
  const [on, setOn] = useState('')
  const [evidence, setEvidence] = useState('')
  const known = trips.find((one) => one.id === trip)
  const send = useAction(
    api.claimPoints,
    () => {
      setEvidence('')
      setOrder('')
    },
    () => void queries.invalidateQueries({ queryKey: ['claims'] }),
  )
  return (
    <form
      className="m-card m-form"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate({ order: known?.id ?? order.trim(), tripOn: known ? formats.isoDate(known.run.from.time) : on, evidence: evidence.trim() })
      }}
    >
      <label>
        {t.trip}
        <select className="m-input" value={known ? trip : ''} onChange={(event) => setTrip(event.target.value)}>
          <option value="">{t.other}</option>
          {trips.map((one) => (
            <option key={one.id} value={one.id}>
              {`${formats.date(one.run.from.time)} ${one.run.trainCode} ${say(one.run.from.name)} → ${say(one.run.to.name)}`}
            </option>
          ))}
        </select>
      </label>
      {!known && (
        <>
          <label>
            {t.order}
            <input className="m-input num" required maxLength={64} value={order} onChange={(event) => setOrder(event.target.value)} />
          </label>
          <label>
            {t.on}
            <input className="m-input num" type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
          </label>
        </>
      )}
      <label>
        {t.evidence}
        <textarea className="m-input" required minLength={4} maxLength={500} rows={3} placeholder={t.evidenceHint} value={evidence} onChange={(event) => setEvidence(event.target.value)} />
      </label>
      {send.error && <ErrorState error={send.error} kept />}
      {send.isSuccess && <p className="m-done" role="status">{t.sent}</p>}
      <button className="m-primary" disabled={send.isPending}>
        {t.send}
      </button>
    </form>
  )
}

/** Three steps, the reached ones marked by a sign and not by colour alone. */
function ClaimRow({ claim }: { claim: Claim }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const steps = [t.received, t.checked, t.decided]
  const reached = claim.state === 'OPEN' ? 2 : steps.length
  const verdict = claim.state === 'OPEN' ? t.open : claim.state === 'ACCEPTED' ? t.accepted(formats.count(claim.points ?? 0)) : t.rejected
  return (
    <li>
      <div className="m-between">
        <b>{verdict}</b>
        <span className="m-quiet num">{formats.date(claim.tripOn)}</span>
      </div>
      <small className="m-quiet num">{claim.order}</small>
      <ol className="m-steps">
        {steps.map((step, at) => (
          <li key={step} aria-current={at + 1 === reached ? 'step' : undefined}>
            {`${at < reached ? '✓' : '·'} ${step}`}
          </li>
        ))}
      </ol>
      {claim.decision && (
        <p className="m-small">
          {formats.labelled(t.said, claim.decision)}
        </p>
      )}
    </li>
  )
}
