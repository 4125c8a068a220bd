import { useQueryClient } from '@tanstack/react-query'
import { dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, Form, Input, InputNumber, Modal, Segmented } from 'antd'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'

const texts = dictionary(
  {
    title: (name: string) => `调整 ${name} 的积分`, note: '写明原因。超过岗位上限的，要第二个人同意才入账。', kind: '做什么', kinds: { CREDIT: '加分', DEDUCT: '减分', WRITE_OFF: '免去欠分' }, currency: '哪种积分', currencies: { points: '积分', qualifying: '定级积分' }, amount: '多少', reason: '原因（会员能查到）', reasonHint: '例如：列车晚点补偿，工单 2311', reasonMissing: '请写明原因，至少 4 个字', amountMissing: '请填要调整的积分', go: '提交', posted: (left: string) => `已入账，现在可用 ${left} 分。`, waiting: (cap: string) => `超过你的上限 ${cap} 分，已送第二个人审批。`, desk: '到积分审核看', done: '好',
  },
  {
    title: (name: string) => `Adjust points of ${name}`, note: "Say why. Above your role's limit it waits for a second person.", kind: 'What', kinds: { CREDIT: 'Add', DEDUCT: 'Take', WRITE_OFF: 'Forgive debt' }, currency: 'Which points', currencies: { points: 'Points', qualifying: 'Qualifying' }, amount: 'How many', reason: 'Why (the member can see it)', reasonHint: 'for example: late train, case 2311', reasonMissing: 'Give a reason of at least 4 characters', amountMissing: 'Say how many points', go: 'Submit', posted: (left: string) => `Posted; ${left} points can be spent now.`, waiting: (cap: string) => `Above your limit of ${cap}; it waits for a second person.`, desk: 'See it on the points desk', done: 'Done',
  },
)

interface Wish { kind: 'CREDIT' | 'DEDUCT' | 'WRITE_OFF'; currency: string; amount: number; reason: string }

/** A correction by hand: posted at once up to the role's limit, above it decided by another. */
export function AdjustPoints({ memberId, name, onClose }: { memberId: string; name: string; onClose(): void }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const client = useQueryClient()
  const ask = useAction(
    (wish: Wish, key) => api.askAdjustment(memberId, wish, key),
    () => void client.invalidateQueries({ predicate: (query) => query.queryKey.includes(memberId) || query.queryKey[0] === 'adjustments' }),
  )
  const answer = ask.data
  return (
    <Modal open title={t.title(name)} onCancel={onClose} footer={null} destroyOnHidden width={480}>
      {answer ? (
        <div className="stack">
          <p className={`verdict${answer.state === 'waiting' ? ' is-attention' : ''}`} role="status">
            {answer.state === 'waiting' ? t.waiting(formats.count(answer.cap ?? 0)) : t.posted(formats.count(answer.spendable ?? 0))}
          </p>
          <span className="rule-inline">
            <Button type="primary" autoFocus onClick={onClose}>{t.done}</Button>
            {answer.state === 'waiting' && <Link to="/desk?tab=adjustments">{t.desk}</Link>}
          </span>
        </div>
      ) : (
        <Form<Wish> layout="vertical" requiredMark={false} initialValues={{ kind: 'CREDIT', currency: 'points' }} onFinish={(wish) => ask.mutate({ ...wish, reason: wish.reason.trim() })}>
          <p className="w-quiet" style={{ marginBottom: 12 }}>{t.note}</p>
          <div className="two-fields">
            <Form.Item name="kind" label={t.kind}>
              <Segmented options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
            <Form.Item name="currency" label={t.currency}>
              <Segmented options={Object.entries(t.currencies).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
          </div>
          <Form.Item name="amount" label={t.amount} rules={[{ required: true, message: t.amountMissing }]}>
            <InputNumber autoFocus min={1} max={10_000_000} precision={0} style={{ width: 200 }} />
          </Form.Item>
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, min: 4, whitespace: true, message: t.reasonMissing }]}>
            <Input.TextArea rows={2} placeholder={t.reasonHint} maxLength={200} />
          </Form.Item>
          {ask.error && <ErrorState error={ask.error} kept />}
          <Button type="primary" htmlType="submit" loading={ask.isPending}>{t.go}</Button>
        </Form>
      )}
    </Modal>
  )
}
