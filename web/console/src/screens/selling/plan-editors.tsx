import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { dictionary, useFormats, useTexts } from '@waystation/design'
import { Button, Input, InputNumber, Select, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { seatsOf, type PlanAmount, type PlanBatchDraft, type PlanBucket, type PlanDraft, type PlanStep, type PlanTrigger } from './plan-model'
import { sellingWords } from './words'

const texts = dictionary(
  {
    code: '代码', trips: '哪些区间', groups: '哪些人', everyone: '所有人', nest: '次序', usesLower: '可用下面的', aside: '单列预留', add: '加一份', remove: '去掉', tripWords: { any: '全部区间', through: '直达', 'first-leg': '首段', 'km>=300': '300 公里以上', 'km<300': '300 公里以下' },
    batch: '批次', addBatch: '加一批', addStep: '加一步', when: '时间', daysBefore: '提前几天', beforeDeparture: '开车前', soldShare: '卖到', days: '天', hours: '小时', percent: '% 时', unreleased: '未放的座位', to: '给', amount: '多少', seats: '座', share: '% 定员', everything: '全部', equals: (n: string) => `= ${n} 座`, from: '从',
  },
  {
    code: 'Code', trips: 'Which trips', groups: 'Whom', everyone: 'everybody', nest: 'Rank', usesLower: 'may use those below', aside: 'reserve, aside', add: 'Add a bucket', remove: 'Remove', tripWords: { any: 'all trips', through: 'through trips', 'first-leg': 'first leg', 'km>=300': '300 km or more', 'km<300': 'under 300 km' },
    batch: 'Batch', addBatch: 'Add a batch', addStep: 'Add a step', when: 'When', daysBefore: 'days before', beforeDeparture: 'before departure', soldShare: 'once sold', days: 'days', hours: 'hours', percent: '%', unreleased: 'seats not released', to: 'to', amount: 'How many', seats: 'seats', share: '% of seats', everything: 'all', equals: (n: string) => `= ${n} seats`, from: 'from',
  },
)

interface Editing {
  plan: PlanDraft
  onChange(plan: PlanDraft): void
}

const replaced = <T,>(list: T[], at: number, value: T): T[] => list.map((one, index) => (index === at ? value : one))
const without = <T,>(list: T[], at: number): T[] => list.filter((_, index) => index !== at)

export function BucketsEditor({ plan, onChange }: Editing) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const set = (at: number, bucket: PlanBucket) => onChange({ ...plan, buckets: replaced(plan.buckets, at, bucket) })
  return (
    <div className="plan-lines">
      {plan.buckets.map((bucket, at) => (
        <div key={at} className="cond-line">
          <Input aria-label={t.code} value={bucket.code} style={{ width: 130 }} onChange={(event) => set(at, { ...bucket, code: event.target.value })} />
          <Select
            aria-label={t.trips}
            value={bucket.trips}
            style={{ width: 150 }}
            options={[...new Set([...Object.keys(t.tripWords), bucket.trips])].map((trips) => ({ value: trips, label: t.tripWords[trips as keyof typeof t.tripWords] ?? trips }))}
            onChange={(trips) => set(at, { ...bucket, trips })}
          />
          <Select
            aria-label={t.groups}
            value={bucket.group ?? ''}
            style={{ width: 130 }}
            options={[{ value: '', label: t.everyone }, ...Object.entries(s.groups).map(([value, label]) => ({ value, label }))]}
            onChange={(group) => set(at, { ...bucket, group: group || null })}
          />
          <Select
            aria-label={t.nest}
            value={bucket.usesLower}
            popupMatchSelectWidth={false}
            options={[{ value: true, label: t.usesLower }, { value: false, label: t.aside }]}
            onChange={(usesLower) => set(at, { ...bucket, usesLower })}
          />
          <span className="cond-count">
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t.remove} ${bucket.code}`} onClick={() => onChange({ ...plan, buckets: without(plan.buckets, at) })} />
          </span>
        </div>
      ))}
      <Button type="link" size="small" icon={<PlusOutlined />} disabled={plan.buckets.length >= 10} onClick={() => onChange({ ...plan, buckets: [...plan.buckets, { code: `bucket-${plan.buckets.length + 1}`, trips: 'any', group: null, usesLower: true }] })}>
        {t.add}
      </Button>
    </div>
  )
}

export function BatchesEditor({ plan, seatCount, onChange }: Editing & { seatCount: number }) {
  const t = useTexts(texts)
  const codes = plan.buckets.map((bucket) => bucket.code)
  const set = (at: number, batch: PlanBatchDraft) => onChange({ ...plan, batches: replaced(plan.batches, at, batch) })
  return (
    <div className="plan-lines">
      {plan.batches.map((batch, at) => (
        <div key={at} className="plan-batch">
          <div className="cond-line">
            <Input aria-label={t.batch} value={batch.code} style={{ width: 130 }} onChange={(event) => set(at, { ...batch, code: event.target.value })} />
            <TriggerFields trigger={batch.trigger} onChange={(trigger) => set(at, { ...batch, trigger })} />
            <span className="cond-count">
              <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t.remove} ${batch.code}`} onClick={() => onChange({ ...plan, batches: without(plan.batches, at) })} />
            </span>
          </div>
          {batch.steps.map((step, index) => (
            <StepFields
              key={index}
              step={step}
              codes={codes}
              seatCount={seatCount}
              onChange={(next) => set(at, { ...batch, steps: replaced(batch.steps, index, next) })}
              onRemove={() => set(at, { ...batch, steps: without(batch.steps, index) })}
            />
          ))}
          <Button type="link" size="small" icon={<PlusOutlined />} disabled={codes.length === 0} onClick={() => set(at, { ...batch, steps: [...batch.steps, { from: null, to: codes[0]!, amount: { kind: 'seats', count: 10 } }] })}>
            {t.addStep}
          </Button>
        </div>
      ))}
      <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => onChange({ ...plan, batches: [...plan.batches, { code: `batch-${plan.batches.length + 1}`, trigger: { kind: 'beforeDeparture', minutes: 120 }, steps: [] }] })}>
        {t.addBatch}
      </Button>
    </div>
  )
}

