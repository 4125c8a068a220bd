import { Brand, ErrorState, useTexts } from '@waystation/design'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../data/api'
import { useForgetAll } from '../data/session'
import { words } from '../data/words'
import { CodeField } from './code-field'

export function SignIn() {
  const t = useTexts(words)
  const go = useNavigate()
  const forget = useForgetAll()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const enter = useMutation({
    mutationFn: () => api.signInByCode(phone, code),
    onSuccess: () => {
      forget()
      void go('/', { replace: true })
    },
  })
  return (
    <main className="m-page m-entry">
      <Brand name={t.signIn} line={t.signInLine} />
      <form
        className="m-form"
        onSubmit={(event) => {
          event.preventDefault()
          enter.mutate()
        }}
      >
        <label>
          {t.phone}
          <input className="m-input num" inputMode="tel" autoComplete="tel" required value={phone} onChange={(event) => setPhone(event.target.value.trim())} />
        </label>
        <CodeField phone={phone} code={code} onCode={setCode} />
        {enter.error && <ErrorState error={enter.error} kept />}
        <button className="m-primary" disabled={enter.isPending || !phone || !code}>
          {t.signIn}
        </button>
      </form>
      <Link className="m-link" to="/register">
        {t.toRegister}
      </Link>
    </main>
  )
}
