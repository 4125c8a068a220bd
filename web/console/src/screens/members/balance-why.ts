import type { PointsView } from '@waystation/client'
import type { Explanation, Formats } from '@waystation/design'

/** Why somebody has so many points: what came in, what went out, what is kept back. */
export function balanceWhy(points: PointsView, formats: Formats): Explanation {
  const used = points.credited - points.expired - points.held - points.spendable + points.debt
  const n = (amount: number) => formats.count(amount)
  const line = (code: string, amount: number, zh: string, en: string) => ({ code, held: amount !== 0, text: { zh: `${zh} ${n(amount)}`, en: `${en} ${n(amount)}` } })
  return {
    sentence: {
      zh: `累计入账 ${n(points.credited)}，用掉 ${n(used)}，过期 ${n(points.expired)}，所以现在可用 ${n(points.spendable)} 分。`,
      en: `${n(points.credited)} came in, ${n(used)} were used and ${n(points.expired)} expired, so ${n(points.spendable)} can be spent now.`,
    },
    reasons: [
      line('credited', points.credited, '累计入账', 'Credited in all'),
      line('used', used, '已使用或收回', 'Used or taken back'),
      line('expired', points.expired, '已过期', 'Expired'),
      line('held', points.held, '占用中，还没有扣', 'Held, not yet taken'),
      line('pending', points.pending, '待生效，还不能用', 'Pending, not yet to be spent'),
      line('debt', points.debt, '欠分，下次入账先抵', 'Owed; the next credit pays it first'),
    ],
  }
}
