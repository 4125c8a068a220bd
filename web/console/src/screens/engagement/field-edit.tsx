import { useQueryClient } from '@tanstack/react-query'
import type { MemberField } from '@waystation/client'
import { dictionary, ErrorState, useTexts } from '@waystation/design'
import { App, Button, Form, Input, Modal, Select, Space } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { fieldWords } from './field-words'
import { tagWords } from './tag-words'

const texts = dictionary(
  { make: '新建字段', change: '修改字段', kind: '类型', guard: '级别', fixed: '类型和级别定下后不能改', sources: '谁可以写（先选的更强）', sourcesHint: '敏感字段只能由人工和导入写入；来自事件的值放在 identify 的 traits 里，键为代码', merge: '两位会员合并时取谁的值', choices: '选项：代码、中文、英文', add: '再加一个' },
  { make: 'New field', change: 'Change the field', kind: 'Kind', guard: 'Class', fixed: 'Kind and class stay once they are set', sources: 'Who may write it (chosen first is strongest)', sourcesHint: 'Only staff and import write what is sensitive; events bring it in the traits of identify under its code', merge: 'Whose value counts when two members are one', choices: 'Choices: code, Chinese, English', add: 'Another one' },
)

interface Asked { zh: string; en: string; code: string; kind: string; guarded: string; sources: string[]; merge: string; choices?: { code: string; zh: string; en: string }[] }

const optionsOf = (words: Record<string, string>, fits: (value: string) => boolean = () => true) => Object.entries(words).filter(([value]) => fits(value)).map(([value, label]) => ({ value, label }))

/** Defines a field, or changes what may change of one. */
export function FieldEdit({ field, onClose }: { field: MemberField | null; onClose(): void }) {
  const t = useTexts(texts)
  const f = useTexts(fieldWords)
  const w = useTexts(tagWords)
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Asked>()
  const kind = Form.useWatch('kind', form) ?? field?.kind ?? 'text'
  const guarded = Form.useWatch('guarded', form) ?? field?.guarded ?? 'internal'
  const sealed = guarded === 'sensitive'
  const sized = !sealed && ['number', 'date'].includes(kind)
  const keep = useAction(
    (asked: Asked, key) => {
      const body = { code: asked.code, name: { zh: asked.zh, en: asked.en }, kind: asked.kind, guarded: asked.guarded, sources: asked.sources, merge: asked.merge, choices: asked.kind === 'enum' ? (asked.choices ?? []).map((one) => ({ code: one.code, label: { zh: one.zh, en: one.en } })) : [] }
      return field ? api.changeField(field.code, body, key) : api.defineField(body, key)
    },
    () => {
      void message.success(w.saved)
      void client.invalidateQueries({ predicate: (query) => ['fields', 'attributes', 'jobs', 'member'].includes(String(query.queryKey[0])) })
      onClose()
    },
  )
  const required = [{ required: true, message: w.required }]
  const initial: Partial<Asked> = field
    ? { zh: field.name.zh, en: field.name.en, code: field.code, kind: field.kind, guarded: field.guarded, sources: field.sources, merge: field.merge, choices: field.choices.map((one) => ({ code: one.code, zh: one.label.zh, en: one.label.en })) }
    : { kind: 'text', guarded: 'internal', sources: ['staff', 'import'], merge: 'source', choices: [{ code: '', zh: '', en: '' }] }
  return (
    <Modal open onCancel={onClose} title={field ? t.change : t.make} footer={null} width={640}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={(asked: Asked) => keep.mutate(asked)}>
        <Space wrap>
          <Form.Item name="zh" label={w.zh} rules={required}><Input maxLength={40} autoComplete="off" /></Form.Item>
          <Form.Item name="en" label={w.en} rules={required}><Input maxLength={60} autoComplete="off" /></Form.Item>
          <Form.Item name="code" label={w.code} tooltip={w.codeHint} rules={[{ required: true, pattern: /^[a-z0-9_]{3,40}$/, message: w.codeHint }]}><Input autoComplete="off" disabled={field !== null} /></Form.Item>
        </Space>
        <Space wrap align="start">
          <Form.Item name="kind" label={t.kind} extra={t.fixed}><Select disabled={field !== null} style={{ minWidth: 160 }} options={optionsOf(f.kinds)} /></Form.Item>
          <Form.Item name="guarded" label={t.guard}><Select disabled={field !== null} style={{ minWidth: 280 }} options={optionsOf(f.guards)} /></Form.Item>
        </Space>
        <Form.Item name="sources" label={t.sources} extra={t.sourcesHint} rules={required}><Select mode="multiple" options={optionsOf(f.sources, (value) => !sealed || ['staff', 'import'].includes(value))} /></Form.Item>
        <Form.Item name="merge" label={t.merge}><Select options={optionsOf(f.merges, (value) => sized || !['largest', 'smallest'].includes(value))} /></Form.Item>
        {kind === 'enum' && (
          <Form.Item label={t.choices}>
            <Form.List name="choices">
              {(rows, { add }) => (
                <>
                  {rows.map((row) => (
                    <Space key={row.key} wrap>
                      <Form.Item name={[row.name, 'code']} rules={required}><Input aria-label={w.code} style={{ width: 120 }} /></Form.Item>
                      <Form.Item name={[row.name, 'zh']} rules={required}><Input aria-label={w.zh} style={{ width: 140 }} /></Form.Item>
                      <Form.Item name={[row.name, 'en']} rules={required}><Input aria-label={w.en} style={{ width: 160 }} /></Form.Item>
                    </Space>
                  ))}
                  <div><Button size="small" onClick={() => add({})}>{t.add}</Button></div>
                </>
              )}
            </Form.List>
          </Form.Item>
        )}
        {keep.error && <ErrorState error={keep.error} kept />}
        <Button type="primary" htmlType="submit" loading={keep.isPending}>{w.save}</Button>
      </Form>
    </Modal>
  )
}
