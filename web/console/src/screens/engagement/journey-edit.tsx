import { DeleteOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versionOf, type AttributeDefinition, type Journey, type MessageTemplate } from '@waystation/client'
import { dictionary, ErrorState, SkeletonBlock, useAppearance, useTexts, wordFor, type Said } from '@waystation/design'
import { App, Button, Input, InputNumber, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { Builder } from './builder'
import { Canvas } from './canvas'
import { draftOf, emptyPlan, emptyStep, faultsOf, narrowing, planOf, type Fault, type Plan, type Step } from './journey-plan'

const texts = dictionary(
  {
    create: '新建旅程', edit: (name: string) => `编辑旅程：${name}`, purpose: '从上到下依次走：谁进来，等多久，看什么条件，发什么消息。保存为草稿，发布后才对新进来的会员生效。', name: '旅程名称', save: '保存草稿', saved: '已保存草稿', drawing: '旅程图',
    trigger: '谁进来', when: '会员发生了', only: '只限', any: '不限', repeat: '同一位会员', repeats: { once: '只进一次', each_trigger: '每次都进', after_days: '隔一段时间可再进' }, every: '间隔', steps: '接下来', add: { wait: '加等待', condition: '加条件', message: '加消息' }, stepNames: { wait: '等待', condition: '条件', message: '发消息' },
    conditionHint: '符合才往下走，不符合就结束。', units: { minutes: '分钟', hours: '小时', days: '天' }, channel: '渠道', template: '文案', purposeOf: '用途', choose: '请选择', end: '走完即结束', up: '上移', down: '下移', remove: '去掉', tooComplex: '这个旅程有分支，表单放不下，保持原样。', fix: '保存前要补的', previewOf: '预览',
    channels: { sms: '短信', inbox: '站内信', wechat: '微信', email: '邮件' }, purposes: { marketing: '优惠与活动', service: '行程通知', transactional: '交易通知' },
    facts: { TripCompleted: '完成行程', TicketIssued: '买到车票', TicketRefunded: '退票', TicketCheckedIn: '检票进站', OrderExpired: '订单超时未付', MemberRegistered: '注册成为会员', StudentVerified: '通过学生认证', PointsCredited: '积分入账', PointsExpired: '积分到期', TierChanged: '等级变化', TagAdded: '获得标签', TagRemoved: '失去标签', SegmentEntered: '进入任一人群', SegmentLeft: '离开任一人群' },
    faults: { name: '给旅程起个名字', noSteps: '至少加一步', noMessage: '至少加一条消息，否则没有人会收到什么', wait: '等待时间填 1 以上的整数', condition: '加一个条件并填完整，或去掉这一步', template: '选一段文案', repeat: '间隔填 1 到 3650 天' },
    labels: { entry: '进入', done: '走完', left: '不符合，结束' }, waitFor: (n: number, unit: string) => `等 ${n} ${unit}`, ifHolds: '符合条件？',
  },
  {
    create: 'New journey', edit: (name: string) => `Edit journey: ${name}`, purpose: 'Read it from top to bottom: who enters, how long to wait, what must hold, what is sent. It is kept as a draft; publishing makes it count for members who enter from then on.', name: 'Name of the journey', save: 'Save draft', saved: 'Draft saved', drawing: 'Drawing',
    trigger: 'Who enters', when: 'A member', only: 'Only', any: 'any', repeat: 'The same member', repeats: { once: 'enters once', each_trigger: 'enters every time', after_days: 'may enter again after a while' }, every: 'After', steps: 'Then', add: { wait: 'Add a wait', condition: 'Add a condition', message: 'Add a message' }, stepNames: { wait: 'Wait', condition: 'Condition', message: 'Message' },
    conditionHint: 'Goes on if it holds, ends if it does not.', units: { minutes: 'minutes', hours: 'hours', days: 'days' }, channel: 'Channel', template: 'Text', purposeOf: 'Purpose', choose: 'Choose', end: 'Then it ends', up: 'Move up', down: 'Move down', remove: 'Remove', tooComplex: 'This journey has forks the form cannot hold; it stays as it is.', fix: 'To complete before saving', previewOf: 'Preview',
    channels: { sms: 'SMS', inbox: 'In-app inbox', wechat: 'WeChat', email: 'E-mail' }, purposes: { marketing: 'offers and events', service: 'trip notices', transactional: 'transaction notices' },
    facts: { TripCompleted: 'completed a trip', TicketIssued: 'bought a ticket', TicketRefunded: 'gave a ticket back', TicketCheckedIn: 'checked in', OrderExpired: 'let an order expire', MemberRegistered: 'registered', StudentVerified: 'was verified as a student', PointsCredited: 'got points', PointsExpired: 'lost points to expiry', TierChanged: 'changed tier', TagAdded: 'got a tag', TagRemoved: 'lost a tag', SegmentEntered: 'entered a segment', SegmentLeft: 'left a segment' },
    faults: { name: 'Name the journey', noSteps: 'Add at least one step', noMessage: 'Add at least one message, or nobody will receive anything', wait: 'Give a whole number above 0', condition: 'Add a condition and complete it, or remove this step', template: 'Choose a text', repeat: 'Give 1 to 3650 days' },
    labels: { entry: 'Enters', done: 'Completed', left: 'Does not hold: ends' }, waitFor: (n: number, unit: string) => `Wait ${n} ${unit}`, ifHolds: 'Does it hold?',
  },
)

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
  const moved = (index: number, by: number) => {
    const steps = [...plan.steps]
    const [step] = steps.splice(index, 1)
    steps.splice(index + by, 0, step!)
    set({ steps })
  }
  const replace = (step: Step) => set({ steps: plan.steps.map((one) => (one.id === step.id ? step : one)) })
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
          {plan.steps.map((step, index) => (
            <section key={step.id} className="w-card" aria-label={`${index + 1} ${t.stepNames[step.kind]}`}>
              <h2 className="card-title">
                {index + 1}. {t.stepNames[step.kind]}
                <span className="row-actions">
                  <Button type="text" size="small" icon={<UpOutlined />} aria-label={t.up} disabled={index === 0} onClick={() => moved(index, -1)} />
                  <Button type="text" size="small" icon={<DownOutlined />} aria-label={t.down} disabled={index === plan.steps.length - 1} onClick={() => moved(index, 1)} />
                  <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t.remove} onClick={() => set({ steps: plan.steps.filter((one) => one.id !== step.id) })} />
                </span>
              </h2>
              <StepForm step={step} onChange={replace} templates={templates} attributes={attributes} />
              <Faults of={at(step.id)} />
            </section>
          ))}
          <div className="page-actions">
            {(['wait', 'condition', 'message'] as const).map((kind) => (
              <Button key={kind} onClick={() => set({ steps: [...plan.steps, emptyStep(kind)] })}>
                {t.add[kind]}
              </Button>
            ))}
            <span className="w-quiet">{t.end}</span>
          </div>
        </div>
        <section className="w-card">
          <h2 className="card-title">{t.drawing}</h2>
          <Canvas journey={{ graph: draft.graph, counters: {} }} onOpen={() => undefined} />
        </section>
      </div>
    </Page>
  )
}

