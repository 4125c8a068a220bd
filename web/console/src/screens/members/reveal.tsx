import { dictionary, ErrorState, useTexts } from '@waystation/design'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'

const texts = dictionary(
  {
    title: '查看明文', note: '只看办事需要的一项。谁、何时、为什么看了，都会留痕，会员可以查到。', field: '看哪一项', reason: '为什么要看', reasonHint: '例如：旅客来电核对订单', reasonMissing: '请写明原因，至少 4 个字', show: '查看', done: '关闭',
    fields: { name: '姓名', phone: '手机', document: '证件号' }, hides: '关闭窗口后不再显示。',
  },
  {
    title: 'Reveal', note: 'Look only at what the task needs. Who looked, when and why is logged, and the member can see it.', field: 'Which field', reason: 'Why', reasonHint: 'for example: caller asks to verify an order', reasonMissing: 'Give a reason of at least 4 characters', show: 'Reveal', done: 'Close',
    fields: { name: 'Name', phone: 'Phone', document: 'Document number' }, hides: 'It is gone once this window closes.',
  },
)

/** Shows one masked field against a reason; the value lives in this window only. */
export function Reveal({ memberId, open, onClose }: { memberId: string; open: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const [value, setValue] = useState<string | null>(null)
  const reveal = useAction(
    (asked: { field: string; reason: string }, key) => api.reveal(memberId, asked.field, asked.reason, key),
    (answer) => setValue(answer.value),
  )
  const close = () => {
    setValue(null)
    reveal.reset()
    onClose()
  }
  return (
    <Modal open={open} onCancel={close} title={t.title} footer={null} destroyOnHidden width={460}>
      <p className="w-quiet" style={{ marginBottom: 12 }}>
        {t.note}
      </p>
      {value === null ? (
        <Form layout="vertical" requiredMark={false} initialValues={{ field: 'phone' }} onFinish={(asked: { field: string; reason: string }) => reveal.mutate(asked)}>
          <Form.Item name="field" label={t.field}>
            <Radio.Group options={Object.entries(t.fields).map(([field, label]) => ({ value: field, label }))} />
          </Form.Item>
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, min: 4, whitespace: true, message: t.reasonMissing }]}>
            <Input.TextArea rows={2} placeholder={t.reasonHint} maxLength={200} />
          </Form.Item>
          {reveal.error && <ErrorState error={reveal.error} kept />}
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>
            {t.show}
          </Button>
        </Form>
      ) : (
        <>
          <p className="revealed num">{value}</p>
          <p className="w-quiet">{t.hides}</p>
          <Button onClick={close}>{t.done}</Button>
        </>
      )}
    </Modal>
  )
}
