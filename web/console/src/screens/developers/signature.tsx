import { ErrorState, Mark, useTexts } from '@waystation/design'
import { Button, Form, Input } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { developerWords } from './words'

interface Asked { secret: string; id: string; timestamp: string; signature: string; body: string }

/** Whether a request is signed as the receiver has to expect it, and if not, what is wrong. */
export function SignatureChecker() {
  const t = useTexts(developerWords)
  const check = useAction((asked: Asked, key) => api.checkSignature(asked, key))
  const need = [{ required: true, message: t.missing }]
  return (
    <section className="w-card stack" style={{ maxWidth: 760 }}>
      <p className="w-quiet">{t.signLine}</p>
      <Form layout="vertical" requiredMark={false} onFinish={(asked: Asked) => check.mutate(asked)}>
        <Form.Item name="secret" label={t.secret} rules={need}>
          <Input.Password autoComplete="off" placeholder="whsec_…" />
        </Form.Item>
        {(['id', 'timestamp', 'signature'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t[name]} rules={need}>
            <Input spellCheck={false} autoComplete="off" />
          </Form.Item>
        ))}
        <Form.Item name="body" label={t.body} rules={need}>
          <Input.TextArea rows={5} spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={check.isPending}>
          {t.check}
        </Button>
      </Form>
      {check.error && <ErrorState error={check.error} kept />}
      {check.data && (
        <div role="status">
          <Mark tone={check.data.verdict === 'VALID' ? 'good' : 'stop'}>{t.verdicts[check.data.verdict]}</Mark>
          {check.data.verdict === 'WRONG' && check.data.expected && (
            <p>
              {t.expected} <code style={{ overflowWrap: 'anywhere' }}>{check.data.expected}</code>
            </p>
          )}
        </div>
      )}
    </section>
  )
}
