import { useTexts } from '@waystation/design'
import { useQuery } from '@tanstack/react-query'
import { api } from '../data/api'
import { Asked } from '../parts/asked'
import { inviteWords } from './invite-words'

/** The ten who brought most. */
export function InviteBoard({ place }: { place: number }) {
  const t = useTexts(inviteWords)
  const board = useQuery({ queryKey: ['invite-board'], queryFn: api.inviteBoard, refetchInterval: 30_000 })
  return (
    <section className="m-card">
      <Asked of={board}>
        {(it) => (
          <>
            <div className="m-between">
              <h2>{t.board}</h2>
              <span className="m-tag">{it.frozen ? t.boardFrozen : t.boardNow}</span>
            </div>
            {it.places.length === 0 ? (
              <p className="m-quiet">{t.noBoard}</p>
            ) : (
              <ol className="m-list m-invite-board">
                {it.places.map((one) => (
                  <li key={one.place} className="m-between" aria-current={one.me ? 'true' : undefined}>
                    <span>
                      <b className="num">{one.place}</b> {one.name} {one.me && <span className="m-tag">{t.me}</span>}
                    </span>
                    <span className="num">{t.people(one.invites)}</span>
                  </li>
                ))}
              </ol>
            )}
            {place > 10 && <p className="m-quiet">{t.place(place)}</p>}
          </>
        )}
      </Asked>
    </section>
  )
}
