import { DeleteOutlined, DownOutlined, UpOutlined } from '@ant-design/icons'
import type { AttributeDefinition, MessageTemplate } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { Button, Checkbox, InputNumber, Select } from 'antd'
import { Builder } from './builder'
import { emptyStep, widened, type Arm, type Fault, type Step } from './journey-plan'
import { journeyTexts as texts } from './journey-texts'

interface Around {
  templates: MessageTemplate[]
  attributes: AttributeDefinition[]
  faultsAt(step: string): Fault[]
}

/** Steps under each other; a fork holds such lists of its own, twice inside each other at most. */
export function StepList({ steps, onChange, depth = 0, ...around }: Around & { steps: Step[]; onChange(steps: Step[]): void; depth?: number }) {
  const t = useTexts(texts)
  const moved = (index: number, by: number) => {
    const next = [...steps]
    const [step] = next.splice(index, 1)
    next.splice(index + by, 0, step!)
    onChange(next)
  }
  const kinds = (['wait', 'condition', 'message', 'fork', 'split'] as const).filter((kind) => depth < 2 || (kind !== 'fork' && kind !== 'split'))
  return (
    <>
      {steps.map((step, index) => (
        <section key={step.id} className={depth === 0 ? 'w-card' : 'arm-step'} aria-label={`${index + 1} ${t.stepNames[step.kind]}`}>
          <h2 className="card-title">
            {index + 1}. {t.stepNames[step.kind]}
            <span className="row-actions">
              <Button type="text" size="small" icon={<UpOutlined />} aria-label={t.up} disabled={index === 0} onClick={() => moved(index, -1)} />
              <Button type="text" size="small" icon={<DownOutlined />} aria-label={t.down} disabled={index === steps.length - 1} onClick={() => moved(index, 1)} />
              <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t.remove} onClick={() => onChange(steps.filter((one) => one.id !== step.id))} />
            </span>
          </h2>
          <StepForm step={step} depth={depth} onChange={(changed) => onChange(steps.map((one) => (one.id === step.id ? changed : one)))} {...around} />
          <Faults of={around.faultsAt(step.id)} />
        </section>
      ))}
      <div className="page-actions step-adds">
        {kinds.map((kind) => (
          <Button key={kind} size={depth === 0 ? 'middle' : 'small'} onClick={() => onChange([...steps, emptyStep(kind)])}>
            {t.add[kind]}
          </Button>
        ))}
      </div>
    </>
  )
}

export function Faults({ of }: { of: Fault[] }) {
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

function StepForm({ step, depth, onChange, ...around }: Around & { step: Step; depth: number; onChange(step: Step): void }) {
  const t = useTexts(texts)
  if (step.kind === 'wait') {
    return (
      <div className="form-line">
        <InputNumber aria-label={t.stepNames.wait} min={1} precision={0} value={step.amount} onChange={(amount) => onChange({ ...step, amount: amount ?? 0 })} />
        <Select aria-label={t.stepNames.wait} value={step.unit} style={{ width: 110 }} options={Object.entries(t.units).map(([value, label]) => ({ value: value as typeof step.unit, label }))} onChange={(unit) => onChange({ ...step, unit })} />
      </div>
    )
  }
  if (step.kind === 'message') return <MessageForm step={step} onChange={onChange} templates={around.templates} />
  return (
    <>
      <p className="w-quiet">{step.kind === 'condition' ? t.conditionHint : step.kind === 'fork' ? t.forkHint : t.splitHint}</p>
      {step.kind !== 'split' && <Builder group={step.group} onChange={(group) => onChange({ ...step, group })} attributes={around.attributes} leaves={[]} total={null} />}
      {step.kind !== 'condition' && (
        <Arms arms={step.arms} split={step.kind === 'split'} depth={depth} onChange={(arms) => onChange({ ...step, arms })} {...around} />
      )}
    </>
  )
}

function Arms({ arms, split, depth, onChange, ...around }: Around & { arms: Arm[]; split: boolean; depth: number; onChange(arms: Arm[]): void }) {
  const t = useTexts(texts)
  const replace = (key: string, part: Partial<Arm>) => onChange(arms.map((arm) => (arm.key === key ? { ...arm, ...part } : arm)))
  const nameOf = (arm: Arm) => (split ? t.share(arm.key) : t.arms[arm.key as keyof typeof t.arms])
  return (
    <>
      {arms.map((arm) => (
        <fieldset key={arm.key} className="arm">
          <legend>
            {nameOf(arm)}
            {split && (
              <>
                {' '}
                <InputNumber size="small" aria-label={`${nameOf(arm)} ${t.percent}`} min={1} max={99} precision={0} suffix="%" style={{ width: 84 }} value={arm.percent ?? 0} onChange={(percent) => replace(arm.key, { percent: percent ?? 0 })} />
                {arms.length > 2 && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t.removeArm} ${nameOf(arm)}`} onClick={() => onChange(arms.filter((one) => one.key !== arm.key))} />}
              </>
            )}
          </legend>
          {arm.steps.length === 0 && <p className="w-quiet">{arm.ends ? t.nothingEnds : t.nothing}</p>}
          <StepList steps={arm.steps} onChange={(steps) => replace(arm.key, { steps })} depth={depth + 1} {...around} />
          <Checkbox checked={arm.ends} onChange={(event) => replace(arm.key, { ends: event.target.checked })}>
            {t.armEnds}
          </Checkbox>
        </fieldset>
      ))}
      {split && arms.length < 6 && (
        <Button size="small" onClick={() => onChange(widened(arms))}>
          {t.addArm}
        </Button>
      )}
    </>
  )
}

type MessageStep = Extract<Step, { kind: 'message' }>

function MessageForm({ step, onChange, templates }: { step: MessageStep; onChange(step: Step): void; templates: MessageTemplate[] }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
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
