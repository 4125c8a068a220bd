import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { AttributeDefinition, JourneyNode, MessageTemplate } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { Button, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client'
import { Builder } from './builder'
import { ActionForm } from './journey-action-form'
import { fromJson, toJson } from './condition'
import { armsOf, choicesOf, connected, edgeAt, lengthOf, portsOf, readLength, sharesOf, type Arm, type Drawing, type Unit } from './journey-graph'
import { journeyTexts as texts } from './journey-texts'

interface FormProps {
  node: JourneyNode
  templates: MessageTemplate[]
  attributes: AttributeDefinition[]
  drawing: Drawing
  /** The settings anew; what the form has no field for stays as it is. */
  onChange(settings: Record<string, unknown>): void
}

/** What one step does, in plain words. */
export function StepForm(props: FormProps) {
  const t = useTexts(texts)
  const { node, onChange } = props
  const set = (change: Record<string, unknown>) => onChange({ ...node.settings, ...change })
  const text = (key: string) => String(node.settings[key] ?? '')
  switch (node.kind) {
    case 'wait':
      return <Length label={t.waitHowLong} value={node.settings.length} onChange={(length) => set({ length })} />
    case 'wait_until':
      return (
        <>
          <Line label={t.untilClock}><Input type="time" aria-label={t.untilClock} style={{ width: 130 }} value={text('time')} onChange={(event) => set({ time: event.target.value || '10:00' })} /></Line>
          <Line label={t.onDays}><Select mode="multiple" aria-label={t.onDays} placeholder={t.anyDay} style={{ flex: 1 }} value={Array.isArray(node.settings.days) ? (node.settings.days as string[]) : []} options={Object.entries(t.days).map(([value, label]) => ({ value, label }))} onChange={(days) => set({ days })} /></Line>
        </>
      )
    case 'wait_by':
      return <Line label={t.byInstant}><Input aria-label={t.byInstant} value={text('path')} onChange={(event) => set({ path: event.target.value })} /></Line>
    case 'await':
      return (
        <>
          <Line label={t.awaitFact}><Select aria-label={t.awaitFact} style={{ flex: 1 }} value={text('fact')} options={Object.entries(t.facts).map(([value, label]) => ({ value, label }))} onChange={(fact) => set({ fact })} /></Line>
          <Length label={t.awaitAtMost} value={node.settings.patience} onChange={(patience) => set({ patience })} />
        </>
      )
    case 'message':
      return <MessageForm {...props} />
    case 'branch':
      return <Arms {...props} />
    case 'split':
      return <Shares {...props} />
    case 'tag':
      return <TagForm node={node} set={set} />
    case 'grant':
      return (
        <>
          <Line label={t.giveWhat}><Select aria-label={t.giveWhat} style={{ flex: 1 }} value={text('kind')} options={Object.entries(t.gifts).map(([value, label]) => ({ value, label }))} onChange={(kind) => set({ kind, what: kind === 'points' ? 'points' : '' })} /></Line>
          <Line label={t.giveWhich}><Input aria-label={t.giveWhich} value={text('what')} onChange={(event) => set({ what: event.target.value })} /></Line>
          <Line label={t.giveHowMany}><InputNumber aria-label={t.giveHowMany} min={1} precision={0} value={Number(node.settings.amount ?? 1)} onChange={(amount) => set({ amount: amount ?? 0 })} /></Line>
        </>
      )
    case 'attribute':
    case 'tier':
    case 'task':
    case 'call':
      return <ActionForm node={node} drawing={props.drawing} set={set} />
    case 'exit':
      return (
        <>
          <Line label={t.isGoal}><Switch aria-label={t.isGoal} checked={node.settings.goal === true} onChange={(goal) => set({ goal })} /></Line>
          <Line label={t.exitReason}><Input aria-label={t.exitReason} maxLength={60} value={text('reason')} onChange={(event) => set({ reason: event.target.value })} /></Line>
        </>
      )
    default:
      return null
  }
}

export function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="form-line">
      <span>{label}</span>
      {children}
    </div>
  )
}

export function Length({ label, value, onChange }: { label: string; value: unknown; onChange(length: string): void }) {
  const t = useTexts(texts)
  const read = readLength(value)
  if (!read) return <Line label={label}><Input aria-label={label} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} /></Line>
  return (
    <Line label={label}>
      <InputNumber aria-label={label} min={1} precision={0} style={{ width: 80 }} value={read.amount} onChange={(amount) => onChange(lengthOf(amount ?? 0, read.unit))} />
      <Select aria-label={`${label} ${t.unit}`} style={{ width: 100 }} value={read.unit} options={Object.entries(t.units).map(([unit, name]) => ({ value: unit as Unit, label: name }))} onChange={(unit) => onChange(lengthOf(read.amount, unit))} />
    </Line>
  )
}

function MessageForm({ node, templates, onChange }: FormProps) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const { settings } = node
  const set = (change: Record<string, unknown>) => onChange({ ...settings, ...change })
  const chosen = templates.find((template) => template.code === settings.template)
  return (
    <>
      <Line label={t.channel}><Select aria-label={t.channel} style={{ flex: 1 }} value={String(settings.channel)} options={Object.entries(t.channels).map(([value, label]) => ({ value, label }))} onChange={(channel) => set({ channel })} /></Line>
      <Line label={t.purposeOf}><Select aria-label={t.purposeOf} style={{ flex: 1 }} value={String(settings.purpose)} options={Object.entries(t.purposes).map(([value, label]) => ({ value, label }))} onChange={(purpose) => set({ purpose })} /></Line>
      <Line label={t.template}><Select aria-label={t.template} showSearch optionFilterProp="label" style={{ flex: 1, minWidth: 0 }} value={String(settings.template ?? '') || undefined} placeholder={t.choose} options={templates.map((template) => ({ value: template.code, label: say(template.title) }))} onChange={(template) => set({ template })} /></Line>
      {chosen && <p className="w-quiet">{`${t.previewOf}: ${say(chosen.body)}`}</p>}
    </>
  )
}

