import { useQuery } from '@tanstack/react-query'
import { itemsOf, type PointsClaim } from '@waystation/client'
import { DateTimeText, ErrorState, Mark, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { TierMark } from '../members/members'
import { claimWords } from './claim-words'

/** Who asks, what the journal says about the order, and what was decided for them before. */
export function ClaimBackground({ claim }: { claim: PointsClaim }) {
  const t = useTexts(claimWords)
  const { formats, say } = useAppearance()
  const staff = useStaff()
  const member = useQuery({ queryKey: ['member', claim.memberId], queryFn: () => api.member(claim.memberId), enabled: staff.may('members.read') })
  const points = useQuery({ queryKey: ['member-points', claim.memberId], queryFn: () => api.memberPoints(claim.memberId) })
  const before = useQuery({ queryKey: ['claims-of', claim.memberId], queryFn: async () => itemsOf(await api.claims({ member: claim.memberId, limit: 20 })) })
  const lines = points.data?.postings.items ?? []
  const same = lines.filter((line) => line.order === claim.order)
  const earlier = (before.data ?? []).filter((each) => each.id !== claim.id)
  return (
    <aside className="stack">
      <section className="w-card stack">
        <h2 className="card-title">
          <Link to={`/members/${claim.memberId}`}>{member.data?.name ?? t.unnamed}</Link>
          {member.data && <TierMark tier={member.data.tier} />}
        </h2>
        {points.error ? <ErrorState error={points.error} /> : !points.data ? <SkeletonRows rows={2} height={28} /> : <p>{same.length > 0 ? <Mark tone="attention">{t.sameOrder(formats.count(same.length))}</Mark> : <Mark tone="good">{t.noOrder}</Mark>}</p>}
        <h3 className="drawer-title">{t.claims}</h3>
        {before.data && earlier.length === 0 && <p className="w-quiet">{t.noClaims}</p>}
        <ul className="plain-list">
          {earlier.slice(0, 5).map((each) => (
            <li key={each.id}>
              <span>
                <Mark tone={each.state === 'ACCEPTED' ? 'good' : each.state === 'REJECTED' ? 'stop' : 'plain'}>{wordFor(t.outcomes, each.state)}</Mark> {formats.date(each.tripOn)}
                <span className="w-quiet clip" title={each.decision ?? undefined}> {each.decision}</span>
              </span>
              {each.points != null && <b className="num">{formats.signed(each.points)}</b>}
            </li>
          ))}
        </ul>
      </section>
      <section className="w-card">
        <h2 className="card-title">{t.history}</h2>
        {points.data && lines.length === 0 && <p className="w-quiet">{t.noHistory}</p>}
        <ul className="plain-list">
          {lines.slice(0, 8).map((line) => (
            <li key={line.entryNo}>
              <span>
                {say(line.label)} <span className="w-quiet"><DateTimeText at={line.at} /></span>
              </span>
              <b className="num">{formats.signed(line.amount)}</b>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}
