import { dictionary, useTexts } from '@waystation/design'

const texts = dictionary(
  { from: '发件人', product: '驿站', now: '现在', service: '服务通知', detail: '查看详情', wecom: '客户服务 · 企业微信', inbox: '站内消息' },
  { from: 'From', product: 'Waystation', now: 'now', service: 'Service notification', detail: 'See details', wecom: 'Customer care · WeCom', inbox: 'Inbox' },
)

interface Face {
  channel: string
  title?: string
  body: string
  at?: string
}

/** A message as the person sees it who gets it: each channel has its own face. */
export function MessageFace({ channel, title, body, at }: Face) {
  const t = useTexts(texts)
  const kind = channel.toLowerCase()
  if (kind === 'email') {
    return (
      <div className="face face-mail">
        <div className="face-mail-head">
          <b>{title}</b>
          <small>{t.from} {t.product}{at ? ` · ${at}` : ''}</small>
        </div>
        <p>{body}</p>
      </div>
    )
  }
  if (kind === 'push') {
    return (
      <div className="phone phone-locked">
        <div className="face face-banner">
          <small><b>{t.product}</b><span>{at ?? t.now}</span></small>
          <b>{title}</b>
          <p>{body}</p>
        </div>
      </div>
    )
  }
  if (kind === 'wechat' || kind === 'miniapp') {
    return (
      <div className="phone">
        {at && <div className="phone-time num">{at}</div>}
        <div className="face face-card">
          <small>{kind === 'wechat' ? t.product : t.service}</small>
          <b>{title}</b>
          <p>{body}</p>
          <footer>{t.detail}<span aria-hidden>›</span></footer>
        </div>
      </div>
    )
  }
  return (
    <div className="phone">
      {at && <div className="phone-time num">{at}</div>}
      {kind === 'wecom' && <div className="phone-time">{t.wecom}</div>}
      <div className={`phone-bubble${kind === 'wecom' ? ' is-wecom' : ''}`}>
        {kind !== 'sms' && kind !== 'wecom' && title && <b>{title}</b>}
        <p>{body}</p>
      </div>
    </div>
  )
}
