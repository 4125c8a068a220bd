import { ErrorState, useTexts } from '@waystation/design'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Traveller } from '../data/api'
import { words } from '../data/words'

/** Student status opens the reserve kept for students; the sandbox registry answers at once. */
export function StudentForm({ traveller }: { traveller: Traveller }) {
  const t = useTexts(words)
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [studentNumber, setStudentNumber] = useState('')
  const verify = useMutation({
    mutationFn: () => api.verifyStudent(traveller.id, studentNumber),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['travellers'] }),
  })
  if (!open) {
    return (
      <button type="button" className="m-link" onClick={() => setOpen(true)}>
        {t.verifyStudent}
      </button>
    )
  }
  return (
    <form
      className="m-form"
      onSubmit={(event) => {
        event.preventDefault()
        verify.mutate()
      }}
    >
      <label>
        {t.studentNumber}
        <input className="m-input num" required value={studentNumber} onChange={(event) => setStudentNumber(event.target.value.trim())} />
      </label>
      {verify.error && <ErrorState error={verify.error} kept />}
      <button className="m-second" disabled={verify.isPending}>
        {t.verifyStudent}
      </button>
    </form>
  )
}
