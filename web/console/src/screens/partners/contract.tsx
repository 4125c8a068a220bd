import { dictionary, useAppearance, useTexts, wordFor } from '@waystation/design'
import type { api } from '../../data/client'
import { partnerWords } from './words'

const texts = dictionary(
  {
    contract: '协议', version: (n: number) => `第 ${n} 版`, by: (who: string, day: string) => `${who} 发布，${day} 起`, older: '较早的版本', groups: { rates: '怎么换', money: '怎么付', limits: '限度' },
    in: '换入', inSays: (u: string, p: string) => `${u} → ${p} 分`, out: '换出', outSays: (p: string, u: string) => `${p} 分 → ${u}`, rounding: '取整', billing: '付费', cost: '对方付，每千分', outCost: '我方付，换出每千分', reserve: '发放时先付', breakage: '过期的预付', cap: '赊账额度', least: '每次至少', fee: '手续费', zone: '对方时区',
  },
  {
    contract: 'Contract', version: (n: number) => `version ${n}`, by: (who: string, day: string) => `published by ${who}, from ${day}`, older: 'Earlier versions', groups: { rates: 'Rates', money: 'Money', limits: 'Limits' },
    in: 'In', inSays: (u: string, p: string) => `${u} → ${p} points`, out: 'Out', outSays: (p: string, u: string) => `${p} points → ${u}`, rounding: 'Rounding', billing: 'Paid', cost: 'They pay, per thousand', outCost: 'We pay, per thousand out', reserve: 'Due when issued', breakage: 'Reserve of expired', cap: 'Credit cap', least: 'At least', fee: 'Fee', zone: 'Their zone',
  },
)

type Partner = Awaited<ReturnType<typeof api.partner>>

/** The contract in force, by what one looks for: rates, money, limits. */
export function ContractCard({ partner }: { partner: Partner }) {
  const t = useTexts(texts)
  const words = useTexts(partnerWords)
  const { formats } = useAppearance()
  const now = partner.inForce
  if (!now) return null
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const n = formats.count
  const groups: Record<keyof typeof t.groups, [string, string][]> = {
    rates: [[t.in, t.inSays(n(now.inUnits), n(now.inPoints))], [t.out, t.outSays(n(now.outPoints), n(now.outUnits))], [t.rounding, wordFor(words.roundings, now.rounding)]],
    money: [[t.billing, wordFor(words.billings, now.billing)], [t.cost, yuan(now.costMinor)], [t.outCost, yuan(now.outCostMinor)], [t.reserve, formats.percent(now.reservePermille / 1000)], [t.breakage, wordFor(words.breakages, now.breakageTo)]],
    limits: [[t.cap, formats.points(now.creditCap)], [t.least, n(now.minimum)], [t.fee, n(now.fee)], [t.zone, now.zone]],
  }
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.contract} <small>{t.version(now.version)}</small>
      </h2>
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <div key={group}>
          <h3 className="drawer-title">{t.groups[group]}</h3>
          <dl className="terms">
            {groups[group].map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="num">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <p className="w-quiet terms-foot">
        {t.by(now.publishedBy, formats.date(now.validFrom))}
        {partner.contracts.length > 1 && ` · ${t.older}: ${partner.contracts.filter((one) => one.version !== now.version).map((one) => t.version(one.version)).join(' · ')}`}
      </p>
    </section>
  )
}
