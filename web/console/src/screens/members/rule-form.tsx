import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { AttributeDefinition, EarningLimit, EarningProgramme, EarningRuleDraft } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { Builder } from '../engagement/builder'
import type { Group } from '../engagement/condition'
import { ruleWords } from './rule-words'

export interface RuleFields extends Omit<EarningRuleDraft, 'condition'> {
  condition: Group
}

const typeOf: Record<string, string> = { WHOLE: 'number', FLAG: 'boolean', TEXT: 'text', TEXTS: 'texts' }

/** The words of a programme as the condition builder takes them. */
export const attributesOf = (programme: EarningProgramme): AttributeDefinition[] =>
  programme.words.map((word) => ({
    name: word.name,
    label: word.label,
    type: typeOf[word.type] ?? 'text',
    operators: word.operators,
    values: word.values.map((value) => ({ value: value.code, label: value.name })),
    unit: { zh: '', en: '' },
  })) as AttributeDefinition[]

type Kind = 'perYuan' | 'times' | 'fixed' | 'perUnit'
const kindOf = (effect: Record<string, unknown> | null | undefined) => (Object.keys(effect ?? {})[0] ?? 'perYuan') as Kind
const fresh: Record<Kind, Record<string, unknown>> = { perYuan: { perYuan: 1 }, times: { times: 2 }, fixed: { fixed: 10 }, perUnit: { perUnit: { points: 10, per: 1000, of: 'weightGrams' } } }

interface Props {
  fields: RuleFields
  programmes: EarningProgramme[]
  isNew: boolean
  readOnly: boolean
  onChange(fields: RuleFields): void
}

/** A rule as a sentence to fill in: when, if, gives, at most. */
export function RuleForm({ fields, programmes, isNew, readOnly, onChange }: Props) {
  const t = useTexts(ruleWords)
  const { say } = useAppearance()
  const programme = programmes.find((one) => one.code === fields.programme) ?? programmes[0]!
  const set = (part: Partial<RuleFields>) => onChange({ ...fields, ...part })
  return (
    <Form layout="vertical" disabled={readOnly}>
      <div className="rule-row">
        <Form.Item label={t.nameZh}><Input value={fields.name?.zh ?? ''} maxLength={40} onChange={(event) => set({ name: { zh: event.target.value, en: fields.name?.en ?? '' } })} /></Form.Item>
        <Form.Item label={t.nameEn}><Input value={fields.name?.en ?? ''} maxLength={60} onChange={(event) => set({ name: { zh: fields.name?.zh ?? '', en: event.target.value } })} /></Form.Item>
        <Form.Item label={t.code}><Input value={fields.code ?? ''} disabled={!isNew || readOnly} maxLength={40} onChange={(event) => set({ code: event.target.value })} /></Form.Item>
      </div>
      <div className="rule-row">
        <Form.Item label={t.programme}><Select value={fields.programme ?? undefined} disabled={!isNew || readOnly} options={programmes.map((one) => ({ value: one.code, label: say(one.name) }))} onChange={(code) => set({ programme: code, group: programmes.find((one) => one.code === code)?.groups[0]?.code ?? '' })} /></Form.Item>
        <Form.Item label={t.when}><Select value={fields.trigger ?? undefined} options={programme.triggers.map((one) => ({ value: one.code, label: say(one.name) }))} onChange={(trigger) => set({ trigger })} /></Form.Item>
        <Form.Item label={t.currency}><Select value={fields.currency ?? 'points'} options={Object.entries(t.currencies).map(([value, label]) => ({ value, label }))} onChange={(currency) => set({ currency })} /></Form.Item>
      </div>
      <div className="rule-part">
        <span className="rule-label">{t.condition}</span>
        <Builder group={fields.condition} onChange={(condition) => set({ condition })} attributes={attributesOf(programme)} leaves={[]} total={null} readOnly={readOnly} />
      </div>
      <div className="rule-row">
        <Form.Item label={t.gives}><EffectInput effect={fields.effect ?? {}} onChange={(effect) => set({ effect })} /></Form.Item>
        <Form.Item label={t.group}><Select value={fields.group ?? undefined} options={programme.groups.map((group) => ({ value: group.code, label: `${say(group.name)} · ${t.modes[group.mode as keyof typeof t.modes]}` }))} onChange={(group) => set({ group })} /></Form.Item>
        <Form.Item label={t.priority}><InputNumber value={fields.priority ?? 0} min={0} max={1000} onChange={(priority) => set({ priority: priority ?? 0 })} /></Form.Item>
      </div>
      <div className="rule-part">
        <span className="rule-label">{t.limits}</span>
        <Limits limits={fields.limits ?? []} readOnly={readOnly} onChange={(limits) => set({ limits })} />
      </div>
    </Form>
  )
}

