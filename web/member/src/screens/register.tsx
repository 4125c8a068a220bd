import { Brand, ErrorState, useTexts } from '@waystation/design'
import { useAction } from '@waystation/client'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, type CityChoice } from '../data/api'
import { useForgetAll } from '../data/session'
import { words } from '../data/words'
import { CityPicker } from '../parts/city-picker'
import { documentBody, DocumentFields, noDocument } from '../parts/document-fields'
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
  const [document, setDocument] = useState(noDocument)
  const [city, setCity] = useState<CityChoice | null>(null)
  const register = useAction(api.register, () => {
    invitation.spend()
    forget()
    void go('/', { replace: true })
  })
  return (
    <main className="m-page m-entry">
      <Brand name={t.register} line={t.registerLine} />
      <form
        className="m-form"
        onSubmit={(event) => {
          event.preventDefault()
          register.mutate({ phone, code, name, ...documentBody(document), city: city?.code ?? '', invitation: invitation.visitor() })
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
        <DocumentFields value={document} onChange={setDocument} />
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
