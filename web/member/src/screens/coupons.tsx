import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction } from '@waystation/client'
import { dictionary, ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { api } from '../data/api'
import { Asked } from '../parts/asked'

const texts = dictionary(
  {
    mine: '我的优惠券', claim: '领取', claimed: '已领取', gone: '已领完', left: (n: string) => `剩 ${n} 张`, until: (day: string) => `${day} 前有效`, none: '还没有优惠券', toClaim: '可以领的券',
    statuses: { usable: '可用', used: '已用', expired: '已过期', paused: '暂停使用' },
  },
  {
    mine: 'My coupons', claim: 'Claim', claimed: 'Claimed', gone: 'All gone', left: (n: string) => `${n} left`, until: (day: string) => `valid until ${day}`, none: 'No coupons yet', toClaim: 'To claim',
    statuses: { usable: 'Ready', used: 'Used', expired: 'Expired', paused: 'Paused' },
  },
)

/** Coupons one has, and those there are to claim. */
export function Coupons() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const mine = useQuery({ queryKey: ['my-coupons'], queryFn: api.myCoupons })
  return (
    <>
      <Claimable />
      <section className="m-card">
        <h2>{t.mine}</h2>
        <Asked of={mine}>
          {(all) =>
            all.length === 0 ? (
              <p className="m-quiet">{t.none}</p>
            ) : (
              <ul className="m-list">
                {all.map((one) => (
                  <li key={one.id} className={`m-between${one.status === 'usable' ? '' : ' m-quiet'}`}>
                    <span>
                      <b>{say(one.offer)}</b>
                      <small className="m-quiet">
                        {say(one.name)} · {t.until(formats.date(one.expiresAt))}
                      </small>
                    </span>
                    <span className="m-tag">{wordFor(t.statuses, one.status)}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </section>
    </>
  )
}

function Claimable() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const open = useQuery({ queryKey: ['claimable'], queryFn: api.claimable, refetchInterval: 20_000 })
  if (!open.data || open.data.length === 0) return null
  return (
    <section className="m-card">
      <h2>{t.toClaim}</h2>
      <ul className="m-list">
        {open.data.map((one) => (
          <li key={one.campaignId}>
            <div className="m-between">
              <span>
                <b>{say(one.offer)}</b>
                <small className="m-quiet">
                  {say(one.name)} · {t.left(formats.count(one.left))}
                </small>
              </span>
              {one.mine ? <span className="m-tag">{t.claimed}</span> : one.left === 0 ? <span className="m-tag">{t.gone}</span> : <Claim campaignId={one.campaignId} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Claim({ campaignId }: { campaignId: string }) {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const claim = useAction(api.claimCoupon, undefined, () => {
    void queries.invalidateQueries({ queryKey: ['claimable'] })
    void queries.invalidateQueries({ queryKey: ['my-coupons'] })
  })
  return (
    <>
      <button type="button" className="m-second" disabled={claim.isPending} onClick={() => claim.mutate(campaignId)}>
        {t.claim}
      </button>
      {claim.error && <ErrorState error={claim.error} kept />}
    </>
  )
}
