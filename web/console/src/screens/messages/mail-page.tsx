import { dictionary, useTexts } from '@waystation/design'
import { Segmented } from 'antd'
import { useState } from 'react'

const texts = dictionary({ page: '邮件页面', wide: '宽屏', phone: '手机', plain: '纯文字', look: '显示方式' }, { page: 'The mail as a page', wide: 'Wide', phone: 'Phone', plain: 'Plain text', look: 'Show as' })

/** A mail as the server makes it, shut off from everything: nothing in it can run. */
export function MailPage({ page, text }: { page: string; text: string }) {
  const t = useTexts(texts)
  const [look, setLook] = useState<'wide' | 'phone' | 'plain'>('wide')
  return (
    <div className="stack mail-page">
      <Segmented aria-label={t.look} value={look} onChange={setLook} options={(['wide', 'phone', 'plain'] as const).map((value) => ({ value, label: t[value] }))} />
      {look === 'plain' ? <pre className="mail-plain">{text}</pre> : <iframe title={t.page} sandbox="" srcDoc={page} className={`mail-frame is-${look}`} />}
    </div>
  )
}