const freshTriggers: Record<PlanTrigger['kind'], PlanTrigger> = {
  daysBefore: { kind: 'daysBefore', days: 3, time: '08:00' },
  beforeDeparture: { kind: 'beforeDeparture', minutes: 120 },
  soldShare: { kind: 'soldShare', permille: 800 },
}

function TriggerFields({ trigger, onChange }: { trigger: PlanTrigger; onChange(trigger: PlanTrigger): void }) {
  const t = useTexts(texts)
  return (
    <>
      <Select
        aria-label={t.when}
        value={trigger.kind}
        popupMatchSelectWidth={false}
        options={(Object.keys(freshTriggers) as PlanTrigger['kind'][]).map((kind) => ({ value: kind, label: t[kind] }))}
        onChange={(kind) => onChange(freshTriggers[kind])}
      />
      {trigger.kind === 'daysBefore' && (
        <>
          <InputNumber aria-label={t.days} min={0} max={60} style={{ width: 70 }} value={trigger.days} onChange={(days) => onChange({ ...trigger, days: days ?? 0 })} />
          {t.days}
          <TimePicker aria-label={t.when} format="HH:mm" allowClear={false} style={{ width: 96 }} value={dayjs(`2000-01-01T${trigger.time}`)} onChange={(time) => time && onChange({ ...trigger, time: time.format('HH:mm') })} />
        </>
      )}
      {trigger.kind === 'beforeDeparture' && (
        <>
          <InputNumber aria-label={t.hours} min={0} max={720} step={0.5} style={{ width: 80 }} value={trigger.minutes / 60} onChange={(hours) => onChange({ ...trigger, minutes: Math.round((hours ?? 0) * 60) })} />
          {t.hours}
        </>
      )}
      {trigger.kind === 'soldShare' && (
        <>
          <InputNumber aria-label={t.percent} min={0} max={100} style={{ width: 80 }} value={trigger.permille / 10} onChange={(percent) => onChange({ ...trigger, permille: Math.round((percent ?? 0) * 10) })} />
          {t.percent}
        </>
      )}
    </>
  )
}

const freshAmounts: Record<PlanAmount['kind'], PlanAmount> = {
  seats: { kind: 'seats', count: 10 },
  share: { kind: 'share', permille: 100 },
  everything: { kind: 'everything' },
}

function StepFields({ step, codes, seatCount, onChange, onRemove }: { step: PlanStep; codes: string[]; seatCount: number; onChange(step: PlanStep): void; onRemove(): void }) {
  const t = useTexts(texts)
  const formats = useFormats()
  const { amount } = step
  return (
    <div className="cond-line plan-step">
      <span className="w-quiet">{t.from}</span>
      <Select aria-label={t.from} value={step.from ?? ''} style={{ width: 150 }} popupMatchSelectWidth={false} options={[{ value: '', label: t.unreleased }, ...codes.map((code) => ({ value: code, label: code }))]} onChange={(from) => onChange({ ...step, from: from || null })} />
      <span className="w-quiet">{t.to}</span>
      <Select aria-label={t.to} value={step.to} style={{ width: 130 }} popupMatchSelectWidth={false} options={codes.map((code) => ({ value: code, label: code }))} onChange={(to) => onChange({ ...step, to })} />
      {amount.kind === 'seats' && <InputNumber aria-label={t.amount} min={0} max={seatCount} style={{ width: 80 }} value={amount.count} onChange={(count) => onChange({ ...step, amount: { kind: 'seats', count: count ?? 0 } })} />}
      {amount.kind === 'share' && <InputNumber aria-label={t.amount} min={0} max={100} style={{ width: 80 }} value={amount.permille / 10} onChange={(percent) => onChange({ ...step, amount: { kind: 'share', permille: Math.round((percent ?? 0) * 10) } })} />}
      <Select
        aria-label={t.amount}
        value={amount.kind}
        popupMatchSelectWidth={false}
        options={(Object.keys(freshAmounts) as PlanAmount['kind'][]).map((kind) => ({ value: kind, label: t[kind] }))}
        onChange={(kind) => onChange({ ...step, amount: freshAmounts[kind] })}
      />
      {amount.kind === 'share' && <span className="w-quiet num">{t.equals(formats.count(seatsOf(amount, seatCount)))}</span>}
      <span className="cond-count">
        <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t.remove} onClick={onRemove} />
      </span>
    </div>
  )
}
