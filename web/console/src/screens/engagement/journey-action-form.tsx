import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { JourneyNode } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { Button, Input, InputNumber, Select } from 'antd'
import { api } from '../../data/client'
import { staysAs, takenOf, type Drawing, type Taken } from './journey-graph'
import { Length, Line } from './journey-step-form'
import { journeyTexts as texts } from './journey-texts'

interface ActionProps {
  node: JourneyNode
  drawing: Drawing
  set(change: Record<string, unknown>): void
}

/** Steps that do something besides sending: an attribute, a tier, a task, a question to another system. */
export function ActionForm(props: ActionProps) {
  switch (props.node.kind) {
    case 'attribute':
      return <AttributeForm {...props} />
    case 'tier':
      return <TierForm {...props} />
    case 'task':
      return <TaskForm {...props} />
    default:
      return <CallForm {...props} />
  }
}

const textOf = (node: JourneyNode, key: string) => String(node.settings[key] ?? '')

function AttributeForm({ node, drawing, set }: ActionProps) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const tags = useQuery({ queryKey: ['tags-all'], queryFn: async () => (await api.tags()).items, staleTime: 600_000 })
  const valued = (tags.data ?? []).filter((tag) => tag.kind !== 'flag')
  const chosen = valued.find((tag) => tag.code === node.settings.tag)
  const answers = drawing.nodes.filter((one) => one.kind === 'call').flatMap(takenOf)
  const from = textOf(node, 'from')
  return (
    <>
      <Line label={t.writeWhat}><Select aria-label={t.writeWhat} showSearch optionFilterProp="label" style={{ flex: 1, minWidth: 0 }} value={textOf(node, 'tag') || undefined} placeholder={t.choose} options={valued.map((tag) => ({ value: tag.code, label: say(tag.name) }))} onChange={(tag) => set({ tag, value: '' })} /></Line>
      {tags.data && valued.length === 0 && <p className="w-quiet">{t.noAttribute}</p>}
      <Line label={t.writeAs}>
        <Select aria-label={t.writeAs} style={{ flex: 1, minWidth: 0 }} value={from} options={[{ value: '', label: t.writeValue }, ...answers.map((one) => ({ value: staysAs(one.name), label: t.answered(one.name) }))]} onChange={(next) => set({ from: next })} />
      </Line>
      {from === '' && (
        <Line label={t.writeValue}>
          {chosen && chosen.choices.length > 0 ? (
            <Select aria-label={t.writeValue} style={{ flex: 1, minWidth: 0 }} value={textOf(node, 'value') || undefined} placeholder={t.choose} options={chosen.choices.map((choice) => ({ value: choice.code, label: say(choice.label) }))} onChange={(value) => set({ value })} />
          ) : (
            <Input aria-label={t.writeValue} type={chosen?.kind === 'date' ? 'date' : chosen?.kind === 'number' ? 'number' : 'text'} value={textOf(node, 'value')} onChange={(event) => set({ value: event.target.value })} />
          )}
        </Line>
      )}
    </>
  )
}

function TierForm({ node, set }: ActionProps) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const programmes = useQuery({ queryKey: ['earning-programmes'], queryFn: api.earningProgrammes, staleTime: 600_000 })
  const clubs = (programmes.data?.items ?? []).flatMap((one) => one.clubs)
  const club = clubs.find((one) => one.code === node.settings.club)
  return (
    <>
      <Line label={t.toClub}><Select aria-label={t.toClub} style={{ flex: 1, minWidth: 0 }} value={textOf(node, 'club') || undefined} options={clubs.map((one) => ({ value: one.code, label: say(one.name) }))} onChange={(code) => set({ club: code, tier: '' })} /></Line>
      <Line label={t.toTier}><Select aria-label={t.toTier} style={{ flex: 1, minWidth: 0 }} value={textOf(node, 'tier') || undefined} placeholder={t.choose} options={(club?.tiers ?? []).map((tier) => ({ value: tier.code, label: say(tier.name) }))} onChange={(tier) => set({ tier })} /></Line>
      <Line label={t.forDays}><InputNumber aria-label={t.forDays} min={1} max={3650} precision={0} value={Number(node.settings.days ?? 30)} onChange={(days) => set({ days: days ?? 1 })} /></Line>
      <p className="w-quiet">{t.tierOnce}</p>
    </>
  )
}

