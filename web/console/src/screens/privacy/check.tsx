import { ErrorState, Mark, useTexts } from '@waystation/design'
import { Button, Form, Input } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { privacyWords } from './words'

/** Whether somebody's proof is one of ours. */
export function CheckProof() {
  const t = useTexts(privacyWords)
  const check = useAction((claimed: { document: string; signature: string }, key) => api.checkProof(claimed.document, claimed.signature, key))
  return (
    <section className="w-card stack" style={{ maxWidth: 760 }}>
      <p className="w-quiet">{t.checkLine}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(claimed: { document: string; signature: string }) => check.mutate({ document: claimed.document.trim(), signature: claimed.signature.trim() })}>
        <Form.Item name="document" label={t.document} rules={[{ required: true, message: t.document }]}>
          <Input.TextArea rows={6} spellCheck={false} />
        </Form.Item>
        <Form.Item name="signature" label={t.signature} rules={[{ required: true, message: t.signature }]}>
          <Input.TextArea rows={2} spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={check.isPending}>
          {t.check}
        </Button>
      </Form>
      {check.error && <ErrorState error={check.error} kept />}
      {check.data && (
        <p role="status">
          <Mark tone={check.data.genuine ? 'good' : 'stop'}>{check.data.genuine ? t.yes : t.no}</Mark>
        </p>
      )}
    </section>
  )
}
