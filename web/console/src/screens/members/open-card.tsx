import { dictionary, ErrorState, useTexts } from '@waystation/design'
import { Button, Form, Input, Modal } from 'antd'
import { useNavigate } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'

const texts = dictionary(
  { title: (name: string) => `给 ${name} 开储值卡`, note: '记名卡：余额上限 5,000 元，不过期，可挂失补卡。', medium: '卡号，扫一扫或输入', hint: '例如 PARK-100023', missing: '卡号至少 6 位', go: '开卡并去充值' },
  { title: (name: string) => `Open a card for ${name}`, note: 'A named card: up to ¥5,000, never expires, can be reported lost and replaced.', medium: 'Card number, scanned or typed', hint: 'for example PARK-100023', missing: 'At least 6 characters', go: 'Open and top up' },
)

/** A new stored-value card; then the card's own screen, where money is taken. */
export function OpenCard({ memberId, name, onClose }: { memberId: string; name: string; onClose(): void }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const open = useAction((medium: string, key) => api.openCard({ memberId, medium }, key), (_, medium) => void navigate(`/cards?card=${encodeURIComponent(medium)}`))
  return (
    <Modal open title={t.title(name)} onCancel={onClose} footer={null} destroyOnHidden width={440}>
      <p className="w-quiet" style={{ marginBottom: 12 }}>{t.note}</p>
      <Form<{ medium: string }> layout="vertical" requiredMark={false} onFinish={({ medium }) => open.mutate(medium.trim())}>
        <Form.Item name="medium" label={t.medium} rules={[{ required: true, min: 6, whitespace: true, message: t.missing }]}>
          <Input autoFocus autoComplete="off" placeholder={t.hint} maxLength={40} />
        </Form.Item>
        {open.error && <ErrorState error={open.error} kept />}
        <Button type="primary" htmlType="submit" loading={open.isPending}>{t.go}</Button>
      </Form>
    </Modal>
  )
}
