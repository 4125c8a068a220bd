import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type Member360, type MemberField } from '@waystation/client'
import { dictionary, ErrorState, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { fieldWords } from '../engagement/field-words'

const texts = dictionary(
  { title: '字段', none: '还没有任何字段的值。', write: '填写', show: '查看', reason: '为什么要看', reasonMissing: '请写明原因，至少 4 个字', field: '字段', value: '值', yes: '是', no: '否', save: '保存', clear: '收回人工填写的值', outranked: '被更强的来源盖过', from: (source: string, day: string) => `${source} · ${day}`, noFields: '没有人工可填的字段。可在“标签”页的“字段”里新建。', close: '关闭' },
  { title: 'Fields', none: 'No field has a value yet.', write: 'Fill in', show: 'Reveal', reason: 'Why', reasonMissing: 'Give a reason of at least 4 characters', field: 'Field', value: 'Value', yes: 'yes', no: 'no', save: 'Save', clear: 'Take back what staff wrote', outranked: 'outranked by a stronger source', from: (source: string, day: string) => `${source} · ${day}`, noFields: 'There is no field for staff to fill in. Make one under Tags, Fields.', close: 'Close' },
)

type Value = Member360['fields'][number]

/** What sources say of a member, and whose word counts. */
export function MemberFields({ memberId, values }: { memberId: string; values: Value[] }) {
  const t = useTexts(texts)
  const w = useTexts(fieldWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const [writing, setWriting] = useState(false)
  const [revealing, setRevealing] = useState<Value | null>(null)
  return (
    <section className="w-card">
      <h2 className="card-title" style={{ display: 'flex', justifyContent: 'space-between' }}>
        {t.title}
        {staff.may('segments.write') && <Button size="small" onClick={() => setWriting(true)}>{t.write}</Button>}
      </h2>
      {values.length === 0 && <p className="w-quiet">{t.none}</p>}
      <ul className="plain-list">
        {values.map((one) => (
          <li key={`${one.code} ${one.source} ${one.member}`}>
            <span className={one.counts ? undefined : 'w-quiet'}>
              {say(one.name)} <b>{one.value}</b> {one.guarded !== 'internal' && <Mark tone="attention">{wordFor(w.guardMarks, one.guarded)}</Mark>}{' '}
              <span className="w-quiet">{t.from(wordFor(w.sources, one.source), formats.date(one.givenAt))}{one.counts ? '' : ` · ${t.outranked}`}</span>
            </span>
            {one.masked && one.counts && staff.may('members.reveal') && <Button size="small" onClick={() => setRevealing(one)}>{t.show}</Button>}
          </li>
        ))}
      </ul>
      {writing && <WriteField memberId={memberId} onClose={() => setWriting(false)} />}
      {revealing && <RevealField memberId={memberId} code={revealing.code} name={say(revealing.name)} onClose={() => setRevealing(null)} />}
    </section>
  )
}

interface Asked { code: string; value?: string | number | Dayjs }

const written = (value: Asked['value']) => (value === undefined || value === null ? undefined : typeof value === 'object' ? value.format('YYYY-MM-DD') : String(value))

function WriteField({ memberId, onClose }: { memberId: string; onClose(): void }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const client = useQueryClient()
  const [form] = Form.useForm<Asked>()
  const code = Form.useWatch('code', form)
  const fields = useQuery({ queryKey: ['fields', 'to-write'], queryFn: async () => itemsOf(await api.fields()) })
  const mine = (fields.data ?? []).filter((one) => one.sources.includes('staff'))
  const field = mine.find((one) => one.code === code)
  const write = useAction(
    (asked: Asked, key) => api.writeField(memberId, asked.code, written(asked.value), key),
    () => {
      void client.invalidateQueries({ queryKey: ['member', memberId] })
      onClose()
    },
  )
  return (
    <Modal open onCancel={onClose} title={t.write} footer={null} width={460}>
      {fields.data && mine.length === 0 && <p className="w-quiet">{t.noFields}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(asked: Asked) => write.mutate(asked)}>
        <Form.Item name="code" label={t.field} rules={[{ required: true, message: t.field }]}>
          <Select loading={fields.isLoading} options={mine.map((one) => ({ value: one.code, label: say(one.name) }))} onChange={() => form.setFieldValue('value', undefined)} />
        </Form.Item>
        {field && <Form.Item name="value" label={t.value} rules={[{ required: true, message: t.value }]}>{inputOf(field, say, t)}</Form.Item>}
        {write.error && <ErrorState error={write.error} kept />}
        <Button type="primary" htmlType="submit" loading={write.isPending}>{t.save}</Button>{' '}
        {field && <Button onClick={() => write.mutate({ code: field.code })}>{t.clear}</Button>}
      </Form>
    </Modal>
  )
}

function inputOf(field: MemberField, say: (said: { zh: string; en: string }) => string, t: { yes: string; no: string }) {
  switch (field.kind) {
    case 'enum':
      return <Select options={field.choices.map((one) => ({ value: one.code, label: say(one.label) }))} />
    case 'number':
      return <InputNumber precision={0} style={{ width: 160 }} />
    case 'flag':
      return <Select options={[{ value: 'true', label: t.yes }, { value: 'false', label: t.no }]} />
    case 'date':
      return <DatePicker />
    default:
      return <Input maxLength={200} autoComplete="off" />
  }
}

/** One look against a reason; the value lives in this window only. */
function RevealField({ memberId, code, name, onClose }: { memberId: string; code: string; name: string; onClose(): void }) {
  const t = useTexts(texts)
  const [value, setValue] = useState<string | null>(null)
  const reveal = useAction((asked: { reason: string }, key) => api.revealField(memberId, code, asked.reason, key), (answer) => setValue(answer.value))
  return (
    <Modal open onCancel={onClose} title={name} footer={null} width={460}>
      {value !== null ? (
        <>
          <p className="revealed">{value}</p>
          <Button onClick={onClose}>{t.close}</Button>
        </>
      ) : (
        <Form layout="vertical" requiredMark={false} onFinish={(asked: { reason: string }) => reveal.mutate(asked)}>
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, min: 4, whitespace: true, message: t.reasonMissing }]}><Input.TextArea rows={2} maxLength={200} /></Form.Item>
          {reveal.error && <ErrorState error={reveal.error} kept />}
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>{t.show}</Button>
        </Form>
      )}
    </Modal>
  )
}