/** Conditions asked one after the other; the first that holds is taken. */
function Arms({ node, attributes, onChange }: FormProps) {
  const t = useTexts(texts)
  const arms = armsOf(node)
  // The builder knows its lines by ids that the stored condition has not.
  const [groups, setGroups] = useState(() => new Map(arms.map((arm) => [arm.key, fromJson(arm.condition)])))
  const keep = (next: Arm[]) => onChange({ ...node.settings, arms: next })
  return (
    <>
      <p className="w-quiet">{t.branchHint}</p>
      {arms.map((arm, index) => (
        <fieldset key={arm.key} className="arm">
          <legend>
            {t.armName(index + 1, arms.length)}
            {arms.length > 1 && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t.remove} ${t.armName(index + 1, arms.length)}`} onClick={() => keep(arms.filter((one) => one !== arm))} />}
          </legend>
          <Builder
            group={groups.get(arm.key) ?? fromJson(arm.condition)}
            onChange={(group) => {
              setGroups((before) => new Map(before).set(arm.key, group))
              keep(arms.map((one) => (one === arm ? { ...one, condition: toJson(group) } : one)))
            }}
            attributes={attributes}
            leaves={[]}
            total={null}
          />
        </fieldset>
      ))}
      {arms.length < 6 && <Button size="small" onClick={() => keep([...arms, { key: freshKey(arms), condition: {} }])}>{t.addCondition}</Button>}
    </>
  )
}

const freshKey = (taken: { key: string }[]) => [...'abcdefghij'].find((letter) => taken.every((one) => one.key !== letter)) ?? `k${taken.length}`

function Shares({ node, onChange }: FormProps) {
  const t = useTexts(texts)
  const shares = sharesOf(node)
  const keep = (next: typeof shares) => onChange({ ...node.settings, shares: next })
  return (
    <>
      <p className="w-quiet">{t.splitHint}</p>
      {shares.map((share) => (
        <Line key={share.key} label={t.share(share.key)}>
          <InputNumber aria-label={`${t.share(share.key)} ${t.percent}`} min={0} max={100} suffix="%" style={{ width: 96 }} value={share.perTenThousand / 100} onChange={(percent) => keep(shares.map((one) => (one === share ? { ...one, perTenThousand: Math.round((percent ?? 0) * 100) } : one)))} />
          {shares.length > 2 && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t.remove} ${t.share(share.key)}`} onClick={() => keep(shares.filter((one) => one !== share))} />}
        </Line>
      ))}
      {shares.length < 6 && <Button size="small" onClick={() => keep([...shares, { key: freshKey(shares), perTenThousand: Math.max(0, 10_000 - shares.reduce((sum, one) => sum + one.perTenThousand, 0)) }])}>{t.addArm}</Button>}
    </>
  )
}

function TagForm({ node, set }: { node: JourneyNode; set(change: Record<string, unknown>): void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const tags = useQuery({ queryKey: ['tags-all'], queryFn: async () => (await api.tags()).items, staleTime: 600_000 })
  return (
    <>
      <Line label={t.tagWhat}><Select aria-label={t.tagWhat} style={{ flex: 1 }} value={node.settings.adds === false ? 'off' : 'on'} options={[{ value: 'on', label: t.tagOn }, { value: 'off', label: t.tagOff }]} onChange={(way) => set({ adds: way === 'on' })} /></Line>
      <Line label={t.whichTag}><Select aria-label={t.whichTag} showSearch optionFilterProp="label" style={{ flex: 1, minWidth: 0 }} value={String(node.settings.tag ?? '') || undefined} placeholder={t.choose} options={(tags.data ?? []).map((tag) => ({ value: tag.code, label: say(tag.name) }))} onChange={(tag) => set({ tag })} /></Line>
    </>
  )
}

/** Where each way out leads: the arrows, for whoever works by keyboard. */
export function LeadsTo({ node, drawing, portName, onConnect }: { node: JourneyNode; drawing: Drawing; portName(node: JourneyNode, port: string): string; onConnect(from: string, port: string, to: string): void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  return (
    <>
      {[...portsOf(node), ...choicesOf(node)].map((port) => (
        <Line key={port} label={port === 'next' ? t.leadsTo : t.leadsToIf(portName(node, port))}>
          <Select
            aria-label={t.leadsToIf(portName(node, port))}
            style={{ flex: 1, minWidth: 0 }}
            value={edgeAt(drawing, node.id, port)?.to ?? ''}
            options={[{ value: '', label: choicesOf(node).includes(port) ? t.asUsual : t.nowhere }, ...drawing.nodes.filter((one) => one.kind !== 'entry' && connected(drawing, node.id, port, one.id)).map((one) => ({ value: one.id, label: say(one.label) }))]}
            onChange={(to) => onConnect(node.id, port, to)}
          />
        </Line>
      ))}
    </>
  )
}
