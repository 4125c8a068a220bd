import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction } from '@waystation/client'
import { dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { api } from '../data/api'
import { Asked } from './asked'

const texts = dictionary(
  { nights: '夜里不打扰', line: (zone: string) => `优惠和活动的消息，夜里不发。现在按${zone}的钟点算。`, venue: '出发地', useHere: (zone: string) => `按我这里的钟点（${zone}）`, useVenue: '按出发地的钟点' },
  { nights: 'Quiet at night', line: (zone: string) => `Offers and events are not sent at night. Now it goes by the clock of ${zone}.`, venue: 'the place you depart from', useHere: (zone: string) => `Go by my clock (${zone})`, useVenue: 'Go by the clock where I depart' },
)

/** A clock as people call it. */
const clockOf = (zone: string, language: string) => new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'long' }).formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? zone

/** By whose clock it is night. */
export function Nights() {
  const t = useTexts(texts)
  const { language } = useAppearance()
  const queries = useQueryClient()
  const zone = useQuery({ queryKey: ['time-zone'], queryFn: api.timeZone })
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const change = useAction((wanted: string | null) => api.giveTimeZone(wanted), () => void queries.invalidateQueries({ queryKey: ['time-zone'] }))
  return (
    <section className="m-card">
      <h2>{t.nights}</h2>
      <Asked of={zone}>
        {(kept) => (
          <>
            <p className="m-quiet">{t.line(kept.zone ? clockOf(kept.zone, language) : t.venue)}</p>
            <span className="m-right m-wraps">
              {here.includes('/') && here !== kept.zone && (
                <button type="button" className="m-second" disabled={change.isPending} onClick={() => change.mutate(here)}>
                  {t.useHere(clockOf(here, language))}
                </button>
              )}
              {kept.zone && (
                <button type="button" className="m-second" disabled={change.isPending} onClick={() => change.mutate(null)}>
                  {t.useVenue}
                </button>
              )}
            </span>
          </>
        )}
      </Asked>
      {change.error && <ErrorState error={change.error} />}
    </section>
  )
}
