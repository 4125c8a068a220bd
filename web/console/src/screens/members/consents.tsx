import { useQuery } from '@tanstack/react-query'
import { itemsOf, type Consent } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, useTexts, wordFor } from '@waystation/design'
import { Table } from 'antd'
import { api } from '../../data/client'
import { memberWords } from './member-words'

const texts = dictionary(
  {
    channel: '渠道', purpose: '目的', state: '状态', at: '何时', granted: '同意', refused: '不同意', none: '没有同意记录', noneHint: '没有同意，就不会发营销消息。', withdrawn: '撤回', sources: { registration: '注册', member: '会员本人', app: '会员手机', staff: '窗口代办', import: '导入', seed: '示例', answer: '回复退订', unsubscribe: '邮件退订' },
    channels: { sms: '短信', wechat: '微信', email: '邮件', app: 'App', phone: '电话', inbox: '站内信', push: '应用推送', miniapp: '小程序订阅', wecom: '企业微信' }, purposes: { service: '服务通知', marketing: '营销', transactional: '交易通知' },
  },
  {
    channel: 'Channel', purpose: 'Purpose', state: 'State', at: 'When', granted: 'granted', refused: 'not granted', none: 'No consent on record', noneHint: 'Without consent no marketing message is sent.', withdrawn: 'withdrawn', sources: { registration: 'registration', member: 'the member', app: 'phone', staff: 'at a counter', import: 'import', seed: 'sample', answer: 'a reply', unsubscribe: 'a link in a mail' },
    channels: { sms: 'SMS', wechat: 'WeChat', email: 'Email', app: 'App', phone: 'Phone', inbox: 'Inbox', push: 'App push', miniapp: 'Mini program', wecom: 'WeCom' }, purposes: { service: 'Service', marketing: 'Marketing', transactional: 'Transactional' },
  },
)

export function useChannelName(): (channel: string) => string {
  const t = useTexts(texts)
  return (channel) => t.channels[channel.toLowerCase() as keyof typeof t.channels] ?? channel
}

/** By which way a consent came, in words. */
export function useSourceName(): (source: string) => string {
  const t = useTexts(texts)
  return (source) => wordFor(t.sources, source.replace(/:.*/, ''))
}

export function Consents({ memberId, consents }: { memberId: string; consents: Consent[] }) {
  const t = useTexts(texts)
  const channelName = useChannelName()
  if (consents.length === 0) return <EmptyState title={t.none} hint={t.noneHint} />
  return (
    <>
      <Table
        size="small"
        pagination={false}
        dataSource={consents}
        rowKey={(consent) => `${consent.channel}-${consent.purpose}`}
        columns={[
          { title: t.channel, render: (_, consent) => channelName(consent.channel) },
          { title: t.purpose, render: (_, consent) => wordFor(t.purposes, consent.purpose.toLowerCase()) },
          { title: t.state, render: (_, consent) => <Mark tone={consent.granted ? 'good' : 'plain'}>{consent.granted ? t.granted : t.refused}</Mark> },
          { title: t.at, render: (_, consent) => <DateTimeText at={consent.since} /> },
        ]}
      />
      <ConsentLedger memberId={memberId} />
    </>
  )
}

/** Every line that was ever written: which words, by which way, with the proof. */
function ConsentLedger({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const w = useTexts(memberWords)
  const channelName = useChannelName()
  const sourceName = useSourceName()
  const lines = useQuery({ queryKey: ['consent-lines', memberId], queryFn: async () => itemsOf(await api.consentLines(memberId)) })
  if (lines.error) return <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />
  if (!lines.data || lines.data.length === 0) return null
  return (
    <>
      <h3 className="drawer-title">{w.ledger}</h3>
      <Table
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={lines.data}
        rowKey={(line) => `${line.channel} ${line.purpose} ${line.sequence}`}
        columns={[
          { title: t.at, render: (_, line) => <DateTimeText at={line.at} /> },
          { title: t.channel, render: (_, line) => `${channelName(line.channel)} · ${wordFor(t.purposes, line.purpose.toLowerCase())}` },
          { title: t.state, render: (_, line) => <Mark tone={line.granted ? 'good' : 'stop'}>{line.granted ? t.granted : t.withdrawn}</Mark> },
          { title: w.text, render: (_, line) => <span className="num">{line.textVersion}</span> },
          { title: w.source, render: (_, line) => sourceName(line.source) },
          { title: w.proof, render: (_, line) => (line.proof ? <code className="clip" title={line.proof}>{line.proof}</code> : '—') },
        ]}
      />
    </>
  )
}
