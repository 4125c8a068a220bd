import { ErrorState, useTexts } from '@waystation/design'
import { useAction } from '@waystation/client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../data/api'
import { words } from '../data/words'

export function AddTraveller() {
  const t = useTexts(words)
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const birthDate = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(number)?.slice(1).join('-') ?? ''
  const add = useAction(api.addTraveller, () => {
    setOpen(false)
    setName('')
    setNumber('')
    void queries.invalidateQueries({ queryKey: ['travellers'] })
  })
  if (!open) {
    return (
      <button type="button" className="m-second" onClick={() => setOpen(true)}>
        ＋ {t.addTraveller}
      </button>
    )
  }
  return (
    <form
      className="m-form"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({ name, document: { type: 'identity_card', number }, birthDate })
      }}
    >
      <label>
        {t.name}
        <input className="m-input" required value={name} placeholder={t.nameHint} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {t.document}
        <input className="m-input num" required maxLength={18} value={number} onChange={(event) => setNumber(event.target.value.trim().toUpperCase())} />
      </label>
      {add.error && <ErrorState error={add.error} kept />}
      <button className="m-primary" disabled={add.isPending}>
        {t.saveTraveller}
      </button>
    </form>
  )
}
