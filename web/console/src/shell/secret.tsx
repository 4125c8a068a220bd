import { useTexts, dictionary } from '@waystation/design'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'

const texts = dictionary({ copy: '复制', copied: '已复制', done: '我已保存' }, { copy: 'Copy', copied: 'Copied', done: 'I have stored it' })

/** A secret that is shown this once: a key or a one-time password. */
export function Secret({ value, note, onDone }: { value: string; note: ReactNode; onDone(): void }) {
  const t = useTexts(texts)
  const [copied, setCopied] = useState(false)
  return (
    <div className="stack">
      <code className="revealed is-secret">{value}</code>
      <p className="w-quiet">{note}</p>
      <div className="page-actions">
        <Button onClick={() => void navigator.clipboard?.writeText(value).then(() => setCopied(true))}>{copied ? t.copied : t.copy}</Button>
        <Button type="primary" onClick={onDone}>
          {t.done}
        </Button>
      </div>
    </div>
  )
}
