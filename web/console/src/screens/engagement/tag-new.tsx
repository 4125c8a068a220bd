import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Form, Input, Modal, Select, Space } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { tagWords } from './tag-words'

const texts = dictionary(
  { title: '新建标签', group: '分组', addGroup: '新建分组', carries: '带什么值', choices: '可选的词', choiceHint: '每行一个：代码 中文 英文', bad: '每行写三段：代码 中文 英文', groupCode: '分组代码（小写字母、下划线）' },
  { title: 'New tag', group: 'Group', addGroup: 'New group', carries: 'What it carries', choices: 'Words to choose from', choiceHint: 'One a line: code Chinese English', bad: 'Write three parts a line: code Chinese English', groupCode: 'Group code (small letters, underscores)' },
)

interface Asked { code: string; zh: string; en: string; group: string; kind: 'flag' | 'enum' | 'number' | 'date'; choices?: string }

const parts = (line: string) => /^(\S+)\s+(\S+)\s+(.+)$/.exec(line.trim())
const linesOf = (text: string | undefined) => (text ?? '').split('\n').filter((line) => line.trim() !== '')

/** A tag set by hand: its names, its group, and what it carries. */
export function TagNew({ onClose }: { onClose(): void }) {
  const t = useTexts(texts)
  const w = useTexts(tagWords)
  const { say } = useAppearance()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Asked>()
  const kind = Form.useWatch('kind', form)
  const groups = useQuery({ queryKey: ['tag-groups'], queryFn: api.tagGroups })
  const renew = () => void client.invalidateQueries({ predicate: (query) => ['tags', 'tag-groups', 'attributes'].includes(String(query.queryKey[0])) })
  const define = useAction(
    (asked: Asked, key) =>
      api.defineTag(
        {
          code: asked.code, name: { zh: asked.zh, en: asked.en }, group: asked.group, kind: asked.kind,
          choices: asked.kind === 'enum' ? linesOf(asked.choices).map(parts).map((found) => ({ code: found?.[1] ?? '', label: { zh: found?.[2] ?? '', en: found?.[3] ?? '' } })) : [],
        },
        key,
      ),
    () => {
      void message.success(w.saved)
      renew()
      onClose()
    },
  )
  const required = [{ required: true, message: w.required }]
  return (
    <Modal open onCancel={onClose} title={t.title} footer={null} width={560}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'flag' }} onFinish={(asked: Asked) => define.mutate(asked)}>
        <Space wrap>
          <Form.Item name="zh" label={w.zh} rules={required}><Input maxLength={40} autoComplete="off" /></Form.Item>
          <Form.Item name="en" label={w.en} rules={required}><Input maxLength={60} autoComplete="off" /></Form.Item>
          <Form.Item name="code" label={w.code} tooltip={w.codeHint} rules={[{ required: true, pattern: /^[a-z0-9_]{3,60}$/, message: w.codeHint }]}><Input autoComplete="off" /></Form.Item>
        </Space>
        <Form.Item name="group" label={t.group} rules={required}>
          <Select showSearch={{ optionFilterProp: 'label' }} loading={groups.isLoading} options={(groups.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))} />
        </Form.Item>
        <GroupNew onAdded={(code) => { renew(); form.setFieldValue('group', code) }} />
        <Form.Item name="kind" label={t.carries}>
          <Select options={(['flag', 'enum', 'number', 'date'] as const).map((one) => ({ value: one, label: w.kinds[one] }))} />
        </Form.Item>
        {kind === 'enum' && (
          <Form.Item name="choices" label={t.choices} extra={t.choiceHint} rules={[{ validator: async (_, text: string) => { if (linesOf(text).length === 0 || linesOf(text).some((line) => !parts(line))) throw new Error(t.bad) } }]}>
            <Input.TextArea rows={4} placeholder={'gold 金 Gold\nblue 蓝 Blue'} />
          </Form.Item>
        )}
        {groups.error && <ErrorState error={groups.error} kept />}
        {define.error && <ErrorState error={define.error} kept />}
        <Button type="primary" htmlType="submit" loading={define.isPending}>{w.save}</Button>
      </Form>
    </Modal>
  )
}

function GroupNew({ onAdded }: { onAdded(code: string): void }) {
  const t = useTexts(texts)
  const w = useTexts(tagWords)
  const [open, setOpen] = useState(false)
  const [group, setGroup] = useState({ code: '', zh: '', en: '' })
  const add = useAction(
    (asked: typeof group, key) => api.addTagGroup({ code: asked.code, name: { zh: asked.zh, en: asked.en } }, key),
    (added) => {
      setOpen(false)
      onAdded(added.code)
    },
  )
  if (!open) return <p><Button type="link" size="small" onClick={() => setOpen(true)}>{t.addGroup}</Button></p>
  const field = (name: keyof typeof group, label: string) => <Input placeholder={label} aria-label={label} value={group[name]} onChange={(event) => setGroup({ ...group, [name]: event.target.value })} />
  return (
    <div style={{ marginBottom: 16 }}>
      <Space.Compact block>
        {field('zh', w.zh)}
        {field('en', w.en)}
        {field('code', t.groupCode)}
        <Button loading={add.isPending} disabled={!group.zh || !group.en || !group.code} onClick={() => add.mutate(group)}>{w.save}</Button>
      </Space.Compact>
      {add.error && <ErrorState error={add.error} kept />}
    </div>
  )
}
