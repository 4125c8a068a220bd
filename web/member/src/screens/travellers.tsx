import { ErrorState, useTexts } from '@waystation/design'
import { useAction } from '@waystation/client'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../data/api'
import { words } from '../data/words'
import { documentBody, DocumentFields, noDocument } from '../parts/document-fields'

export function AddTraveller() {
  const t = useTexts(words)
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [document, setDocument] = useState(noDocument)
  const add = useAction(api.addTraveller, () => {
    setOpen(false)
    setName('')
    setDocument(noDocument)
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
        add.mutate({ name, ...documentBody(document) })
      }}
    >
      <label>
        {t.name}
        <input className="m-input" required value={name} placeholder={t.nameHint} onChange={(event) => setName(event.target.value)} />
      </label>
      <DocumentFields value={document} onChange={setDocument} />
      {add.error && <ErrorState error={add.error} kept />}
      <button className="m-primary" disabled={add.isPending}>
        {t.saveTraveller}
      </button>
      <button type="button" className="m-link" onClick={() => setOpen(false)}>
        {t.close}
      </button>
    </form>
  )
}
