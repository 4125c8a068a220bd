import { InboxOutlined } from '@ant-design/icons'
import { ErrorState } from '@waystation/design'
import { Upload } from 'antd'
import { useState } from 'react'

interface Sending {
  isPending: boolean
  mutate(file: File, then: { onError(error: unknown): void }): void
}

/** Takes one file, dropped or chosen, and says below why it was refused. */
export function DropZone({ accept, title, hints, send }: { accept: string; title: string; hints: string[]; send: Sending }) {
  const [refused, setRefused] = useState<unknown>(null)
  return (
    <>
      <Upload.Dragger
        accept={accept}
        maxCount={1}
        showUploadList={false}
        disabled={send.isPending}
        beforeUpload={(file) => {
          setRefused(null)
          send.mutate(file, { onError: setRefused })
          return false
        }}
      >
        <p style={{ fontSize: 28, color: 'var(--indigo-ink)' }}>
          <InboxOutlined />
        </p>
        <p>{title}</p>
        {hints.map((hint) => (
          <p key={hint} className="w-quiet">
            {hint}
          </p>
        ))}
      </Upload.Dragger>
      {refused !== null && <ErrorState error={refused} />}
    </>
  )
}