function EffectInput({ effect, onChange }: { effect: Record<string, unknown>; onChange(effect: Record<string, unknown>): void }) {
  const t = useTexts(ruleWords)
  const kind = kindOf(effect)
  const unit = (effect.perUnit ?? {}) as { points?: number; per?: number; of?: string }
  return (
    <span className="rule-inline">
      <Select aria-label={t.gives} value={kind} popupMatchSelectWidth={false} options={(Object.keys(fresh) as Kind[]).map((value) => ({ value, label: t.effects[value] }))} onChange={(next: Kind) => onChange(fresh[next])} />
      {kind === 'times' && <Input aria-label={t.timesUnit} style={{ width: 72 }} value={String(effect.times ?? '')} onChange={(event) => onChange({ times: event.target.value })} suffix="×" />}
      {(kind === 'perYuan' || kind === 'fixed') && <InputNumber aria-label={t.pointsUnit} min={1} value={Number(effect[kind] ?? 1)} onChange={(points) => onChange({ [kind]: points ?? 1 })} />}
      {kind === 'perUnit' && (
        <>
          {t.per}
          <InputNumber aria-label={t.per} min={1} style={{ width: 84 }} value={unit.per} onChange={(per) => onChange({ perUnit: { ...unit, per: per ?? 1 } })} />
          <Select aria-label={t.of} value={unit.of} popupMatchSelectWidth={false} options={Object.entries(t.ofs).map(([value, label]) => ({ value, label }))} onChange={(of) => onChange({ perUnit: { ...unit, of } })} />
          <InputNumber aria-label={t.pointsUnit} min={1} style={{ width: 84 }} value={unit.points} onChange={(points) => onChange({ perUnit: { ...unit, points: points ?? 1 } })} suffix={t.pointsUnit} />
        </>
      )}
    </span>
  )
}

function Limits({ limits, readOnly, onChange }: { limits: EarningLimit[]; readOnly: boolean; onChange(limits: EarningLimit[]): void }) {
  const t = useTexts(ruleWords)
  const set = (at: number, part: Partial<EarningLimit>) => onChange(limits.map((limit, index) => (index === at ? { ...limit, ...part } : limit)))
  const choices = <K extends string>(words: Record<K, string>) => Object.entries(words).map(([value, label]) => ({ value: value as K, label: label as string }))
  return (
    <div className="stack">
      {limits.map((limit, index) => (
        <span key={index} className="rule-inline">
          <Select aria-label={t.limits} value={limit.scope} options={choices(t.scopes)} popupMatchSelectWidth={false} onChange={(scope) => set(index, { scope })} />
          <Select aria-label={t.limits} value={limit.period} options={choices(t.periods)} popupMatchSelectWidth={false} onChange={(period) => set(index, { period })} />
          <InputNumber aria-label={t.limits} min={1} style={{ width: 120 }} value={limit.most} onChange={(most) => set(index, { most: most ?? 1 })} />
          <Select aria-label={t.limits} value={limit.measure} options={choices(t.measures)} popupMatchSelectWidth={false} onChange={(measure) => set(index, { measure })} />
          {!readOnly && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t.remove} onClick={() => onChange(limits.filter((_, at) => at !== index))} />}
        </span>
      ))}
      {!readOnly && (
        <Button type="link" size="small" icon={<PlusOutlined />} style={{ alignSelf: 'start' }} onClick={() => onChange([...limits, { scope: 'MEMBER', period: 'DAY', measure: 'POINTS', most: 100, budget: null }])}>
          {t.addLimit}
        </Button>
      )}
    </div>
  )
}
