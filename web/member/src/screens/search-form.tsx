import { useAppearance, useTexts } from '@waystation/design'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useWorld } from '../data/session'
import { words } from '../data/words'
import type { CityChoice } from '../data/api'
import { CityPicker } from '../parts/city-picker'

interface SearchFormProps {
  initial?: { from: CityChoice | null; to: CityChoice | null; date: string; student: boolean }
}

/** Where from, where to, which day: all of it goes into the address, so that a search can be kept. */
export function SearchForm({ initial }: SearchFormProps) {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const go = useNavigate()
  const world = useWorld()
  const today = formats.isoDate(world.data?.now ?? new Date())
  const [from, setFrom] = useState<CityChoice | null>(initial?.from ?? null)
  const [to, setTo] = useState<CityChoice | null>(initial?.to ?? null)
  const [chosen, setDate] = useState(initial?.date ?? '')
  const [student, setStudent] = useState(initial?.student ?? false)
  const date = chosen || today
  const ready = from && to && from.code !== to.code
  return (
    <form
      className="m-search"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready) return
        const query = new URLSearchParams({ from: from.code, to: to.code, date, group: student ? 'student' : 'general', fromZh: from.name.zh, fromEn: from.name.en, toZh: to.name.zh, toEn: to.name.en })
        void go(`/search?${query}`)
      }}
    >
      <div className="m-cities">
        <CityPicker label={t.from} city={from} onPick={setFrom} />
        <button
          type="button"
          className="m-swap"
          aria-label={t.swap}
          onClick={() => {
            setFrom(to)
            setTo(from)
          }}
        >
          ⇄
        </button>
        <CityPicker label={t.to} city={to} onPick={setTo} />
      </div>
      <div className="m-between">
        <input className="m-input num" type="date" aria-label={t.date} min={today} value={date} onChange={(event) => setDate(event.target.value)} />
        <label className="m-check">
          <input type="checkbox" checked={student} onChange={(event) => setStudent(event.target.checked)} /> {t.student}
        </label>
      </div>
      <button className="m-primary" disabled={!ready}>
        {t.search}
      </button>
    </form>
  )
}
