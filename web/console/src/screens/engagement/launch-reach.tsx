import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Shapes } from '@waystation/client'
import { EmptyState, ErrorState, SkeletonRows, useAppearance, useTexts, Waterfall } from '@waystation/design'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { useChannelName } from '../members/consents'
import { FunnelPeople } from './funnel-people'
import { parted } from './launch-plan'
import { launchTexts } from './launch-texts'

export type Funnel = Shapes['messaging.FunnelAudience.Funnel']

/** Who would receive it, asked of the send gate; the last answer stays while the next is on its way. */
export function useFunnel(segment: string | null, channel: string, at: string | null) {
  return useQuery({
    queryKey: ['message-funnel', segment, channel, at],
    queryFn: ({ signal }) => api.messageFunnel({ segment: segment ?? '', channel, at }, signal),
    enabled: Boolean(segment && channel),
    placeholderData: (before) => before,
  })
}

interface ReachProps { segment: string | null; channel: string; at: string | null; control: number }

/** The summary that stays in view: matched, minus each cause, will receive; and who of those is held out. */
export function Reach({ segment, channel, at, control }: ReachProps) {
  const t = useTexts(launchTexts)
  const { formats, say } = useAppearance()
  const staff = useStaff()
  const [bar, setBar] = useState<string | null>(null)
  const channelName = useChannelName()
  const funnel = useFunnel(segment, channel, at)
  const labelOf = (code: string) => {
    const step = funnel.data?.steps.find((one) => one.code === code)
    return step ? `${say(step.label)} · ${formats.count(Math.abs(step.count))}` : code
  }
  const reach = funnel.data && parted(funnel.data.willReceive, control)
  return (
    <section className="w-card" aria-label={t.summary} aria-busy={funnel.isFetching}>
      <h2 className="card-title">
        {t.summary} {segment && <small>{t.perChannel(channelName(channel))}</small>}
      </h2>
      {!segment ? (
        <p className="w-quiet">{t.waterfallNone}</p>
      ) : funnel.error ? (
        <ErrorState error={funnel.error} onRetry={() => void funnel.refetch()} />
      ) : !funnel.data || !reach ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          <Waterfall steps={funnel.data.steps} {...(staff.may('segments.read') ? { onOpen: setBar } : {})} />
          {bar && <FunnelPeople of={{ segment, channel, at, bar }} title={labelOf(bar)} onClose={() => setBar(null)} />}
          {funnel.data.willReceive === 0 ? (
            <EmptyState title={t.nobody} hint={t.nobodyHint} />
          ) : (
            <p role="status" className="num">{control > 0 ? t.about(formats.count(reach.held), formats.count(reach.sent)) : t.all(formats.count(reach.sent))}</p>
          )}
        </>
      )}
    </section>
  )
}
