import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, versionOf, type Journey, type MessageTemplate, type Segment } from '@waystation/client'
import { ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Steps } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useNow, useStaff } from '../../data/session'
import { useVenueDays } from '../../data/venue-days'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { newStepId } from './journey-graph'
import { JourneyMark } from './journeys'
import { keepTrial } from './launch-keep'
import { drawingOf, parted, planOf, sendingOf, trialKey, trialOf, type LaunchPlan } from './launch-plan'
import { Reach, useFunnel } from './launch-reach'
import { clock, Review, useApproval } from './launch-review'
import { asksFor, AudienceStep, MessageStep, TimeStep } from './launch-steps'
import { launchTexts } from './launch-texts'

const steps = ['audience', 'message', 'time', 'review'] as const
type Step = (typeof steps)[number]

/** From an audience to a launch: who gets it, what it says, who is held out, when, and who agreed. */
export default function Launch() {
  const { say } = useAppearance()
  const { id } = useParams()
  const now = useNow()
  const journey = useQuery({ queryKey: ['journey', id], queryFn: () => api.journey(id!), enabled: id !== undefined })
  const segments = useQuery({ queryKey: ['segments-published'], queryFn: async () => itemsOf(await api.segments({ limit: 200 })).filter((one) => one.state === 'published') })
  const templates = useQuery({ queryKey: ['message-templates'], queryFn: api.messageTemplates })
  const failed = journey.error ?? segments.error ?? templates.error
  if (failed) return <ErrorState error={failed} onRetry={() => void Promise.all([...(id ? [journey.refetch()] : []), segments.refetch(), templates.refetch()])} />
  if (!segments.data || !templates.data || (id !== undefined && !journey.data)) return <SkeletonBlock height={480} />
  const j = journey.data ?? null
  const shared = { segments: segments.data, templates: templates.data }
  if (j === null) return <Wizard journey={null} start={{ name: '', segment: '', channel: 'sms', template: '', control: 10, day: dayjs(now).add(1, 'day').format('YYYY-MM-DD'), time: '10:00' }} {...shared} />
  const plan = planOf(j, say(j.name))
  return plan ? <Wizard key={j.id} journey={j} start={plan} {...shared} /> : <Drawn journey={j} {...shared} />
}

interface Shared { segments: Segment[]; templates: MessageTemplate[] }

function Wizard({ journey, start, segments, templates }: Shared & { journey: Journey | null; start: LaunchPlan }) {
  const t = useTexts(launchTexts)
  const { say, formats } = useAppearance()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const staff = useStaff()
  const navigate = useNavigate()
  const client = useQueryClient()
  const now = useNow()
  const days = useVenueDays()
  const [plan, setPlan] = useState(start)
  const [asked, go] = useFilters({ step: journey ? 'review' : 'audience' })
  const [code] = useState(() => journey?.code ?? `launch-${newStepId().slice(1)}`)
  const changed = JSON.stringify(plan) !== JSON.stringify(start)
  const whole = {
    audience: plan.name.trim() !== '' && plan.segment !== '',
    message: templates.some((one) => one.code === plan.template && asksFor(one).length === 0),
    time: plan.day !== '' && plan.time !== '',
  }
  const ready = whole.audience && whole.message && whole.time
  const step: Step = steps.find((one) => one === asked.step && (one !== 'review' || (journey !== null && ready && !changed))) ?? steps.find((one) => one !== 'review' && !whole[one]) ?? 'time'
  const at = days.moment(dayjs(`${plan.day}T${plan.time}`))
  const past = new Date(at) <= new Date(now)
  const funnel = useFunnel(plan.segment || null, plan.channel, at)
  const rules = useQuery({ queryKey: ['message-rules'], queryFn: api.messageRules })
  const moved = !past && funnel.data && rules.data && new Date(funnel.data.leavesAt) > new Date(at) ? t.quietMoved(clock(rules.data.quietFrom), clock(rules.data.quietUntil), formats.near(funnel.data.leavesAt, now)) : null
  const live = journey?.state === 'published'
  const mayWrite = staff.may('journeys.write')
  const segment = segments.find((one) => one.id === plan.segment)
  const saving = useEdit({
    version: versionOf(journey),
    send: async (wanted: LaunchPlan, version, key) => {
      const own = wanted.name.trim()
      const name = journey && own === say(journey.name) ? journey.name : { zh: own, en: own }
      if (wanted.control > 0) await keepTrial(trialOf(wanted, code, name, segment?.count ?? 0))
      const draft = drawingOf(wanted, code, name)
      return journey ? api.redrawJourney(journey.id, draft, version, key) : api.draftJourney(draft, key)
    },
    latest: async () => (journey ? versionOf(await api.journey(journey.id)) : undefined),
    reload: () => void client.invalidateQueries({ queryKey: ['journey', journey?.id] }),
    after: async (kept) => {
      void message.success(t.saved)
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'journey' || query.queryKey[0] === 'journeys' || query.queryKey[0] === 'launch-approval' })
      void navigate(`/journeys/${encodeURIComponent(kept.id)}/launch?step=review`, { replace: true })
    },
  })
  const tell = { onError: (error: unknown) => void message.error(problemText(error)) }
  const forward = () => {
    const next = steps[steps.indexOf(step) + 1]
    if (next === undefined) return
    if (next !== 'review') return go({ step: next })
    if (changed || journey === null) saving.save({ ...plan, name: plan.name.trim() }, tell)
    else go({ step: next })
  }
  const title = journey ? t.title(say(journey.name)) : t.create
  const turn = (to: Step) => (to === 'review' && (changed || journey === null) ? ready && saving.save(plan, tell) : go({ step: to }))
  return (
    <Page
      title={journey ? <span className="title-marked">{title} <JourneyMark state={journey.state} /></span> : title}
      name={title}
      purpose={t.purpose}
      actions={
        mayWrite && (
          <>
            {step !== 'audience' && !live && <Button onClick={() => turn(steps[steps.indexOf(step) - 1]!)}>{t.back}</Button>}
            {step === 'review' && journey ? (
              <LaunchButton journey={journey} plan={plan} at={at} past={past} sent={parted(funnel.data?.willReceive ?? 0, plan.control).sent} />
            ) : (
              <Button type="primary" disabled={step === 'time' ? !ready || past : !whole[step as 'audience' | 'message']} loading={saving.pending} onClick={forward}>{t.next}</Button>
            )}
          </>
        )
      }
    >
      {saving.notice}
      {saving.error && <ErrorState error={saving.error} kept />}
      {live && journey && <p className="verdict" role="status">{t.live} <Link to={`/journeys/${encodeURIComponent(journey.id)}`}>{t.toJourney}</Link></p>}
      <Steps
        size="small"
        className="launch-steps"
        current={steps.indexOf(step)}
        onChange={live || !mayWrite ? undefined : (index) => turn(steps[index]!)}
        items={steps.map((one) => ({ title: t.steps[one], disabled: one === 'review' && !ready }))}
      />
      <div className="columns">
        <div className="stack">
          {step === 'audience' && <AudienceStep plan={plan} set={(change) => setPlan({ ...plan, ...change })} segments={segments} />}
          {step === 'message' && <MessageStep plan={plan} set={(change) => setPlan({ ...plan, ...change })} templates={templates} />}
          {step === 'time' && <TimeStep plan={plan} set={(change) => setPlan({ ...plan, ...change })} past={past} moved={moved} />}
          {step === 'review' && journey && <Review journey={journey} sending={{ ...plan }} at={at} segment={segment} template={templates.find((one) => one.code === plan.template)} />}
        </div>
        <div className="stack launch-side">
          <Reach segment={plan.segment || null} channel={plan.channel} at={at} control={plan.control} />
        </div>
      </div>
    </Page>
  )
}

