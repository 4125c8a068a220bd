import { ErrorState, useTexts } from '@waystation/design'
import { useAction } from '@waystation/client'
import { useState } from 'react'
import { api } from '../data/api'
import { deviceNumber, invitation } from '../data/invitation'
import { inviteWords } from '../screens/invite-words'

/** Who invited, or a field for a code somebody was told. Registration never waits for it. */
export function InviteCode() {
  const t = useTexts(inviteWords)
  const [inviter, setInviter] = useState(invitation.inviter)
  const [code, setCode] = useState('')
  const follow = useAction(
    (told: string, key) => api.followInvite(told, deviceNumber(), invitation.visitor(), key),
    (touch) => {
      invitation.keep(touch.visitor, touch.invite.inviter)
      setInviter(invitation.inviter())
    },
  )
  if (inviter) return <p className="m-note">{t.invitedBy(inviter)}</p>
  return (
    <div>
      <label>
        {t.codeField}
        <span className="m-beside">
          <input className="m-input num" autoCapitalize="characters" autoComplete="off" maxLength={12} value={code} onChange={(event) => setCode(event.target.value)} />
          <button type="button" className="m-second" disabled={code.trim().length < 6 || follow.isPending} onClick={() => follow.mutate(code)}>
            {t.useCode}
          </button>
        </span>
      </label>
      {follow.error && <ErrorState error={follow.error} kept />}
    </div>
  )
}
