import { useQuery } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { EmptyState, ErrorState, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { api } from '../../data/client'
import { useChannelName } from '../members/consents'
import { parted } from './launch-plan'
import { launchTexts } from './launch-texts'
import { OpeningWaterfall } from './opening-waterfall'

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
  const { formats } = useAppearance()
  const channelName = useChannelName()
  const funnel = useFunnel(segment, channel, at)
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
          <OpeningWaterfall of={{ segment, channel, at }} steps={funnel.data.steps} people={(bar, query, signal) => api.funnelPeople({ segment, channel, at, bar }, query, signal)} />
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
