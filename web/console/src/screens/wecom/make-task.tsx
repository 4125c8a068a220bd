import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { ErrorState, SkeletonRows, useAppearance, useTexts, Waterfall } from '@waystation/design'
import { App, Button, Form, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { MessageFace } from '../messages/message-face'
import { wecomTexts } from './words'

type Kind = 'customers' | 'groups' | 'moments'
type Draft = Shapes['outreach.WecomDraft']

interface MakeProps {
  choices: Shapes['outreach.WecomChoices']
  onClose(): void
  onMade(id: string): void
}

/** A task by hand: receivers and a text, with who would get it and the limit that counts. */
export function MakeTask({ choices, onClose, onMade }: MakeProps) {
  const t = useTexts(wecomTexts)
  const { say, formats } = useAppearance()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [kind, setKind] = useState<Kind>('customers')
  const [template, setTemplate] = useState<string>()
  const [segment, setSegment] = useState<string>()
  const [many, setMany] = useState<string[]>([])
  const templates = useQuery({ queryKey: ['message-templates'], queryFn: api.messageTemplates })
  const segments = useQuery({ queryKey: ['segments', 'to-choose'], queryFn: () => api.segments({ limit: 200 }) })
  const named = kind === 'customers' ? segment !== undefined : many.length > 0
  const draft: Draft | null = template && named ? { kind, template, segment: kind === 'customers' ? segment : undefined, groups: kind === 'groups' ? many : undefined, staff: kind === 'moments' ? many : undefined } : null
  const preview = useQuery({ queryKey: ['wecom-preview', draft], queryFn: ({ signal }) => api.previewWecomTask(draft!, signal), enabled: draft !== null })
  const nobody = preview.data?.steps.at(-1)?.count === 0
  const make = useAction(
    (wanted: Draft, key) => api.makeWecomTask(wanted, key),
    (made) => {
      void message.success(t.created)
      void queries.invalidateQueries({ queryKey: ['wecom-tasks'] })
      onClose()
      onMade(made.task.id)
    },
  )
  return (
    <Modal open onCancel={onClose} title={t.make} footer={null} width={640}>
      <Form layout="vertical" onFinish={() => draft && make.mutate(draft)}>
        <Form.Item label={t.kind}>
          <Segmented
            aria-label={t.kind}
            value={kind}
            options={(['customers', 'groups', 'moments'] as const).map((value) => ({ value, label: t.kinds[value] }))}
            onChange={(value) => {
              setKind(value)
              setMany([])
            }}
          />
        </Form.Item>
        <Form.Item label={kind === 'customers' ? t.segment : kind === 'groups' ? t.groups : t.whose}>
          {kind === 'customers' ? (
            <Select aria-label={t.segment} placeholder={t.choose} showSearch={{ optionFilterProp: 'label' }} value={segment} onChange={setSegment} options={(segments.data?.items ?? []).map((one) => ({ value: one.id, label: say(one.name) }))} />
          ) : (
            <Select
              aria-label={kind === 'groups' ? t.groups : t.whose}
              mode="multiple"
              placeholder={t.choose}
              value={many}
              onChange={setMany}
              showSearch={{ optionFilterProp: 'label' }}
              options={kind === 'groups' ? choices.groups.map((one) => ({ value: one.id, label: `${one.name} · ${t.ownedBy(one.owner)}` })) : choices.staff.map((one) => ({ value: one.userid, label: `${one.userid} · ${t.knows(formats.count(one.customers))}` }))}
            />
          )}
        </Form.Item>
        <Form.Item label={t.template}>
          <Select aria-label={t.template} placeholder={t.choose} showSearch={{ optionFilterProp: 'label' }} value={template} onChange={setTemplate} options={(templates.data ?? []).filter((one) => one.placeholders.length === 0 && one.blocks.length === 0).map((one) => ({ value: one.code, label: `${say(one.title)} · ${one.code}` }))} />
        </Form.Item>
        <section className="w-card" aria-label={t.reach} style={{ marginBottom: 16 }}>
          <h2 className="card-title">{t.reach}</h2>
          {!draft ? (
            <p className="w-quiet">{t.chooseFirst}</p>
          ) : preview.error ? (
            <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
          ) : !preview.data ? (
            <SkeletonRows rows={4} />
          ) : (
            <>
              <Waterfall steps={preview.data.steps} />
              <p className="w-quiet">{t.limits[kind](formats.count(preview.data.allowed))}</p>
              <MessageFace channel="wecom" body={preview.data.text} />
            </>
          )}
        </section>
        {make.error && <ErrorState error={make.error} kept />}
        <Button type="primary" htmlType="submit" disabled={!draft || !preview.data || nobody} loading={make.isPending}>
          {nobody ? t.nobody : t.create}
        </Button>
      </Form>
    </Modal>
  )
}
