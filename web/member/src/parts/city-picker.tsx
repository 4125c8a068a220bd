import { Drawer, EmptyState, useAppearance, useTexts } from '@waystation/design'
import { useDeferredValue, useState } from 'react'
import { useCities } from '../data/session'
import { words } from '../data/words'
import type { CityChoice } from '../data/api'

interface CityPickerProps {
  label: string
  city: CityChoice | null
  onPick(city: CityChoice): void
}

export function CityPicker({ label, city, onPick }: CityPickerProps) {
  const t = useTexts(words)
  const { say } = useAppearance()
  const [open, setOpen] = useState(false)
  const [q, setQ] = useState('')
  const found = useCities(useDeferredValue(q))
  return (
    <>
      <button type="button" className="m-city" aria-label={`${label}: ${city ? say(city.name) : t.chooseCity}`} onClick={() => setOpen(true)}>
        <span className="m-quiet">{label}</span>
        <b>{city ? say(city.name) : t.chooseCity}</b>
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t.chooseCity} width={420}>
        <input className="m-input" autoFocus placeholder={t.findCity} aria-label={t.findCity} value={q} onChange={(event) => setQ(event.target.value)} />
        <ul className="m-list">
          {found.data?.map((one) => (
            <li key={one.code}>
              <button
                type="button"
                className="m-row-button"
                onClick={() => {
                  onPick(one)
                  setOpen(false)
                  setQ('')
                }}
              >
                {say(one.name)}
              </button>
            </li>
          ))}
        </ul>
        {found.data?.length === 0 && <EmptyState title={t.chooseCity} hint={t.findCity} />}
      </Drawer>
    </>
  )
}
