import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, Mark, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { memberWords } from './member-words'

/** Coupons and entitlements a member holds; what can be used stands first. */
export function Benefits({ memberId }: { memberId: string }) {
  const t = useTexts(memberWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const held = useQuery({ queryKey: ['member-benefits', memberId], queryFn: () => api.memberBenefits(memberId) })
  if (held.error) return <ErrorState error={held.error} onRetry={() => void held.refetch()} />
  if (!held.data) return <SkeletonRows rows={5} />
  const { coupons, entitlements } = held.data
  if (coupons.length + entitlements.length === 0) return <EmptyState title={t.empty.benefits} hint={t.empty.benefitsHint} />
  const usableFirst = [...coupons].sort((one, other) => Number(other.status === 'usable') - Number(one.status === 'usable'))
  return (
    <>
      {entitlements.length > 0 && <h3 className="drawer-title">{t.entitlements}</h3>}
      <ul className="plain-list">
        {entitlements.map((each, index) => (
          <li key={index}>
            <span>
              {say(each.name)} <span className="w-quiet">{wordFor(t.periods, each.period)}</span>
            </span>
            <span className="w-quiet num">{t.left(each.left, each.quota)} · {t.until(formats.date(each.until))}</span>
          </li>
        ))}
      </ul>
      {coupons.length > 0 && <h3 className="drawer-title">{t.coupons}</h3>}
      <ul className="plain-list">
        {usableFirst.map((each, index) => (
          <li key={index}>
            <span>
              {staff.may('coupons.read') ? <Link to={`/coupons/${each.campaignId}`}>{say(each.name)}</Link> : say(each.name)} <span className="w-quiet">{say(each.offer)}</span>
            </span>
            <span>
              <span className="w-quiet num">{t.until(formats.date(each.expiresAt))}</span> <Mark tone={each.status === 'usable' ? 'good' : 'plain'}>{wordFor(t.couponStates, each.status)}</Mark>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
