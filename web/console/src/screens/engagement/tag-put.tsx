import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { TagDefinition } from '@waystation/client'
import { dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { App, Button, DatePicker, Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { tagWords } from './tag-words'

const texts = dictionary(
  { title: (name: string) => `${name}：贴上或揭下`, way: '做什么', put: '贴上', take: '揭下', whom: '给谁', named: '写出会员号', segment: '一个人群或名单里的所有人', members: '会员号', membersHint: '用逗号、空格或换行隔开，一次至多 1,000 位', pick: '人群或名单', value: '值', reason: '为什么', reasonHint: '会显示在会员页，并记入审计', done: (n: string) => `看过 ${n} 位会员`, go: '执行' },
  { title: (name: string) => `${name}: put on or take off`, way: 'What to do', put: 'Put on', take: 'Take off', whom: 'Whom', named: 'Members by number', segment: 'Everybody in a segment or list', members: 'Member numbers', membersHint: 'Parted by commas, spaces or lines, at most 1,000 at once', pick: 'Segment or list', value: 'Value', reason: 'Reason', reasonHint: 'Shown on the member page and kept in the audit trail', done: (n: string) => `${n} members looked at`, go: 'Do it' },
)

interface Asked { adds: boolean; by: 'named' | 'segment'; members?: string; segment?: string; value?: string | number | Dayjs; reason: string }

const written = (value: Asked['value']) => (value === undefined || value === null ? undefined : typeof value === 'object' ? value.format('YYYY-MM-DD') : String(value))

/** Puts a tag on members named one by one, or on everybody in a segment, or takes it off. */
export function TagPut({ tag, onClose }: { tag: TagDefinition; onClose(): void }) {
  const t = useTexts(texts)
  const w = useTexts(tagWords)
  const { say, formats } = useAppearance()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Asked>()
  const adds = Form.useWatch('adds', form) ?? true
  const by = Form.useWatch('by', form) ?? 'named'
  const segments = useQuery({ queryKey: ['segments', 'to-tag'], queryFn: async () => (await api.segments({ limit: 200 })).items, enabled: by === 'segment' })
  const run = useAction(
    (asked: Asked, key) => {
      const whom = {
        reason: asked.reason,
        ...(asked.by === 'segment' ? { segment: asked.segment } : { members: (asked.members ?? '').split(/[\s,，]+/).filter((one) => one !== '') }),
        ...(asked.adds && tag.carries !== 'flag' ? { value: written(asked.value) } : {}),
      }
      return asked.adds ? api.putTag(tag.code, whom, key) : api.takeTag(tag.code, whom, key)
    },
    (done) => {
      void message.success(t.done(formats.count(done.members)))
      void client.invalidateQueries({ queryKey: ['tags'] })
      onClose()
    },
  )
  const required = [{ required: true, message: w.required }]
  return (
    <Modal open onCancel={onClose} title={t.title(say(tag.name))} footer={null} width={560}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ adds: true, by: 'named' }} onFinish={(asked: Asked) => run.mutate(asked)}>
        <Form.Item name="adds" label={t.way}><Radio.Group options={[{ value: true, label: t.put }, { value: false, label: t.take }]} /></Form.Item>
        <Form.Item name="by" label={t.whom}><Radio.Group options={[{ value: 'named', label: t.named }, { value: 'segment', label: t.segment }]} /></Form.Item>
        {by === 'named' ? (
          <Form.Item name="members" label={t.members} extra={t.membersHint} rules={required}><Input.TextArea rows={3} placeholder="mbr_…" /></Form.Item>
        ) : (
          <Form.Item name="segment" label={t.pick} rules={required}>
            <Select showSearch={{ optionFilterProp: 'label' }} loading={segments.isLoading} options={(segments.data ?? []).filter((one) => one.state !== 'draft').map((one) => ({ value: one.id, label: say(one.name) }))} />
          </Form.Item>
        )}
        {adds && tag.carries === 'enum' && <Form.Item name="value" label={t.value} rules={required}><Select options={tag.choices.map((one) => ({ value: one.code, label: say(one.label) }))} /></Form.Item>}
        {adds && tag.carries === 'number' && <Form.Item name="value" label={t.value} rules={required}><InputNumber precision={0} style={{ width: 160 }} /></Form.Item>}
        {adds && tag.carries === 'date' && <Form.Item name="value" label={t.value} rules={required}><DatePicker /></Form.Item>}
        <Form.Item name="reason" label={t.reason} extra={t.reasonHint} rules={required}><Input maxLength={120} /></Form.Item>
        {run.error && <ErrorState error={run.error} kept />}
        <Button type="primary" htmlType="submit" loading={run.isPending}>{t.go}</Button>
      </Form>
    </Modal>
  )
}