function LaunchButton({ journey, plan, at, past, sent }: { journey: Journey; plan: LaunchPlan; at: string; past: boolean; sent: number }) {
  const t = useTexts(launchTexts)
  const { say, formats } = useAppearance()
  const { message, modal } = App.useApp()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const approval = useApproval(journey)
  const renew = () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'journey' || query.queryKey[0] === 'journeys' || query.queryKey[0] === 'experiments' })
  const launching = useEdit({
    version: versionOf(journey),
    // The experiment first: whoever is dealt must be counted from the first member on.
    send: async (held: { trial: string | null }, version, key) => {
      if (held.trial) await api.startExperiment(held.trial)
      return api.publishJourney(journey.id, version, key)
    },
    latest: async () => versionOf(await api.journey(journey.id)),
    reload: () => void renew(),
    after: () => {
      void message.success(t.launched)
      void renew()
      void navigate(`/journeys/${encodeURIComponent(journey.id)}`)
    },
  })
  if (journey.state === 'published') return null
  const blocked = past ? t.blocked.past : journey.problems.length > 0 ? t.blocked.problems : approval.data?.free === false ? t.blocked.approval : null
  const launch = () =>
    modal.confirm({
      title: t.launchTitle(say(journey.name), formats.dateTime(at)),
      content: t.launchEffect(formats.count(sent)),
      okText: t.launch,
      cancelText: t.notYet,
      onOk: () => launching.save({ trial: plan.control > 0 ? trialKey(journey.code) : null }, { onError: (error) => void message.error(problemText(error)) }),
    })
  return (
    <>
      {launching.notice}
      {blocked && <span className="w-quiet">{blocked}</span>}
      <Button type="primary" disabled={blocked !== null || !approval.data} loading={launching.pending} onClick={launch}>{t.launch}</Button>
    </>
  )
}

/** A journey from the canvas, looked at before it is published: the same review, without the steps. */
function Drawn({ journey, segments, templates }: Shared & { journey: Journey }) {
  const t = useTexts(launchTexts)
  const { say } = useAppearance()
  const days = useVenueDays()
  const sending = sendingOf(journey)
  const title = t.title(say(journey.name))
  const at = sending?.day && sending.time ? days.moment(dayjs(`${sending.day}T${sending.time}`)) : null
  const own = `/journeys/${encodeURIComponent(journey.id)}`
  return (
    <Page title={<span className="title-marked">{title} <JourneyMark state={journey.state} /></span>} name={title} purpose={t.purpose} actions={<Link to={own}><Button>{t.toJourney}</Button></Link>}>
      <p className="verdict">{sending ? t.drawnByHand : t.nothing} <Link to={`${own}/edit`}>{t.toCanvas}</Link></p>
      {sending && (
        <div className="columns">
          <div className="stack"><Review journey={journey} sending={sending} at={at} segment={segments.find((one) => one.id === sending.segment)} template={templates.find((one) => one.code === sending.template)} /></div>
          <div className="stack launch-side">{sending.segment ? <Reach segment={sending.segment} channel={sending.channel} at={at} control={sending.control} /> : <p className="w-card w-quiet">{t.notAhead}</p>}</div>
        </div>
      )}
    </Page>
  )
}