function Faults({ of }: { of: Fault[] }) {
  const t = useTexts(texts)
  if (of.length === 0) return null
  return (
    <ul className="faults" role="alert">
      {of.map((fault) => (
        <li key={fault.kind}>{t.faults[fault.kind]}</li>
      ))}
    </ul>
  )
}

function TriggerForm({ plan, set }: { plan: Plan; set(change: Partial<Plan>): void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const narrow = narrowing[plan.fact]
  const tags = useQuery({ queryKey: ['tags-all'], queryFn: async () => (await api.tags()).items, enabled: narrow !== undefined, staleTime: 600_000 })
  const choices = (tags.data ?? []).map((tag) => ({ value: tag.code, label: say(tag.name) }))
  return (
    <>
      <h2 className="card-title">{t.trigger}</h2>
      <div className="form-line">
        <span>{t.when}</span>
        <Select aria-label={t.when} value={plan.fact} style={{ minWidth: 200 }} options={Object.entries(t.facts).map(([value, label]) => ({ value, label }))} onChange={(fact) => set({ fact, only: '' })} />
        {narrow && (
          <>
            <span>{t.only}</span>
            <Select aria-label={t.only} value={plan.only} style={{ minWidth: 160 }} options={[{ value: '', label: t.any }, ...choices]} onChange={(only) => set({ only })} />
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

interface StepFormProps {
  step: Step
  onChange(step: Step): void
  templates: MessageTemplate[]
  attributes: AttributeDefinition[]
}

function StepForm({ step, onChange, templates, attributes }: StepFormProps) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  if (step.kind === 'wait') {
    return (
      <div className="form-line">
        <InputNumber aria-label={t.stepNames.wait} min={1} precision={0} value={step.amount} onChange={(amount) => onChange({ ...step, amount: amount ?? 0 })} />
        <Select aria-label={t.stepNames.wait} value={step.unit} style={{ width: 110 }} options={Object.entries(t.units).map(([value, label]) => ({ value: value as typeof step.unit, label }))} onChange={(unit) => onChange({ ...step, unit })} />
      </div>
    )
  }
  if (step.kind === 'condition') {
    return (
      <>
        <p className="w-quiet">{t.conditionHint}</p>
        <Builder group={step.group} onChange={(group) => onChange({ ...step, group })} attributes={attributes} leaves={[]} total={null} />
      </>
    )
  }
  const chosen = templates.find((template) => template.code === step.template)
  return (
    <>
      <div className="form-line">
        <Select aria-label={t.channel} value={step.channel} style={{ width: 130 }} options={Object.entries(t.channels).map(([value, label]) => ({ value, label }))} onChange={(channel) => onChange({ ...step, channel })} />
        <Select aria-label={t.purposeOf} value={step.purpose} style={{ width: 150 }} options={Object.entries(t.purposes).map(([value, label]) => ({ value, label }))} onChange={(purpose) => onChange({ ...step, purpose })} />
        <Select aria-label={t.template} value={step.template || undefined} placeholder={t.choose} style={{ minWidth: 240, flex: 1 }} options={templates.map((template) => ({ value: template.code, label: say(template.title) }))} onChange={(template) => onChange({ ...step, template })} />
      </div>
      {chosen && <p className="w-quiet">{`${t.previewOf}: ${say(chosen.body)}`}</p>}
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
      if (step.kind === 'condition') return { zh: zh.ifHolds, en: en.ifHolds }
      const title = templates.find((template) => template.code === step.template)?.title
      return title ?? { zh: wordFor(zh.channels, step.channel), en: wordFor(en.channels, step.channel) }
    }
  }, [templates])
}
