import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type PointsClaim } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { Button, Input, InputNumber } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { words } from './words'

/** The queue, one claim at a time, worked with the keys 1 to 4. */
export function Claims() {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const client = useQueryClient()
  const [later, setLater] = useState<string[]>([])
  const queue = useQuery({ queryKey: ['claims', 'OPEN'], queryFn: async () => itemsOf(await api.claims({ state: 'OPEN', limit: 50 })), refetchInterval: 20_000 })
  if (queue.error) return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />
  if (!queue.data) return <SkeletonRows rows={4} height={56} />
  const claims = [...queue.data.filter((claim) => !later.includes(claim.id)), ...queue.data.filter((claim) => later.includes(claim.id))]
  const claim = claims[0]
  if (!claim) return <div className="w-card list-card"><EmptyState title={t.noClaims} hint={t.noClaimsHint} /></div>
  return (
    <>
      <p className="w-quiet">{t.of('1', formats.count(claims.length))} · {t.claimKeys}</p>
      <One key={claim.id} claim={claim} onLater={() => setLater([...later.filter((id) => id !== claim.id), claim.id])} onDecided={() => void client.invalidateQueries({ queryKey: ['claims', 'OPEN'] })} />
    </>
  )
}

function One({ claim, onLater, onDecided }: { claim: PointsClaim; onLater(): void; onDecided(): void }) {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const [points, setPoints] = useState<number | null>(null)
  const [text, setText] = useState('')
  const decide = useAction((verdict: { points: number; decision: string }, key) => api.decideClaim(claim.id, verdict, key), onDecided)
  const accept = () => points && decide.mutate({ points, decision: text || t.acceptText })
  const reject = (why: string) => decide.mutate({ points: 0, decision: text || why })
  const acts = [accept, () => reject(t.noTripText), () => reject(t.creditedText), onLater]
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (typing || event.metaKey || event.ctrlKey || event.altKey) return
      latest.current[Number(event.key) - 1]?.()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <div className="two-columns">
      <section className="w-card stack">
        <dl className="facts">
          <dt>{t.order}</dt><dd>{claim.order}</dd>
          <dt>{t.tripOn}</dt><dd>{formats.date(claim.tripOn)}</dd>
          <dt>{t.asked}</dt><dd><DateTimeText at={claim.askedAt} /></dd>
          <dt>{t.evidence}</dt><dd>{claim.evidence}</dd>
        </dl>
        <label>{t.points} <InputNumber min={1} max={1_000_000} value={points} onChange={setPoints} style={{ width: 140 }} autoFocus onPressEnter={accept} /></label>
        <label>{t.decision}<Input value={text} maxLength={200} placeholder={t.acceptText} onChange={(event) => setText(event.target.value)} /></label>
        <div className="page-actions" style={{ justifyContent: 'flex-start' }}>
          <Button type="primary" disabled={!points} loading={decide.isPending} onClick={accept}>1 {t.accept}</Button>
          <Button onClick={acts[1]}>2 {t.noTrip}</Button>
          <Button onClick={acts[2]}>3 {t.credited}</Button>
          <Button onClick={onLater}>4 {t.later}</Button>
        </div>
        {decide.error && <ErrorState error={decide.error} />}
      </section>
      <History memberId={claim.memberId} />
    </div>
  )
}

function History({ memberId }: { memberId: string }) {
  const t = useTexts(words)
  const { formats, say } = useAppearance()
  const points = useQuery({ queryKey: ['member-points', memberId], queryFn: () => api.memberPoints(memberId) })
  return (
    <section className="w-card stack">
      <h2 className="card-title">{t.history}</h2>
      {points.error && <ErrorState error={points.error} />}
      <ul className="plain-list">
        {points.data?.postings.items.slice(0, 8).map((line) => (
          <li key={line.entryNo}>
            <span style={{ flex: 1 }}>{say(line.label)} {line.order && <span className="w-quiet">{line.order}</span>}</span>
            <b className="num">{formats.signed(line.amount)}</b>
            <span className="w-quiet"><DateTimeText at={line.at} /></span>
          </li>
        ))}
      </ul>
      <Link to={`/members/${memberId}`}>{t.seeMember}</Link>
    </section>
  )
}
