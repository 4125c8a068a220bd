import { ErrorState, useTexts } from '@waystation/design'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { developerWords } from './words'

/** A command line to look at and take: it is shown, so it can be had where a clipboard is refused. */
export function CurlButton({ line, note }: { line: () => string | Promise<string>; note?: string }) {
  const t = useTexts(developerWords)
  const [text, setText] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [copied, setCopied] = useState(false)
  const copy = (value: string) => void navigator.clipboard?.writeText(value).then(() => setCopied(true), () => undefined)
  const open = async () => {
    setCopied(false)
    setError(null)
    try {
      const value = await line()
      setText(value)
      copy(value)
    } catch (problem) {
      setError(problem)
      setText('')
    }
  }
  return (
    <>
      <Button size="small" onClick={() => void open()}>
        {t.curl}
      </Button>
      {text !== null && (
        <Modal open onCancel={() => setText(null)} title={t.curl} footer={null} width={720}>
          {error ? (
            <ErrorState error={error} />
          ) : (
            <div className="stack">
              <pre className="proof-text">{text}</pre>
              {note && <p className="w-quiet">{note}</p>}
              <div className="page-actions">
                <Button type="primary" onClick={() => copy(text)}>
                  {copied ? t.copied : t.copy}
                </Button>
              </div>
            </div>
          )}
        </Modal>
      )}
    </>
  )
}
