import type { OutboxMessage } from '@waystation/client'
import { useQuery } from '@tanstack/react-query'
import { DateTimeText, dictionary, Drawer, Mark, useAppearance, useTexts, Why, type Tone } from '@waystation/design'
import { Button, Segmented, Select, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { FilterBar, ListTable, Page } from '../../shell/page'
import { useChannelName } from '../members/consents'
import { MailPage } from '../messages/mail-page'
import { MessageFace } from '../messages/message-face'

const texts = dictionary(
  {
    rules: '发送规则', title: '消息箱', purpose: '每一条消息和它的去向；没发出的，都说得出为什么。', all: '全部', member: '会员', channel: '渠道', anyChannel: '全部渠道', message: '内容', status: '去向', at: '时间', statusFilter: '去向', openMember: '打开会员',
    states: { queued: '待发', sent: '已发', delivered: '送达', withheld: '未发', delayed: '推迟', failed: '失败', read: '已读', accepted: '已交给渠道', sending: '正在发', unknown: '不明' }, empty: '还没有消息', emptyHint: '旅程运行后，消息会写到这里。示例数据可以播放一天。', sandbox: '沙箱：显示本来会发出的样子', whySent: '去向',
  },
  {
    rules: 'Sending rules', title: 'Outbox', purpose: 'Every message with its fate; what was not sent says why.', all: 'All', member: 'Member', channel: 'Channel', anyChannel: 'All channels', message: 'Message', status: 'Fate', at: 'Time', statusFilter: 'Fate', openMember: 'Open member',
    states: { queued: 'queued', sent: 'sent', delivered: 'delivered', withheld: 'withheld', delayed: 'delayed', failed: 'failed', read: 'read', accepted: 'with the vendor', sending: 'being sent', unknown: 'unknown' }, empty: 'No messages yet', emptyHint: 'They are written here while journeys run. With demo data, play a day.', sandbox: 'Sandbox: what would have been sent', whySent: 'Fate',
  },
)

const defaults = { status: '', channel: '', message: '' }
export const messageTones: Record<string, Tone> = { queued: 'indigo', sent: 'good', delivered: 'good', read: 'good', withheld: 'stop', delayed: 'attention', failed: 'stop', accepted: 'indigo', sending: 'indigo', unknown: 'attention' }

export function useStatusWord(): (status: string) => string {
  const t = useTexts(texts)
  return (status) => t.states[status.toLowerCase() as keyof typeof t.states] ?? status
}

export default function Messages() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const channelName = useChannelName()
  const statusWord = useStatusWord()
  const [filters, change, reset] = useFilters(defaults)
  const list = useCursorList('messages', api.messages, { status: filters.status, channel: filters.channel }, 10_000)
  const chosen = list.items.find((message) => message.id === filters.message) ?? null
  const columns: TableProps<OutboxMessage>['columns'] = [
    { title: t.at, render: (_, message) => <DateTimeText at={message.at} /> },
    { title: t.member, dataIndex: 'memberMasked' },
    { title: t.channel, render: (_, message) => channelName(message.channel) },
    { title: t.message, width: 460, render: (_, message) => <span className="clip">{[say(message.title), say(message.body)].filter(Boolean).join(' · ')}</span> },
    { title: t.status, render: (_, message) => <StatusMark status={message.status} /> },
    { title: '', align: 'right', render: (_, message) => <Why subject={`${t.whySent} ${statusWord(message.status)}`} explanation={message.why} /> },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={<Link to="/messages/rules"><Button>{t.rules}</Button></Link>}>
      <FilterBar onReset={filters.status || filters.channel ? reset : undefined}>
        <Segmented
          aria-label={t.statusFilter}
          value={filters.status}
          options={[{ value: '', label: t.all }, ...['queued', 'delivered', 'delayed', 'withheld'].map((value) => ({ value, label: statusWord(value) }))]}
          onChange={(status) => change({ status })}
        />
        <Select
          aria-label={t.channel}
          style={{ width: 140 }}
          value={filters.channel}
          options={[{ value: '', label: t.anyChannel }, ...['sms', 'wechat', 'miniapp', 'push', 'email', 'inbox', 'wecom'].map((value) => ({ value, label: channelName(value) }))]}
          onChange={(channel) => change({ channel })}
        />
      </FilterBar>
      <ListTable
        list={list}
        columns={columns}
        rowKey="id"
        onOpen={(message) => change({ message: message.id })}
        filtered={filters.status !== '' || filters.channel !== ''}
        onClear={reset}
        empty={{ title: t.empty, hint: t.emptyHint }}
      />
      <PhoneDrawer message={chosen} onClose={() => change({ message: '' })} />
    </Page>
  )
}

function StatusMark({ status }: { status: string }) {
  return <Mark tone={messageTones[status.toLowerCase()] ?? 'plain'}>{useStatusWord()(status)}</Mark>
}

/** The message as it looks on the phone of the member. */
function PhoneDrawer({ message, onClose }: { message: OutboxMessage | null; onClose(): void }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const channelName = useChannelName()
  const statusWord = useStatusWord()
  const page = useQuery({ queryKey: ['message-page', message?.id], queryFn: () => api.messagePage(message?.id ?? '', message?.memberId ?? ''), enabled: message?.channel === 'email' && !!message.memberId, staleTime: Infinity })
  return (
    <Drawer open={message !== null} onClose={onClose} eyebrow={message ? channelName(message.channel) : ''} title={message?.memberMasked ?? ''}>
      {message && (
        <>
          {page.data?.page ? <MailPage page={page.data.page} text={say(message.body)} /> : <MessageFace channel={message.channel} title={say(message.title)} body={say(message.body)} at={formats.dateTime(message.at)} />}
          <p className="w-quiet" style={{ textAlign: 'center', margin: '8px 0 16px' }}>
            {t.sandbox}
          </p>
          <ul className="plain-list">
            <li>
              <span className="w-quiet">{t.status}</span>
              <span>
                <StatusMark status={message.status} /> <Why subject={`${t.whySent} ${statusWord(message.status)}`} explanation={message.why} />
              </span>
            </li>
            {message.memberId && staff.may('members.read') && (
              <li>
                <span className="w-quiet">{t.member}</span>
                <Link to={`/members/${encodeURIComponent(message.memberId)}`}>{t.openMember}</Link>
              </li>
            )}
          </ul>
        </>
      )}
    </Drawer>
  )
}
