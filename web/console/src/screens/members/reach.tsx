import type { Member360 } from '@waystation/client'
import { dictionary, Mark, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { useChannelName } from './consents'

const texts = dictionary(
  {
    reach: '现在能联系到吗',
    hint: '按发送时的同一套检查得出，以营销消息为例；与本人行程有关的消息另标。',
    open: '可发送',
    from: (at: string) => `${at} 起可发送`,
    service: '行程消息可发',
    reasons: { NO_CONSENT: '未同意', OPTED_OUT: '已退订', NO_ADDRESS: '没有地址', SUPPRESSED: '地址已停用', QUIET_HOURS: '免打扰时段', FREQUENCY_CAP: '达到频次上限', UNKNOWN_MEMBER: '会员不存在' },
  },
  {
    reach: 'Can be reached now',
    hint: 'By the checks every message goes through, for advertising; messages about the member’s own journeys are marked.',
    open: 'yes',
    from: (at: string) => `from ${at}`,
    service: 'journey messages go',
    reasons: { NO_CONSENT: 'no consent', OPTED_OUT: 'opted out', NO_ADDRESS: 'no address', SUPPRESSED: 'address suppressed', QUIET_HOURS: 'quiet hours', FREQUENCY_CAP: 'over the cap', UNKNOWN_MEMBER: 'unknown member' },
  },
)

/** Over which channels something would arrive this minute, and why not over the others. */
export function Reach({ member }: { member: Member360 }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const channelName = useChannelName()
  return (
    <section className="w-card">
      <h2 className="card-title">{t.reach}</h2>
      <ul className="plain-list">
        {member.reach.map(({ channel, marketing, service }) => (
          <li key={channel}>
            <span>
              {channelName(channel)} {!marketing.open && service.open && <span className="w-quiet">{t.service}</span>}
            </span>
            <span>
              <Mark tone={marketing.open ? 'good' : 'plain'}>
                {marketing.open ? (marketing.from ? t.from(formats.dateTime(marketing.from)) : t.open) : wordFor(t.reasons, marketing.reason ?? '')}
              </Mark>{' '}
              <Why subject={`${t.reach} ${channelName(channel)}`} explanation={marketing.why} />
            </span>
          </li>
        ))}
      </ul>
      <p className="w-quiet">{t.hint}</p>
    </section>
  )
}
