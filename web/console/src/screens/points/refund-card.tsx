import { useQueryClient } from '@tanstack/react-query'
import type { FoundCard } from '@waystation/client'
import { DateTimeText, dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'

const texts = dictionary(
  {
    title: (medium: string) => `退卡 · ${medium}`, note: '退回期内没有用过的充值，退全部本金；用过的，按付款占充值的比例算已用，退剩下的本金。赠金不退。', whole: '整张卡', wholeNote: '退完后这张卡注销', topUp: (sum: string) => `只退这笔充值 ${sum}`, go: '退款', sure: '确定退款', back: '返回', done: (sum: string) => `已退 ${sum}，按原路返回。`, ok: '好',
  },
  {
    title: (medium: string) => `Refund · ${medium}`, note: 'A top-up still unused within its days of withdrawal is paid back whole; a used one by the share that was paid in. Gifts are not paid out.', whole: 'The whole card', wholeNote: 'the card ends with it', topUp: (sum: string) => `Only this top-up of ${sum}`, go: 'Refund', sure: 'Refund now', back: 'Back', done: (sum: string) => `${sum} is on its way back to where it came from.`, ok: 'Done',
  },
)

/** Pays stored value back: a single top-up, or the whole card, by the rules of its class. */
export function RefundCard({ card, onClose }: { card: FoundCard; onClose(): void }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const client = useQueryClient()
  const [which, setWhich] = useState<number | null>(null)
  const refund = useAction((topUp: number | null, key) => api.refundCard(card.id, topUp, key), () => void client.invalidateQueries({ queryKey: ['card'] }))
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  return (
    <Modal open title={t.title(card.medium)} onCancel={onClose} footer={null} width={520}>
      {refund.data ? (
        <div className="stack">
          <p className="verdict" role="status">{t.done(formats.money(refund.data))}</p>
          <span><Button type="primary" autoFocus onClick={onClose}>{t.ok}</Button></span>
        </div>
      ) : (
        <div className="stack">
          <p className="w-quiet">{t.note}</p>
          <Radio.Group value={which} onChange={(event) => setWhich(event.target.value as number | null)} className="refund-choices">
            <Radio value={null}>{t.whole} <span className="w-quiet">{t.wholeNote}</span></Radio>
            {card.topUps.filter((one) => one.principalLeft > 0).map((one) => (
              <Radio key={one.number} value={one.number}>{t.topUp(yuan(one.principal))} <span className="w-quiet"><DateTimeText at={one.at} /></span></Radio>
            ))}
          </Radio.Group>
          {refund.error && <ErrorState error={refund.error} />}
          <span className="rule-inline">
            <Button danger type="primary" loading={refund.isPending} onClick={() => refund.mutate(which)}>{t.sure}</Button>
            <Button onClick={onClose}>{t.back}</Button>
          </span>
        </div>
      )}
    </Modal>
  )
}
