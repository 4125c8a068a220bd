import type { TimelineItem } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, SkeletonRows, useAppearance, useTexts, Why } from '@waystation/design'
import { Button } from 'antd'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useNow } from '../../data/session'
import { shell } from '../../shell/texts'

const texts = dictionary(
  { empty: '还没有发生过什么', emptyHint: '注册、买票、检票、积分、消息都会按时间排在这里。', label: '时间线' },
  { empty: 'Nothing has happened yet', emptyHint: 'Registration, tickets, gates, points and messages will stand here in order of time.', label: 'Timeline' },
)

/** The dot of a line: good for what was completed or earned, indigo for what was done, quiet for what was not. */
export function toneOf(kind: string): string {
  if (/withheld|optout|opted|expired|cancel|left|removed|down/i.test(kind)) return 'is-quiet'
  if (/tier/i.test(kind)) return 'is-attention'
  if (/point|complete|check|admit|credited|delivered/i.test(kind)) return 'is-good'
  return 'is-indigo'
}

export function Timeline({ memberId }: { memberId: string }) {
  const t = useTexts(texts)
  const s = useTexts(shell)
  const { say, formats } = useAppearance()
  const now = useNow()
  const list = useCursorList<TimelineItem, { cursor?: string }>(`timeline-${memberId}`, (query) => api.timeline(memberId, query), {}, 10_000)
  if (list.error) return <ErrorState error={list.error} onRetry={list.reload} />
  if (list.loading) return <SkeletonRows rows={7} height={54} />
  if (list.items.length === 0) return <EmptyState title={t.empty} hint={t.emptyHint} />
  return (
    <>
      <ol className="timeline" aria-label={t.label}>
        {list.items.map((item, index) => (
          <li key={`${item.at}-${index}`}>
            <time className="w-quiet num" dateTime={item.at} title={formats.dateTime(item.at)}>
              {formats.near(item.at, now)}
            </time>
            <i className={`timeline-dot ${toneOf(item.kind)}`} aria-hidden="true" />
            <div>
              <div>{say(item.title)}</div>
              {item.detail && <div className="w-quiet">{say(item.detail)}</div>}
            </div>
            <div className="timeline-right">
              <Why subject={say(item.title)} explanation={item.why} />
            </div>
          </li>
        ))}
      </ol>
      {list.more && (
        <Button size="small" loading={list.loadingMore} onClick={list.loadMore}>
          {s.more}
        </Button>
      )}
    </>
  )
}
