import type { Consent } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, Mark, useTexts } from '@waystation/design'
import { Table } from 'antd'

const texts = dictionary(
  {
    channel: '渠道', purpose: '目的', state: '状态', at: '何时', granted: '同意', refused: '不同意', none: '没有同意记录', noneHint: '没有同意，就不会发营销消息。',
    channels: { sms: '短信', wechat: '微信', email: '邮件', app: 'App', phone: '电话', inbox: '站内信' }, purposes: { service: '服务通知', marketing: '营销', transactional: '交易通知' },
  },
  {
    channel: 'Channel', purpose: 'Purpose', state: 'State', at: 'When', granted: 'granted', refused: 'not granted', none: 'No consent on record', noneHint: 'Without consent no marketing message is sent.',
    channels: { sms: 'SMS', wechat: 'WeChat', email: 'Email', app: 'App', phone: 'Phone', inbox: 'Inbox' }, purposes: { service: 'Service', marketing: 'Marketing', transactional: 'Transactional' },
  },
)

export function useChannelName(): (channel: string) => string {
  const t = useTexts(texts)
  return (channel) => t.channels[channel.toLowerCase() as keyof typeof t.channels] ?? channel
}

export function Consents({ consents }: { consents: Consent[] }) {
  const t = useTexts(texts)
  const channelName = useChannelName()
  if (consents.length === 0) return <EmptyState title={t.none} hint={t.noneHint} />
  return (
    <Table
      size="small"
      pagination={false}
      dataSource={consents}
      rowKey={(consent) => `${consent.channel}-${consent.purpose}`}
      columns={[
        { title: t.channel, render: (_, consent) => channelName(consent.channel) },
        { title: t.purpose, render: (_, consent) => t.purposes[consent.purpose.toLowerCase() as keyof typeof t.purposes] ?? consent.purpose },
        { title: t.state, render: (_, consent) => <Mark tone={consent.granted ? 'good' : 'plain'}>{consent.granted ? t.granted : t.refused}</Mark> },
        { title: t.at, render: (_, consent) => <DateTimeText at={consent.since} /> },
      ]}
    />
  )
}
