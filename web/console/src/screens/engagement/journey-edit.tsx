import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versionOf, type AttributeDefinition, type Journey, type MessageTemplate } from '@waystation/client'
import { ErrorState, SkeletonBlock, useAppearance, useTexts, wordFor, type Said } from '@waystation/design'
import { App, Button, Input, InputNumber, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { Canvas } from './canvas'
import { draftOf, emptyPlan, faultsOf, narrowing, planOf, type Plan, type Step } from './journey-plan'
import { Faults, StepList } from './journey-steps'
import { journeyTexts as texts } from './journey-texts'

/** What a branch can ask of a member; the rest of the catalogue is for segments. */
const askable = new Set(['age', 'senior', 'gender', 'city', 'verifiedStudent', 'joinedDaysAgo'])

export default function JourneyEdit() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const { id } = useParams()
  const [round, setRound] = useState(0)
  const journey = useQuery({ queryKey: ['journey', id], queryFn: () => api.journey(id!), enabled: id !== undefined })
  const templates = useQuery({ queryKey: ['message-templates'], queryFn: api.messageTemplates })
  const attributes = useQuery({ queryKey: ['attributes'], queryFn: async () => (await api.attributes()).items, staleTime: 600_000 })
  const failed = journey.error ?? templates.error ?? attributes.error
  if (failed) return <ErrorState error={failed} onRetry={() => void Promise.all([journey.refetch(), templates.refetch(), attributes.refetch()])} />
  if (!templates.data || !attributes.data || (id !== undefined && !journey.data)) return <SkeletonBlock height={480} />
  const plan = journey.data ? planOf(journey.data, say(journey.data.name)) : emptyPlan()
  if (!plan) return <p className="w-quiet">{t.tooComplex}</p>
  return <Editor key={`${id ?? 'new'} ${round}`} journey={journey.data ?? null} onReload={() => void journey.refetch().then(() => setRound(round + 1))} start={plan} templates={templates.data} attributes={attributes.data.filter((one) => askable.has(one.name))} />
}

interface EditorProps {
  journey: Journey | null
  onReload(): void
  start: Plan
  templates: MessageTemplate[]
  attributes: AttributeDefinition[]
}

function Editor({ journey, onReload, start, templates, attributes }: EditorProps) {
  const t = useTexts(texts)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  const problemText = useProblemText()
  const [plan, setPlan] = useState(start)
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Plan>) => setPlan((before) => ({ ...before, ...change }))
  const faults = faultsOf(plan)
  const label = useLabels(templates)
  const draft = useMemo(() => draftOf(plan, label), [plan, label])
  // The version the form was filled from: what is read again in the background must not replace it.
  const [version] = useState(() => versionOf(journey))
  const edit = useEdit({
    version,
    send: (body: ReturnType<typeof draftOf>, made, key) => (journey ? api.redrawJourney(journey.id, body, made, key) : api.draftJourney(body, key)),
    latest: async () => (journey ? versionOf(await api.journey(journey.id)) : undefined),
    reload: onReload,
    after: (kept) => {
      void message.success(t.saved)
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'journey' || query.queryKey[0] === 'journeys' })
      void navigate(`/journeys/${encodeURIComponent(kept.id)}`)
    },
  })
  const submit = () => {
    setTried(true)
    if (faults.length === 0) edit.save(draft, { onError: (error) => void message.error(problemText(error)) })
  }
  const at = (step: string) => (tried ? faults.filter((fault) => fault.step === step) : [])
  const title = journey ? t.edit(start.name) : t.create
  return (
    <Page title={title} name={title} purpose={t.purpose} actions={<Button type="primary" loading={edit.pending} onClick={submit}>{t.save}</Button>}>
      {edit.notice}
      <div className="columns">
        <div className="stack">
          <section className="w-card">
            <Input size="large" variant="borderless" className="segment-name" value={plan.name} placeholder={t.name} aria-label={t.name} maxLength={60} onChange={(event) => set({ name: event.target.value })} />
            <Faults of={at('')} />
            <TriggerForm plan={plan} set={set} />
          </section>
          <StepList steps={plan.steps} onChange={(steps) => set({ steps })} templates={templates} attributes={attributes} faultsAt={at} />
          <span className="w-quiet">{t.end}</span>
        </div>
        <section className="w-card">
          <h2 className="card-title">{t.drawing}</h2>
          <Canvas journey={{ graph: draft.graph, counters: {} }} onOpen={() => undefined} />
        </section>
      </div>
    </Page>
  )
}

function TriggerForm({ plan, set }: { plan: Plan; set(change: Partial<Plan>): void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const narrow = narrowing[plan.fact]
  const tags = useQuery({ queryKey: ['tags-all'], queryFn: async () => (await api.tags()).items, enabled: narrow === 'tag', staleTime: 600_000 })
  const segments = useQuery({ queryKey: ['segments-all'], queryFn: async () => (await api.segments({ limit: 200 })).items.filter((one) => one.state === 'published'), enabled: narrow === 'segment' })
  const choices = narrow === 'segment' ? (segments.data ?? []).map((one) => ({ value: one.id, label: say(one.name) })) : (tags.data ?? []).map((tag) => ({ value: tag.code, label: say(tag.name) }))
  return (
    <>
      <h2 className="card-title">{t.trigger}</h2>
      <div className="form-line">
        <span>{t.when}</span>
        <Select aria-label={t.when} value={plan.fact} style={{ minWidth: 200 }} options={Object.entries(t.facts).map(([value, label]) => ({ value, label }))} onChange={(fact) => set({ fact, only: '' })} />
        {narrow && (
          <>
            <span>{t.only}</span>
            <Select aria-label={narrow === 'segment' ? t.entered : t.whichTag} showSearch optionFilterProp="label" value={plan.only} style={{ minWidth: 200 }} popupMatchSelectWidth={false} options={[{ value: '', label: t.any }, ...choices]} onChange={(only) => set({ only })} />
          </>
        )}
      </div>
      <div className="form-line">
        <span>{t.repeat}</span>
        <Select aria-label={t.repeat} value={plan.repeat} style={{ minWidth: 200 }} options={Object.entries(t.repeats).map(([value, label]) => ({ value: value as Plan['repeat'], label }))} onChange={(repeat) => set({ repeat })} />
        {plan.repeat === 'after_days' && <InputNumber aria-label={t.every} min={1} max={3650} value={plan.repeatDays} suffix={t.units.days} onChange={(days) => set({ repeatDays: days ?? 0 })} />}
      </div>
    </>
  )
}

/** What each node is called in both languages, so that a colleague reads it in theirs. */
function useLabels(templates: MessageTemplate[]) {
  return useMemo(() => {
    const { zh, en } = texts
    return (step: Step | 'entry' | 'done' | 'left'): Said => {
      if (typeof step === 'string') return { zh: zh.labels[step], en: en.labels[step] }
      if (step.kind === 'wait') return { zh: zh.waitFor(step.amount, zh.units[step.unit]), en: en.waitFor(step.amount, en.units[step.unit]) }
      if (step.kind === 'split') return { zh: zh.byShare, en: en.byShare }
      if (step.kind === 'condition' || step.kind === 'fork') return { zh: zh.ifHolds, en: en.ifHolds }
      const title = templates.find((template) => template.code === step.template)?.title
      return title ?? { zh: wordFor(zh.channels, step.channel), en: wordFor(en.channels, step.channel) }
    }
  }, [templates])
}
