import { useQuery } from '@tanstack/react-query'
import { dictionary, useAppearance, useTexts, Why } from '@waystation/design'
import { api } from '../data/api'

const texts = dictionary(
  { saved: '今年已省', parts: (coupons: string, points: string) => `优惠券 ${coupons} · 积分抵扣 ${points}`, none: '用券或用积分付票款，省下的钱会记在这里。' },
  { saved: 'Saved this year', parts: (coupons: string, points: string) => `coupons ${coupons} · points ${points}`, none: 'What coupons and points take off your fares adds up here.' },
)

/** What membership has saved so far, in money, with its two parts. */
export function Savings() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const saved = useQuery({ queryKey: ['savings'], queryFn: api.savings }).data
  if (!saved) return null
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  return (
    <section className="m-card">
      <div className="m-between">
        <span>{t.saved}</span>
        <span className="num">
          <b className="m-big">{yuan(saved.minor)}</b> <Why subject={`${t.saved} ${yuan(saved.minor)}`} explanation={saved.why} />
        </span>
      </div>
      <p className="m-quiet m-small num">{saved.minor > 0 ? t.parts(yuan(saved.couponMinor), yuan(saved.pointMinor)) : t.none}</p>
    </section>
  )
}
