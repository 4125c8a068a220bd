import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Journey, MessageTemplate, Segment, Shapes } from '@waystation/client'
import { ErrorState, Mark, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useNow, useStaff } from '../../data/session'
import { useChannelName } from '../members/consents'
import { canvasTexts } from './canvas'
import { parted, type Sending } from './launch-plan'
import { useFunnel } from './launch-reach'
import { Faces, usePreview } from './launch-steps'
import { launchTexts } from './launch-texts'

type Rules = Shapes['messaging.SendRules']

interface ReviewProps {
  journey: Journey
  sending: Sending
  at: string | null
  segment: Segment | undefined
  template: MessageTemplate | undefined
}

/** Everything a launch comes to, before anybody says yes. */
export function Review({ journey, sending, at, segment, template }: ReviewProps) {
  const t = useTexts(launchTexts)
  const { say, formats } = useAppearance()
  const channelName = useChannelName()
  const now = useNow()
  const funnel = useFunnel(sending.segment, sending.channel, at)
  const rules = useQuery({ queryKey: ['message-rules'], queryFn: api.messageRules })
  const reach = funnel.data && parted(funnel.data.willReceive, sending.control)
  const failed = funnel.error ?? rules.error
  return (
    <>
      <section className="w-card">
        <h2 className="card-title">{t.review}</h2>
        {failed && <ErrorState error={failed} onRetry={() => void Promise.all([funnel.refetch(), rules.refetch()])} />}
        <dl className="facts launch-facts">
          <Line name={t.audience}>
            {segment ? (
              <>
                <Link to={`/segments/${encodeURIComponent(segment.id)}`}>{say(segment.name)}</Link> <span className="num">{formats.count(segment.count ?? 0)} {t.members}</span>
                {segment.countedAt && <small className="w-quiet num"> {t.asOf} {formats.near(segment.countedAt, now)}</small>}
                <div className="w-quiet">{say(segment.sentence)}</div>
              </>
            ) : (
              t.notAhead
            )}
          </Line>
          <Line name={t.text}>
            {channelName(sending.channel)} · {template ? <Link to={`/templates/${encodeURIComponent(template.code)}`}>{say(template.title)}</Link> : sending.template}
          </Line>
          {at && (
            <Line name={t.when}>
              <span className="num">{formats.dateTime(at)}</span>
            </Line>
          )}
          <Line name={t.quiet}>{rules.data && <Quiet rules={rules.data} at={at} leaves={funnel.data?.leavesAt ?? null} />}</Line>
          <Line name={t.caps}>
            {rules.data?.caps.map((cap, index) => <span key={index}>{index > 0 && ' · '}{t.capOf(formats.count(cap.days), formats.count(cap.most))}</span>)}{' '}
            {funnel.data && <span className="w-quiet num">{t.cappedOut(formats.count(Math.abs(funnel.data.steps.find((step) => step.code === 'FREQUENCY_CAP')?.count ?? 0)))}</span>} <Link to="/messages/rules">{t.rules}</Link>
          </Line>
          <Line name={t.held}>{sending.control > 0 ? <span className="num">{t.heldOf(formats.percent(sending.control / 100, 0), formats.count(reach?.held ?? 0))}</span> : <><Mark tone="attention">{t.none}</Mark> {t.noneHint}</>}</Line>
          <Line name={t.cost}>{reach && <Cost sending={sending} template={template} sent={reach.sent} />}</Line>
        </dl>
        {template && <Faces template={template} channel={sending.channel} only={1} />}
      </section>
      <Problems journey={journey} />
      <ApprovalCard journey={journey} />
    </>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export const clock = (time: string) => time.slice(0, 5)

function Quiet({ rules, at, leaves }: { rules: Rules; at: string | null; leaves: string | null }) {
  const t = useTexts(launchTexts)
  const { formats } = useAppearance()
  const now = useNow()
  const moved = at !== null && leaves !== null && new Date(leaves).getTime() > Math.max(new Date(at).getTime(), new Date(now).getTime())
  return (
    <>
      {t.quietOf(clock(rules.quietFrom), clock(rules.quietUntil))} {leaves && <Mark tone={moved ? 'attention' : 'good'}>{t.inTime(formats.near(leaves, now))}</Mark>}
    </>
  )
}

/** What the messages cost, by the length of the text as it will be sent. */
function Cost({ sending, template, sent }: { sending: Sending; template: MessageTemplate | undefined; sent: number }) {
  const t = useTexts(launchTexts)
  const { formats } = useAppearance()
  const preview = usePreview(template, sending.channel)
  const one = preview.data?.people[0]?.zh
  if (!one) return null
  if (one.segments === 0) return <>{t.noCost}</>
  const minor = Math.round((one.fenPerThousand * sent) / 1_000)
  return <span className="num">{t.costOf(formats.money({ minor, currency: 'CNY' }), formats.count(one.segments), formats.count(sent))}</span>
}

function Problems({ journey }: { journey: Journey }) {
  const t = useTexts(launchTexts)
  const c = useTexts(canvasTexts)
  const { say } = useAppearance()
  if (journey.problems.length === 0) return null
  return (
    <section className="verdict is-attention" aria-label={t.problems}>
      <b>{t.problems}</b>
      <ul className="faults">
        {journey.problems.map((problem, index) => (
          <li key={index}>
            <b>{say(journey.graph.nodes.find((node) => node.id === problem.node)?.label)}</b> {wordFor(c.problems, problem.kind)} <span className="w-quiet">{wordFor(c.remedies, problem.kind)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function useApproval(journey: Journey | null) {
  return useQuery({ queryKey: ['launch-approval', journey?.id, journey?.version], queryFn: () => api.launchApproval(journey!.id), enabled: journey !== null, refetchInterval: 5_000 })
}

/** Whether a second person is needed, why, and whose word there is. */
function ApprovalCard({ journey }: { journey: Journey }) {
  const t = useTexts(launchTexts)
  const { say, formats } = useAppearance()
  const now = useNow()
  const staff = useStaff()
  const client = useQueryClient()
  const approval = useApproval(journey)
  const agree = useAction(({ id }: { id: string }, key) => api.approveLaunch(id, key), () => void client.invalidateQueries({ queryKey: ['launch-approval'] }))
  const told = approval.data
  const money = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const draft = journey.state !== 'published'
  const mine = told?.agreed.some((one) => one.mine) ?? false
  const over = told
    ? [
        told.limits.members > 0 && t.limitOf.members(formats.count(told.estimate.members), formats.count(told.limits.members)),
        told.limits.points > 0 && t.limitOf.points(formats.count(told.estimate.points), formats.count(told.limits.points)),
        told.limits.smsMinor > 0 && t.limitOf.sms(money(told.estimate.smsMinor), money(told.limits.smsMinor)),
      ].filter((line) => line !== false)
    : []
  return (
    <section className="w-card" aria-label={t.approval}>
      <h2 className="card-title">{t.approval}</h2>
      {approval.error ? (
        <ErrorState error={approval.error} onRetry={() => void approval.refetch()} />
      ) : !told ? (
        <SkeletonRows rows={2} />
      ) : (
        <>
          <p>
            <Mark tone={told.needed && !told.free ? 'attention' : 'good'}>{told.needed ? t.needed : over.length === 0 ? t.noLimits : t.notNeeded}</Mark>
          </p>
          {over.length > 0 && <ul className="plain-list num">{over.map((line) => <li key={line}>{line}</li>)}</ul>}
          {told.agreed.map((one) => <p key={one.at}><Mark tone="good">{t.agreed(say(one.by), formats.near(one.at, now))}</Mark></p>)}
          {told.needed && told.agreed.length === 0 && <p className="w-quiet">{t.noneAgreed}</p>}
          {told.needed && mine && <p role="status">{told.free ? t.agreedNow : t.ownWord}</p>}
          {agree.error && <ErrorState error={agree.error} kept />}
          {told.needed && draft && !mine && staff.may('journeys.write') && (
            <Button loading={agree.isPending} onClick={() => agree.mutate({ id: journey.id })}>{t.agree}</Button>
          )}
        </>
      )}
    </section>
  )
}
