import type { Shapes } from '@waystation/client'
import { dictionary, useAppearance, useTexts, wordFor } from '@waystation/design'
import { partnerWords } from './words'

export type Contract = Shapes['partners.ContractView']
export type ContractTerms = Shapes['partners.ContractRequest']

export const termNames = dictionary(
  {
    groups: { rates: '怎么换', money: '怎么付', limits: '限度' },
    in: '换入', inSays: (u: string, p: string) => `${u} → ${p} 分`, noIn: '不能换入', out: '换出', outSays: (p: string, u: string) => `${p} 分 → ${u}`, noOut: '不能换出', rounding: '取整', billing: '付费', cost: '对方付，每千分', outCost: '我方付，换出每千分', reserve: '发放时先付', breakage: '过期的预付', cap: '赊账额度', alert: '余量提醒线', least: '每次至少', fee: '手续费', zone: '对方时区',
  },
  {
    groups: { rates: 'Rates', money: 'Money', limits: 'Limits' },
    in: 'In', inSays: (u: string, p: string) => `${u} → ${p} points`, noIn: 'not possible', out: 'Out', outSays: (p: string, u: string) => `${p} points → ${u}`, noOut: 'not possible', rounding: 'Rounding', billing: 'Paid', cost: 'They pay, per thousand', outCost: 'We pay, per thousand out', reserve: 'Due when issued', breakage: 'Reserve of expired', cap: 'Credit cap', alert: 'Warn at', least: 'At least', fee: 'Fee', zone: 'Their zone',
  },
)

export type TermGroup = 'rates' | 'money' | 'limits'
export interface Term {
  label: string
  value: string
}

/** The terms of a version by what one looks for, each by its name. */
export function useTerms(): (of: ContractTerms | Contract) => Record<TermGroup, Term[]> {
  const t = useTexts(termNames)
  const words = useTexts(partnerWords)
  const { formats } = useAppearance()
  const n = formats.count
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const term = (label: string, value: string): Term => ({ label, value })
  return (of) => ({
    rates: [term(t.in, of.inPoints > 0 ? t.inSays(n(of.inUnits), n(of.inPoints)) : t.noIn), term(t.out, of.outUnits > 0 ? t.outSays(n(of.outPoints), n(of.outUnits)) : t.noOut), term(t.rounding, wordFor(words.roundings, of.rounding))],
    money: [term(t.billing, wordFor(words.billings, of.billing)), term(t.cost, yuan(of.costMinor)), term(t.outCost, yuan(of.outCostMinor)), term(t.reserve, formats.percent(of.reservePermille / 1000)), term(t.breakage, wordFor(words.breakages, of.breakageTo))],
    limits: [term(t.cap, formats.points(of.creditCap)), term(t.alert, formats.points(of.alertPoints)), term(t.least, n(of.minimum)), term(t.fee, n(of.fee)), term(t.zone, of.zone)],
  })
}

export interface Difference {
  label: string
  before: string
  after: string
}

/** What two versions do not say alike; terms stand in the same order in both. */
export function differences(before: Record<TermGroup, Term[]>, after: Record<TermGroup, Term[]>): Difference[] {
  const groups: TermGroup[] = ['rates', 'money', 'limits']
  return groups.flatMap((group) =>
    after[group].flatMap((term, at) => {
      const earlier = before[group][at]
      return earlier && earlier.value !== term.value ? [{ label: term.label, before: earlier.value, after: term.value }] : []
    }),
  )
}

export type Standing = 'now' | 'coming' | 'past'

/** Whether a version holds, will hold or held, and until when. */
export function standing(versions: Contract[], one: Contract, inForce: Contract | null | undefined): { is: Standing; until: string | null } {
  const next = versions.filter((each) => each.validFrom > one.validFrom).map((each) => each.validFrom).sort()[0] ?? null
  if (inForce?.version === one.version) return { is: 'now', until: next }
  return { is: inForce && one.validFrom < inForce.validFrom ? 'past' : 'coming', until: next }
}
