import { useQuery } from '@tanstack/react-query'
import type { Connection } from '@waystation/client'
import { EmptyState, ErrorState, MoneyText, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Input, Select } from 'antd'
import { useState, type KeyboardEvent, type RefObject } from 'react'
import { api } from '../../data/client'
import { useNow } from '../../data/session'
import { sellingWords, useClockText, usePlaceName } from '../selling/words'
import { windowWords } from './words'

export interface Way {
  from: string
  to: string
  date: string
}
export type ClassOffer = Connection['classes'][number]
export interface Choice {
  train: Connection
  offer: ClassOffer
}

/** As many as there are digits to choose by. */
const AT_ONCE = 9

/** From where to where, kept for the next customer. */
export function Where({ way, onChange }: { way: Way; onChange(next: Way): void }) {
  const t = useTexts(windowWords)
  const { say, formats } = useAppearance()
  const today = formats.isoDate(useNow())
  const cities = useQuery({ queryKey: ['window-cities'], queryFn: async () => (await api.cities('')).items, staleTime: 600_000 })
  if (cities.error) return <ErrorState error={cities.error} onRetry={() => void cities.refetch()} />
  const options = (cities.data ?? []).map((city) => ({ value: city.code, label: say(city.name), search: `${city.code} ${city.name.zh} ${city.name.en}`.toLowerCase() }))
  const city = (label: string, value: string, set: (code: string) => void) => (
    <label>
      <span className="w-quiet">{label}</span>
      <Select showSearch loading={cities.isPending} aria-label={label} value={value || undefined} placeholder={label} options={options} filterOption={(text, option) => (option?.search ?? '').includes(text.trim().toLowerCase())} onChange={set} />
    </label>
  )
  return (
    <div className="window-where">
      {city(t.from, way.from, (from) => onChange({ ...way, from }))}
      {city(t.to, way.to, (to) => onChange({ ...way, to }))}
      <label>
        <span className="w-quiet">{t.date}</span>
        <Input type="date" aria-label={t.date} min={today} value={way.date} onChange={(event) => onChange({ ...way, date: event.target.value })} />
      </label>
    </div>
  )
}

interface ListProps {
  way: Way
  choice: Choice | null
  list: RefObject<HTMLDivElement | null>
  onChoose(choice: Choice): void
  onEnter(): void
}

/** The trains still to leave, nine at a time: a digit chooses one, arrows its class. */
export function TrainList({ way, choice, list, onChoose, onEnter }: ListProps) {
  const t = useTexts(windowWords)
  const { formats } = useAppearance()
  const now = useNow()
  const [page, setPage] = useState(0)
  const ready = way.from !== '' && way.to !== '' && way.from !== way.to && way.date !== ''
  const found = useQuery({ queryKey: ['connections', way.from, way.to, way.date, 'general'], queryFn: ({ signal }) => api.connections(way.from, way.to, way.date, 'general', signal), enabled: ready, refetchInterval: 15_000 })
  if (!ready) return <EmptyState title={way.from !== '' && way.from === way.to ? t.sameCity : t.choose} />
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <SkeletonRows rows={6} />
  const trains = found.data.items.filter((one) => Date.parse(one.from.time) > Date.parse(now))
  if (trains.length === 0) return <EmptyState title={t.none} hint={t.noneHint} />
  const first = Math.min(page * AT_ONCE, Math.floor((trains.length - 1) / AT_ONCE) * AT_ONCE)
  const shown = trains.slice(first, first + AT_ONCE)
  const turn = (by: number) => setPage(Math.max(0, Math.min(Math.floor((trains.length - 1) / AT_ONCE), first / AT_ONCE + by)))
  const at = shown.findIndex((one) => isOf(choice, one))
  const row = (index: number) => {
    const train = shown[index]
    const offer = train && usual(train, choice?.offer.seatClass)
    if (train && offer) onChoose({ train, offer })
  }
  const press = (event: KeyboardEvent) => {
    if (/^[1-9]$/.test(event.key)) row(Number(event.key) - 1)
    else if (event.key === 'ArrowDown') row(at + 1)
    else if (event.key === 'ArrowUp') row(Math.max(0, at - 1))
    else if (event.key === 'PageDown') turn(1)
    else if (event.key === 'PageUp') turn(-1)
    else if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && choice) onChoose({ ...choice, offer: beside(choice, event.key === 'ArrowRight' ? 1 : -1) })
    else if (event.key === 'Enter' && event.target === event.currentTarget) onEnter()
    else return
    event.preventDefault()
  }
  return (
    <>
      <div ref={list} className="window-list" role="group" aria-label={t.trains} tabIndex={0} onKeyDown={press}>
        {shown.map((train, index) => (
          <Train key={`${train.runId} ${train.fromCall} ${train.toCall}`} digit={index + 1} train={train} choice={choice} onChoose={onChoose} />
        ))}
      </div>
      <div className="list-foot">
        <span className="w-quiet num">{t.showing(formats.count(first + 1), formats.count(first + shown.length), formats.count(trains.length))}</span>
        <span className="row-actions">
          {first > 0 && <Button size="small" onClick={() => turn(-1)}>{t.earlier} <kbd>PgUp</kbd></Button>}
          {first + AT_ONCE < trains.length && <Button size="small" onClick={() => turn(1)}>{t.more} <kbd>PgDn</kbd></Button>}
        </span>
      </div>
    </>
  )
}

function Train({ digit, train, choice, onChoose }: { digit: number; train: Connection; choice: Choice | null; onChoose(choice: Choice): void }) {
  const t = useTexts(windowWords)
  const s = useTexts(sellingWords)
  const { formats } = useAppearance()
  const clock = useClockText()
  const place = usePlaceName()
  const here = isOf(choice, train)
  return (
    <div className={`window-row${here ? ' is-chosen' : ''}`}>
      <kbd>{digit}</kbd>
      <span className="window-train">
        <b className="num">{train.trainCode}</b> <span className="num">{clock(train.from.time)} – {clock(train.to.time)}</span>
        <span className="w-quiet">{place(train.from)} → {place(train.to)}</span>
      </span>
      <span className="window-classes">
        {train.classes.map((offer) => (
          <button key={offer.seatClass} type="button" tabIndex={-1} className="window-class" aria-pressed={here && choice?.offer.seatClass === offer.seatClass} disabled={offer.count === 0} onClick={() => onChoose({ train, offer })}>
            <span>
              {wordFor(s.classes, offer.seatClass)} <small className="num">{offer.count > 0 ? t.left(formats.count(offer.count)) : t.full}</small>
            </span>
            <MoneyText value={offer.fare} />
          </button>
        ))}
      </span>
    </div>
  )
}

const isOf = (choice: Choice | null, train: Connection) => choice?.train.runId === train.runId && choice.train.fromCall === train.fromCall && choice.train.toCall === train.toCall

/** The class chosen before, else second, else whatever is free. */
function usual(train: Connection, before = 'second'): ClassOffer | undefined {
  const free = train.classes.filter((offer) => offer.count > 0)
  return free.find((offer) => offer.seatClass === before) ?? free.find((offer) => offer.seatClass === 'second') ?? free[0]
}

function beside({ train, offer }: Choice, step: number): ClassOffer {
  const free = train.classes.filter((one) => one.count > 0)
  const at = free.findIndex((one) => one.seatClass === offer.seatClass)
  return free[(at + step + free.length) % free.length] ?? offer
}
