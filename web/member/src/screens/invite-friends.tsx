import { EmptyState, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { itemsOf } from '@waystation/client'
import { useQuery } from '@tanstack/react-query'
import { api, type Invitee } from '../data/api'
import { Asked } from '../parts/asked'
import { inviteWords } from './invite-words'

/** Everybody I brought, masked, with what it brought me and why. */
export function Friends() {
  const t = useTexts(inviteWords)
  const friends = useQuery({ queryKey: ['invitees'], queryFn: async () => itemsOf(await api.invitees()), refetchInterval: 20_000 })
  const came = useQuery({ queryKey: ['invited-by'], queryFn: api.invitedBy })
  return (
    <section className="m-card">
      <h2>{t.friends}</h2>
      <Asked of={friends}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t.noFriends} hint={t.noFriendsHint} />
          ) : (
            <ul className="m-list">
              {all.map((one) => (
                <Friend key={`${one.name}-${one.joinedAt}`} one={one} />
              ))}
            </ul>
          )
        }
      </Asked>
      {came.data?.inviter && (
        <p className="m-quiet">
          {t.cameBy(came.data.inviter)} <Why subject={t.cameBy(came.data.inviter)} explanation={came.data.why} />
        </p>
      )}
    </section>
  )
}

function Friend({ one }: { one: Invitee }) {
  const t = useTexts(inviteWords)
  const { formats } = useAppearance()
  const points = one.earnedPoints > 0 ? formats.signed(one.earnedPoints) : one.heldPoints > 0 ? `(${formats.points(one.heldPoints)})` : ''
  return (
    <li className="m-between">
      <span>
        <b>{one.name}</b>
        <small className="m-quiet">
          {formats.date(one.joinedAt)} · {wordFor(t.channels, one.channel)}
          {one.ordered && !one.travelled ? ` · ${t.ordered}` : ''}
        </small>
      </span>
      <span className="m-right">
        <span className="m-tag">{one.inReview ? t.inReview : wordFor(t.states, one.state)}</span>
        <span className="num m-invite-points">
          {points} <Why subject={`${one.name} ${points}`} explanation={one.why} />
        </span>
      </span>
    </li>
  )
}
