import { Brand, useAppearance, useTexts } from '@waystation/design'
import { newKey } from '@waystation/client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../data/api'
import { deviceNumber, invitation } from '../data/invitation'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { inviteWords } from './invite-words'

/** Where an invite link leads: who invites, what one gets, and the way to join. */
export function InvitedScreen() {
  const t = useTexts(inviteWords)
  const w = useTexts(words)
  const { say, formats } = useAppearance()
  const { code = '' } = useParams()
  const [key] = useState(newKey)
  const invite = useQuery({ queryKey: ['invite', code], queryFn: () => api.invite(code) })
  const open = invite.data?.open ?? false
  useEffect(() => {
    if (!open) return
    // Counted once per opening; a member who opens a link is told on joining, not here.
    api.followInvite(code, deviceNumber(), invitation.visitor(), key).then(
      (touch) => invitation.keep(touch.visitor, touch.invite.inviter),
      () => undefined,
    )
  }, [code, key, open])
  return (
    <main className="m-page m-entry">
      <Brand name={invite.data ? say(invite.data.campaign) : t.title} line={w.registerLine} />
      <Asked of={invite}>
        {(it) => (
          <>
            <section className="m-member m-invite">
              <div>
                <p className="m-big">{t.welcome(it.inviter)}</p>
                <p>{t.gets(formats.count(it.signUpPoints))}</p>
                {it.orderPoints > 0 && <p>{t.getsOrder(formats.count(it.orderPoints))}</p>}
                <p className="m-small">{t.heldLine}</p>
              </div>
            </section>
            <p className="m-quiet">{it.open ? `${t.within(it.windowDays)} · ${t.until(formats.date(it.endsAt))}` : t.over}</p>
          </>
        )}
      </Asked>
      <Link className="m-primary" to="/register">
        {t.join}
      </Link>
      <Link className="m-link" to="/sign-in">
        {t.toApp}
      </Link>
    </main>
  )
}
