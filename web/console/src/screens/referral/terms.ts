import type { ReferralTerms } from '@waystation/client'
import type { Dayjs } from 'dayjs'
import type { VenueDays } from '../../data/venue-days'

export const limitNames = ['device', 'document', 'instrument', 'network', 'place', 'perHour', 'perDay'] as const

interface MilestoneValues {
  invites: number
  kind: 'COUPON' | 'TIER'
  prize: string
  days?: number
  zh: string
  en: string
}

/** The terms as the form holds them. */
export interface TermValues {
  zh: string
  en: string
  runs: [Dayjs, Dayjs]
  windowDays: number
  rewards: ReferralTerms['rewards']
  caps: ReferralTerms['caps']
  milestones?: MilestoneValues[]
  limits: ReferralTerms['limits']
}

/** What a new campaign begins with: the usual promise and the usual care. */
export function valuesOf(terms: ReferralTerms | undefined, days: VenueDays): Partial<TermValues> {
  if (!terms) {
    return {
      windowDays: 30,
      rewards: { inviterSignUp: 1000, inviteeSignUp: 1000, inviterOrder: 500, inviteeOrder: 500 },
      caps: { perMonth: 20, inAll: 50 },
      milestones: [],
      limits: { device: 3, document: 4, instrument: 4, network: 6, place: 6, perHour: 6, perDay: 15 },
    }
  }
  return {
    zh: terms.name.zh,
    en: terms.name.en,
    runs: [days.shown(terms.startsAt), days.shown(terms.endsAt)],
    windowDays: terms.windowDays,
    rewards: terms.rewards,
    caps: terms.caps,
    milestones: terms.milestones.map((one) => ({ invites: one.invites, kind: one.kind as 'COUPON' | 'TIER', prize: one.prize, days: one.days, zh: one.name.zh, en: one.name.en })),
    limits: terms.limits,
  }
}

export function termsOf(values: TermValues, days: VenueDays): ReferralTerms {
  return {
    name: { zh: values.zh, en: values.en },
    startsAt: days.begin(values.runs[0]),
    endsAt: days.end(values.runs[1]),
    windowDays: values.windowDays,
    rewards: values.rewards,
    caps: values.caps,
    milestones: (values.milestones ?? []).map((one) => ({ invites: one.invites, kind: one.kind, prize: String(one.prize), days: one.kind === 'TIER' ? (one.days ?? 0) : 0, name: { zh: one.zh, en: one.en } })),
    limits: values.limits,
  }
}
