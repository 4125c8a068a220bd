import { useQuery } from '@tanstack/react-query'
import type { AttributeDefinition } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client'
import { newId, type Item } from './condition'
import { routeJson, stationJson, type Route } from './route'
import { conditionWords } from './words'

/** The middle of a circle with what people call it, as the condition language writes it. */
export interface Near { latitude?: number; longitude?: number; metres: number; zh?: string; en?: string }

const isNear = (value: unknown): value is Near => typeof value === 'object' && value !== null && !Array.isArray(value)

interface Input<T> { value: T; readOnly?: boolean; onChange(value: T): void }

const useStations = (wanted: string) => useQuery({ queryKey: ['stations', wanted], queryFn: () => api.stations({ q: wanted, limit: 12 }), staleTime: 600_000, placeholderData: (before) => before })

/** Within so far of a venue, a station or a point. */
export function PlaceInput({ value, readOnly, onChange }: Input<unknown>) {
  const t = useTexts(conditionWords)
  const { say } = useAppearance()
  const [wanted, setWanted] = useState('')
  const [unit, setUnit] = useState<1 | 1000>(isNear(value) && value.metres % 1000 === 0 ? 1000 : 1)
  const stations = useStations(wanted.toLowerCase())
  const venues = useQuery({ queryKey: ['venues'], queryFn: api.venues, staleTime: 600_000 })
  const near: Near = isNear(value) ? value : { metres: 500 }
  const named = near.zh !== undefined
  const found = [
    ...(venues.data ?? []).filter((one) => !wanted || say(one.name).toLowerCase().includes(wanted.toLowerCase())).map((one) => ({ kind: t.venues, ...one })),
    ...(stations.data?.items ?? []).map((one) => ({ kind: t.stations, ...one })),
  ].flatMap((one) => (one.place ? [{ key: `${one.kind} ${one.code}`, kind: one.kind, label: say(one.name), name: one.name, place: one.place }] : []))
  const groups = [t.venues, t.stations].map((kind) => ({ label: kind, options: found.filter((one) => one.kind === kind).map((one) => ({ value: one.key, label: one.label })) })).filter((group) => group.options.length > 0)
  const choose = (key: string) => {
    const place = found.find((one) => one.key === key)
    onChange(place ? { ...place.place, metres: near.metres, zh: place.name.zh, en: place.name.en } : { latitude: near.latitude, longitude: near.longitude, metres: near.metres })
  }
  return (
    <>
      <Select
        showSearch={{ filterOption: false, onSearch: setWanted }}
        disabled={readOnly}
        aria-label={t.place}
        placeholder={t.place}
        style={{ minWidth: 150 }}
        popupMatchSelectWidth={false}
        value={named ? say({ zh: near.zh ?? '', en: near.en ?? near.zh ?? '' }) : isNear(value) && near.latitude !== undefined ? t.point : undefined}
        options={[...groups, { label: t.other, options: [{ value: 'point', label: t.point }] }]}
        onChange={choose}
      />
      {!named && (
        <>
          <InputNumber disabled={readOnly} aria-label={t.latitude} placeholder={t.latitude} min={-90} max={90} step={0.001} style={{ width: 104 }} value={near.latitude} onChange={(latitude) => onChange({ ...near, latitude: latitude ?? undefined })} />
          <InputNumber disabled={readOnly} aria-label={t.longitude} placeholder={t.longitude} min={-180} max={180} step={0.001} style={{ width: 104 }} value={near.longitude} onChange={(longitude) => onChange({ ...near, longitude: longitude ?? undefined })} />
        </>
      )}
      <InputNumber disabled={readOnly} aria-label={t.radius} min={unit === 1 ? 100 : 1} max={100_000 / unit} value={near.metres / unit} style={{ width: 84 }} onChange={(far) => onChange({ ...near, metres: Math.round((far ?? 1) * unit) })} />
      <Select
        disabled={readOnly}
        aria-label={t.unit}
        value={unit}
        options={[{ value: 1 as const, label: t.metres }, { value: 1000 as const, label: t.kilometres }]}
        onChange={(next) => {
          setUnit(next)
          onChange({ ...near, metres: Math.min(100_000, Math.max(100, Math.round(near.metres / unit) * next)) })
        }}
      />
      {t.around}
    </>
  )
}

/** One station by its name. */
export function StationInput({ value, readOnly, label, onChange }: Input<unknown> & { label: string }) {
  const { say } = useAppearance()
  const [wanted, setWanted] = useState('')
  const code = typeof value === 'string' ? value : ''
  const stations = useStations((wanted || code).toLowerCase())
  const options = (stations.data?.items ?? []).map((one) => ({ value: one.code, label: say(one.name) }))
  return <Select showSearch={{ filterOption: false, onSearch: setWanted }} disabled={readOnly} aria-label={label} placeholder={label} style={{ minWidth: 120 }} popupMatchSelectWidth={false} value={code || undefined} options={options} onChange={onChange} />
}

/** From one station to another, or either way. */
export function RouteInput({ value, readOnly, onChange }: Input<Route>) {
  const t = useTexts(conditionWords)
  return (
    <>
      <StationInput label={t.from} value={value.from} readOnly={readOnly} onChange={(from) => onChange({ ...value, from: String(from) })} />
      <Select disabled={readOnly} aria-label={t.direction} value={value.both} popupMatchSelectWidth={false} options={[{ value: false, label: t.oneWay }, { value: true, label: t.eitherWay }]} onChange={(both) => onChange({ ...value, both })} />
      <StationInput label={t.to} value={value.to} readOnly={readOnly} onChange={(to) => onChange({ ...value, to: String(to) })} />
    </>
  )
}

/** An event that can be asked for this: who came in at a gate where that is told, else the first. */
const eventWith = (attributes: AttributeDefinition[], property: string) => {
  const fitting = attributes.filter((one) => one.type === 'event' && one.properties.some((each) => each.name === property))
  return (fitting.find((one) => one.name === 'gate.entered') ?? fitting[0])?.name
}

/** Ready lines about places, as far as the catalogue can carry them. */
export function placeItems(attributes: AttributeDefinition[]): { key: 'near' | 'atVenue' | 'atStation' | 'route' | 'home'; item: () => Item }[] {
  const did = (event: string, where: unknown, share: number | null) => (): Item => ({ id: newId(), kind: 'behaviour', negated: false, event, atLeast: 2, withinDays: 90, where, share })
  const placed = eventWith(attributes, 'at.position')
  const travelled = eventWith(attributes, 'toStation')
  return [
    ...(placed ? [{ key: 'near' as const, item: did(placed, { 'at.position': { $near: { metres: 500 } } }, null) }, { key: 'atVenue' as const, item: did(placed, { 'at.venue': { $eq: null } }, 50) }] : []),
    ...(travelled ? [{ key: 'atStation' as const, item: did(travelled, stationJson(''), 50) }, { key: 'route' as const, item: did(travelled, routeJson({ from: '', to: '', both: false }), null) }] : []),
    ...(attributes.some((one) => one.name === 'city') ? [{ key: 'home' as const, item: (): Item => ({ id: newId(), kind: 'attribute', name: 'city', operator: '$in', value: [] }) }] : []),
  ]
}