function TaskForm({ node, set }: ActionProps) {
  const t = useTexts(texts)
  return (
    <>
      <Line label={t.taskTitle}><Input aria-label={t.taskTitle} maxLength={80} value={textOf(node, 'title')} onChange={(event) => set({ title: event.target.value })} /></Line>
      <Input.TextArea aria-label={t.taskDetail} placeholder={t.taskDetail} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} value={textOf(node, 'detail')} onChange={(event) => set({ detail: event.target.value })} />
      <Line label={t.taskTeam}><Select aria-label={t.taskTeam} style={{ flex: 1, minWidth: 0 }} value={textOf(node, 'team')} options={[{ value: '', label: t.anyTeam }, ...Object.entries(t.teams).map(([value, label]) => ({ value, label }))]} onChange={(team) => set({ team })} /></Line>
      <Line label={t.taskDue}><InputNumber aria-label={t.taskDue} min={0} max={3650} precision={0} value={Number(node.settings.dueDays ?? 1)} onChange={(dueDays) => set({ dueDays: dueDays ?? 0 })} /></Line>
      <p className="w-quiet">{t.taskHint}</p>
    </>
  )
}

function CallForm({ node, set }: ActionProps) {
  const t = useTexts(texts)
  const addresses = useQuery({ queryKey: ['journey-addresses'], queryFn: api.journeyAddresses, staleTime: 60_000 })
  const taken = takenOf(node)
  const put = (at: number, change: Partial<Taken>) => set({ takes: taken.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  return (
    <>
      <Line label={t.askWhom}><Select aria-label={t.askWhom} style={{ flex: 1, minWidth: 0 }} value={textOf(node, 'address') || undefined} placeholder={t.choose} options={(addresses.data?.items ?? []).map((one) => ({ value: one.id, label: one.url }))} onChange={(address) => set({ address })} /></Line>
      {addresses.data?.items.length === 0 && <p className="w-quiet">{t.noAddress}</p>}
      <Length label={t.askPatience} value={node.settings.patience} onChange={(patience) => set({ patience })} />
      <b>{t.takes}</b>
      {taken.map((one, at) => (
        <fieldset key={at} className="arm">
          <legend>
            {t.answered(one.name)} <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t.remove} ${one.name}`} onClick={() => set({ takes: taken.filter((_, index) => index !== at) })} />
          </legend>
          <Line label={t.takeName}><Input aria-label={t.takeName} maxLength={30} value={one.name} onChange={(event) => put(at, { name: event.target.value.replace(/[^A-Za-z0-9]/g, '').replace(/^[A-Z0-9]+/, (start) => start.replace(/[0-9]/g, '').toLowerCase()) })} /></Line>
          <Line label={t.takePointer}><Input aria-label={t.takePointer} maxLength={120} value={one.pointer} placeholder="/risk/score" onChange={(event) => put(at, { pointer: event.target.value })} /></Line>
          <Line label={t.takeKind}><Select aria-label={t.takeKind} style={{ flex: 1, minWidth: 0 }} value={one.kind} options={Object.entries(t.takeKinds).map(([value, label]) => ({ value: value as Taken['kind'], label }))} onChange={(kind) => put(at, { kind })} /></Line>
        </fieldset>
      ))}
      {taken.length < 10 && <Button size="small" onClick={() => set({ takes: [...taken, { name: `field${taken.length + 1}`, pointer: `/field${taken.length + 1}`, kind: 'text' }] })}>{t.addTake}</Button>}
      <p className="w-quiet">{t.takesHint}</p>
    </>
  )
}
