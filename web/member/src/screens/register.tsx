import { Brand, ErrorState, useTexts } from '@waystation/design'
import { useAction } from '@waystation/client'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, type CityChoice } from '../data/api'
import { useForgetAll } from '../data/session'
import { words } from '../data/words'
import { CityPicker } from '../parts/city-picker'
import { invitation } from '../data/invitation'
import { InviteCode } from '../parts/invite-code'
import { CodeField } from './code-field'

export function Register() {
  const t = useTexts(words)
  const go = useNavigate()
  const forget = useForgetAll()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const [birthDate, setBirthDate] = useState('')
  const [city, setCity] = useState<CityChoice | null>(null)
  const register = useAction(api.register, () => {
    invitation.spend()
    forget()
    void go('/', { replace: true })
  })
  /** The number of an identity card carries the birthday: nobody should type it twice. */
  const readDocument = (value: string) => {
    setNumber(value.toUpperCase())
    const parts = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)/.exec(value)
    if (parts) {
      setBirthDate(`${parts[1]}-${parts[2]}-${parts[3]}`)
    }
  }
  return (
    <main className="m-page m-entry">
      <Brand name={t.register} line={t.registerLine} />
      <form
        className="m-form"
        onSubmit={(event) => {
          event.preventDefault()
          register.mutate({ phone, code, name, document: { type: 'identity_card', number }, birthDate, city: city?.code ?? '', invitation: invitation.visitor() })
        }}
      >
        <label>
          {t.phone}
          <input className="m-input num" inputMode="tel" autoComplete="tel" required value={phone} onChange={(event) => setPhone(event.target.value.trim())} />
        </label>
        <CodeField phone={phone} code={code} onCode={setCode} />
        <label>
          {t.name}
          <input className="m-input" autoComplete="name" required value={name} placeholder={t.nameHint} onChange={(event) => setName(event.target.value)} />
        </label>
        <label>
          {t.document}
          <input className="m-input num" required value={number} maxLength={18} onChange={(event) => readDocument(event.target.value.trim())} />
        </label>
        <label>
          {t.birthDate}
          <input className="m-input num" type="date" required value={birthDate} onChange={(event) => setBirthDate(event.target.value)} />
        </label>
        <CityPicker label={t.city} city={city} onPick={setCity} />
        <InviteCode />
        {register.error && <ErrorState error={register.error} kept />}
        <button className="m-primary" disabled={register.isPending || !city}>
          {t.register}
        </button>
      </form>
      <Link className="m-link" to="/sign-in">
        {t.toSignIn}
      </Link>
    </main>
  )
}
