import { useQuery } from '@tanstack/react-query'
import { itemsOf, type MessageTemplate, type Segment } from '@waystation/client'
import { EmptyState, ErrorState, Mark, SkeletonRows, useAppearance, useTexts, Why } from '@waystation/design'
import { Button, DatePicker, Input, Segmented, Select, Table, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useNow, useStaff } from '../../data/session'
import { useChannelName } from '../members/consents'
import { MessageFace } from '../messages/message-face'
import { givenValues, type LaunchPlan } from './launch-plan'
import { launchTexts } from './launch-texts'

export interface StepProps {
  plan: LaunchPlan
  set(change: Partial<LaunchPlan>): void
}

const channels = ['sms', 'wechat', 'miniapp', 'push', 'email', 'inbox', 'wecom']
const parts = [0, 5, 10, 20]

function Part({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <section className="w-card launch-part">
      <h2 className="card-title">{title}</h2>
      {hint && <p className="w-quiet">{hint}</p>}
      {children}
    </section>
  )
}

export function AudienceStep({ plan, set, segments }: StepProps & { segments: Segment[] }) {
  const t = useTexts(launchTexts)
  const { say, formats } = useAppearance()
  const chosen = segments.find((one) => one.id === plan.segment)
  if (segments.length === 0) {
    return (
      <section className="w-card">
        <EmptyState title={t.noSegments} hint={t.noSegmentsHint} action={<Link to="/segments/new"><Button type="primary">{t.makeSegment}</Button></Link>} />
      </section>
    )
  }
  return (
    <>
      <Part title={t.name}>
        <Input aria-label={t.name} size="large" maxLength={60} value={plan.name} onChange={(event) => set({ name: event.target.value })} />
      </Part>
      <Part title={t.segment} hint={chosen ? say(chosen.sentence) : undefined}>
        <Select
          aria-label={t.segment}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          placeholder={t.choose}
          value={plan.segment || undefined}
          options={segments.map((one) => ({ value: one.id, label: `${say(one.name)} · ${formats.count(one.count ?? 0)} ${t.members}` }))}
          onChange={(segment) => set({ segment })}
        />
        {chosen && <Sample segment={chosen.id} />}
      </Part>
    </>
  )
}

/** A few of them by name, so that a wrong condition is seen before it is sent. */
function Sample({ segment }: { segment: string }) {
  const t = useTexts(launchTexts)
  const some = useQuery({ queryKey: ['launch-sample', segment], queryFn: async () => itemsOf(await api.segmentMembers(segment, { limit: 5 })) })
  if (some.error) return <ErrorState error={some.error} onRetry={() => void some.refetch()} />
  if (!some.data) return <SkeletonRows rows={3} />
  return (
    <>
      <h3 className="drawer-title">{t.some}</h3>
      <Table
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={some.data}
        columns={[
          { title: t.who, render: (_, member) => <Link to={`/members/${encodeURIComponent(member.id)}`}>{member.name}</Link> },
          { title: t.phone, dataIndex: 'phone', className: 'num' },
        ]}
      />
    </>
  )
}

export const asksFor = (template: MessageTemplate) => template.placeholders.filter((name) => !givenValues.includes(name))

export function MessageStep({ plan, set, templates }: StepProps & { templates: MessageTemplate[] }) {
  const t = useTexts(launchTexts)
  const { say, formats } = useAppearance()
  const channelName = useChannelName()
  const chosen = templates.find((one) => one.code === plan.template)
  return (
    <>
      <Part title={t.channel}>
        <Select aria-label={t.channel} style={{ width: '100%' }} value={plan.channel} options={channels.map((value) => ({ value, label: channelName(value) }))} onChange={(channel) => set({ channel })} />
      </Part>
      <Part title={t.template} hint={<Link to="/templates/new">{t.newText}</Link>}>
        <Select
          aria-label={t.template}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          placeholder={t.choose}
          value={plan.template || undefined}
          options={templates.map((one) => {
            const missing = asksFor(one)
            const label = `${say(one.title)} · ${one.code}`
            return { value: one.code, label: missing.length > 0 ? `${label} — ${t.asks(formats.list(missing))}` : label, disabled: missing.length > 0 }
          })}
          onChange={(template) => set({ template })}
        />
        {chosen && <Faces template={chosen} channel={plan.channel} />}
      </Part>
      {chosen && <TryOut template={chosen.code} channel={plan.channel} />}
    </>
  )
}

