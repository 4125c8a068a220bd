import { ErrorState, useTexts } from '@waystation/design'
import { useMutation } from '@tanstack/react-query'
import { api } from '../data/api'
import { useWorld } from '../data/session'
import { words } from '../data/words'

interface CodeFieldProps {
  phone: string
  code: string
  onCode(code: string): void
}

/** The code by SMS. In the demo the message does not leave the machine, so the code is shown here. */
export function CodeField({ phone, code, onCode }: CodeFieldProps) {
  const t = useTexts(words)
  const world = useWorld()
  const send = useMutation({
    mutationFn: async () => {
      await api.sendCode(phone)
      return world.data?.demo ? api.sandboxCode(phone) : null
    },
    onSuccess: (shown) => {
      if (shown) onCode(shown)
    },
  })
  return (
    <div>
      <label htmlFor="code">{t.code}</label>
      <div className="m-beside">
        <input id="code" className="m-input num" inputMode="numeric" autoComplete="one-time-code" required value={code} onChange={(event) => onCode(event.target.value.trim())} />
        <button type="button" className="m-second" disabled={phone.length < 6 || send.isPending} onClick={() => send.mutate()}>
          {t.sendCode}
        </button>
      </div>
      {send.isSuccess && <p className="m-note" role="status">{send.data ? t.sandboxCode(send.data) : t.codeSent}</p>}
      {send.error && <ErrorState error={send.error} kept />}
    </div>
  )
}
