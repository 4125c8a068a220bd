import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ClaimTurn, PointsClaim } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Input, InputNumber } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useProblemText } from '../../shell/problem'
import { ClaimBackground } from './claim-background'
import { claimWords } from './claim-words'

/** The queue: one claim at a time, in one pair of hands, worked with the keys 1 to 4. */
export function Claims() {
  const t = useTexts(claimWords)
  const client = useQueryClient()
  const [passed, setPassed] = useState<string[]>([])
  const turn = useQuery({ queryKey: ['claim-turn', passed], queryFn: () => api.takeClaim(passed), refetchInterval: 30_000, staleTime: 0, gcTime: 0, placeholderData: (before) => before })
  // What is open when the desk is left goes back into the queue.
  useEffect(() => () => void api.leaveClaims().catch(() => undefined), [])
  if (turn.error) return <ErrorState error={turn.error} onRetry={() => void turn.refetch()} />
  if (!turn.data) return <SkeletonBlock height={420} />
  const claim = turn.data.claim
  const next = () => client.invalidateQueries({ queryKey: ['claim-turn'] })
  return (
    <>
      <Standing queue={turn.data.queue} />
      {claim ? (
        <div className="columns claim-desk">
          <One key={claim.id} claim={claim} until={turn.data.until} onLater={() => setPassed([...passed, claim.id])} onDecided={() => void next()} />
          <ClaimBackground key={`of ${claim.id}`} claim={claim} />
        </div>
      ) : (
        <div className="w-card list-card">
          {turn.data.queue.open === 0 ? (
            <EmptyState title={t.none} hint={t.noneHint} />
          ) : passed.length > 0 ? (
            <EmptyState title={t.passedAll} action={<Button type="primary" onClick={() => setPassed([])}>{t.again}</Button>} />
          ) : (
            <EmptyState title={t.allHeld} hint={t.allHeldHint} />
          )}
        </div>
      )}
    </>
  )
}

function Standing({ queue }: { queue: ClaimTurn['queue'] }) {
  const t = useTexts(claimWords)
  const { formats } = useAppearance()
  const facts: [string, string, string?][] = [
    [t.waiting, formats.count(queue.open)],
    [t.others, formats.count(queue.others)],
    [t.today, formats.count(queue.decidedToday), t.mine(formats.count(queue.mineToday))],
    [t.each, queue.secondsEach == null ? '—' : t.seconds(queue.secondsEach)],
  ]
  return (
    <dl className="standing">
      {facts.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">
            {value} {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Act = 'accept' | 'noTrip' | 'credited' | 'later'
const acts: readonly Act[] = ['accept', 'noTrip', 'credited', 'later']

function One({ claim, until, onLater, onDecided }: { claim: PointsClaim; until: string; onLater(): void; onDecided(): void }) {
  const t = useTexts(claimWords)
  const { formats } = useAppearance()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const [points, setPoints] = useState<number | null>(null)
  const [text, setText] = useState('')
  const amount = useRef<HTMLInputElement>(null)
  const decide = useAction((verdict: { points: number; decision: string }, key) => api.decideClaim(claim.id, verdict, key), onDecided)
  const say = (verdict: { points: number; decision: string }) =>
    decide.mutate(verdict, {
      onError: (error) => {
        void message.error(problemText(error))
        onDecided()
      },
    })
  const doing: Record<Act, () => void> = {
    accept: () => (points ? say({ points, decision: text.trim() || t.texts.accept }) : amount.current?.focus()),
    noTrip: () => say({ points: 0, decision: text.trim() || t.texts.noTrip }),
    credited: () => say({ points: 0, decision: text.trim() || t.texts.credited }),
    later: onLater,
  }
  const latest = useRef(doing)
  latest.current = doing
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (typing || event.metaKey || event.ctrlKey || event.altKey) return
      const act = acts[Number(event.key) - 1]
      if (!act) return
      event.preventDefault()
      latest.current[act]()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <section className="w-card stack" aria-label={t.says}>
      <blockquote className="claim-words">
        <span className="w-quiet">{t.says}</span>
        {claim.evidence}
      </blockquote>
      <dl className="facts claim-facts">
        <dt>{t.trip}</dt>
        <dd>{formats.date(claim.tripOn)}</dd>
        <dt>{t.order}</dt>
        <dd className="num">{claim.order}</dd>
        <dt>{t.asked}</dt>
        <dd><DateTimeText at={claim.askedAt} /></dd>
      </dl>
      <div className="claim-answer">
        <label>
          <span>{t.points} <small className="w-quiet">{t.pointsHint}</small></span>
          <InputNumber ref={amount as never} min={1} max={1_000_000} value={points} onChange={setPoints} onPressEnter={doing.accept} controls={false} />
        </label>
        <label>
          <span>{t.answer} <small className="w-quiet">{t.answerHint}</small></span>
          <Input value={text} maxLength={200} placeholder={t.texts.accept} onChange={(event) => setText(event.target.value)} />
        </label>
      </div>
      <Usual memberId={claim.memberId} onPick={setPoints} />
      <div className="claim-acts">
        {acts.map((act, index) => (
          <Button key={act} type={act === 'accept' ? 'primary' : 'default'} size="large" loading={decide.isPending && act === 'accept'} disabled={decide.isPending} onClick={doing[act]}>
            <kbd aria-hidden="true">{index + 1}</kbd> {t.acts[act]}
          </Button>
        ))}
      </div>
      <p className="w-quiet">{t.turn(formats.clock(until))}</p>
    </section>
  )
}

/** What this member's trips have brought lately; one click fills it in. */
function Usual({ memberId, onPick }: { memberId: string; onPick(points: number): void }) {
  const t = useTexts(claimWords)
  const { formats } = useAppearance()
  const points = useQuery({ queryKey: ['member-points', memberId], queryFn: () => api.memberPoints(memberId) })
  const lately = [...new Set((points.data?.postings.items ?? []).filter((line) => line.amount > 0).map((line) => line.amount))].slice(0, 4)
  if (lately.length === 0) return null
  return (
    <div className="chips">
      <span className="w-quiet">{t.usual}</span>
      {lately.map((one) => (
        <Button key={one} size="small" onClick={() => onPick(one)}>{formats.count(one)}</Button>
      ))}
    </div>
  )
}