/** The text as three members read it: everything known, long values, no name. */
export function usePreview(template: MessageTemplate | undefined, channel: string) {
  return useQuery({
    queryKey: ['launch-preview', template?.code, template?.version, channel],
    queryFn: ({ signal }) => api.previewTemplate({ title: template!.title, body: template!.body, channel, purpose: 'marketing' }, signal),
    enabled: template !== undefined,
  })
}

export function Faces({ template, channel, only }: { template: MessageTemplate; channel: string; only?: number }) {
  const t = useTexts(launchTexts)
  const { say, language } = useAppearance()
  const preview = usePreview(template, channel)
  if (preview.error) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) return <SkeletonRows rows={3} />
  return (
    <div className="launch-faces" aria-label={t.preview} role="group">
      {preview.data.people.slice(0, only).map((person) => (
        <figure key={person.person.en}>
          {!only && <figcaption className="w-quiet">{say(person.person)}</figcaption>}
          <MessageFace channel={channel} title={say(template.title)} body={(language === 'zh' ? person.zh : person.en).text} />
        </figure>
      ))}
    </div>
  )
}

function TryOut({ template, channel }: { template: string; channel: string }) {
  const t = useTexts(launchTexts)
  const { formats } = useAppearance()
  const now = useNow()
  const staff = useStaff()
  const [member, setMember] = useState('')
  const tried = useAction(({ code, ...whom }: { code: string; member: string; channel: string }, key) => api.tryTemplate(code, whom, key))
  if (!staff.may('journeys.write')) return null
  const said = tried.data && (tried.data.outcome === 'delayed' ? t.tried.delayed(formats.near(tried.data.until ?? now, now)) : tried.data.outcome === 'queued' ? t.tried.queued : t.tried.withheld)
  return (
    <Part title={t.tryTitle} hint={t.tryHint}>
      <Input.Search
        aria-label={t.tryMember}
        placeholder="mbr_…"
        value={member}
        enterButton={t.tryIt}
        loading={tried.isPending}
        onChange={(event) => setMember(event.target.value)}
        onSearch={(asked) => asked.trim() && tried.mutate({ code: template, member: asked.trim(), channel })}
      />
      {tried.error && <ErrorState error={tried.error} kept />}
      {tried.data && (
        <p role="status" className="launch-tried">
          <Mark tone={tried.data.outcome === 'withheld' ? 'attention' : 'good'}>{said}</Mark> <Why subject={t.whyTried} explanation={tried.data.why} />
        </p>
      )}
    </Part>
  )
}

export function TimeStep({ plan, set, past, moved }: StepProps & { past: boolean; moved: string | null }) {
  const t = useTexts(launchTexts)
  const { formats } = useAppearance()
  const today = dayjs(useNow()).startOf('day')
  return (
    <>
      <Part title={t.control} hint={t.controlHint}>
        <Segmented
          aria-label={t.control}
          value={plan.control}
          options={[...new Set([...parts, plan.control])].sort((a, b) => a - b).map((value) => ({ value, label: value === 0 ? t.none : formats.percent(value / 100, 0) }))}
          onChange={(control) => set({ control })}
        />
        {plan.control === 0 && <p className="w-quiet">{t.noneHint}</p>}
      </Part>
      <Part title={t.when} hint={t.timeHint}>
        <div className="stack-fields">
          <label>
            <span>{t.day}</span>
            <DatePicker aria-label={t.day} allowClear={false} value={dayjs(plan.day)} disabledDate={(day) => day.isBefore(today)} onChange={(day) => day && set({ day: day.format('YYYY-MM-DD') })} />
          </label>
          <label>
            <span>{t.time}</span>
            <TimePicker aria-label={t.time} format="HH:mm" minuteStep={5} allowClear={false} needConfirm={false} value={dayjs(`2000-01-01T${plan.time}`)} onChange={(at) => at && set({ time: at.format('HH:mm') })} />
          </label>
        </div>
        {past ? <p role="alert"><Mark tone="stop">{t.past}</Mark></p> : moved && <p role="status"><Mark tone="attention">{moved}</Mark></p>}
      </Part>
    </>
  )
}
