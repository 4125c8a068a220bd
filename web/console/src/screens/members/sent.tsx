import type { OutboxMessage } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, Mark, SkeletonRows, useAppearance, useTexts, Why } from '@waystation/design'
import { Button } from 'antd'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { shell } from '../../shell/texts'
import { messageTones, useStatusWord } from '../engagement/messages'
import { useChannelName } from './consents'
import { memberWords } from './member-words'

/** What was sent to the member, and what was not and why. */
export function SentMessages({ memberId }: { memberId: string }) {
  const t = useTexts(memberWords)
  const s = useTexts(shell)
  const { say } = useAppearance()
  const channelName = useChannelName()
  const statusWord = useStatusWord()
  const list = useCursorList<OutboxMessage, { member: string }>(`messages-${memberId}`, api.messages, { member: memberId })
  if (list.error) return <ErrorState error={list.error} onRetry={list.reload} />
  if (list.loading) return <SkeletonRows rows={5} />
  if (list.items.length === 0) return <EmptyState title={t.empty.messages} hint={t.empty.messagesHint} />
  return (
    <>
      <ul className="plain-list">
        {list.items.map((message) => (
          <li key={message.id}>
            <span>
              {say(message.title)} <span className="w-quiet">{channelName(message.channel)} · <DateTimeText at={message.at} /></span>
            </span>
            <span>
              <Mark tone={messageTones[message.status.toLowerCase()] ?? 'plain'}>{statusWord(message.status)}</Mark> <Why subject={say(message.title)} explanation={message.why} />
            </span>
          </li>
        ))}
      </ul>
      {list.more && <Button size="small" loading={list.loadingMore} onClick={list.loadMore}>{s.more}</Button>}
    </>
  )
}
