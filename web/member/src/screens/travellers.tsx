import { ErrorState, useTexts } from '@waystation/design'
import { newKey } from '@waystation/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../data/api'
import { words } from '../data/words'

export function AddTraveller() {
  const t = useTexts(words)
  const queries = useQueryClient()
  const key = useRef(newKey())
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const birthDate = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(number)?.slice(1).join('-') ?? ''
  const add = useMutation({
    mutationFn: () => api.addTraveller({ name, document: { type: 'identity_card', number }, birthDate }, key.current),
    onSuccess: () => {
      key.current = newKey()
      setOpen(false)
      setName('')
      setNumber('')
      void queries.invalidateQueries({ queryKey: ['travellers'] })
    },
    onError: () => {
      key.current = newKey()
    },
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
        add.mutate()
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
