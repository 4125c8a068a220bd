import type { Balance, Consent, Member360, MemberRow, MemberSegment, MemberTag, Said, Tier } from './model'

/** The member's page as the service composes it: the card, then one part per module that has one. */
export interface MemberAnswer extends MemberRow {
  consents?: Consent[]
  balances?: WalletBalance[]
  tier?: Tier | null
  tags?: MemberTag[]
  segments?: MemberSegment[]
  figures?: Member360['figures']
  [part: string]: unknown
}

export interface WalletBalance {
  currency: string
  spendable?: number
  amount?: number
  held?: number
  credited?: number
  expiring?: { amount: number; lastDay?: string; on?: string }[] | { amount: number; on: string } | null
  why?: Balance['why']
}

/** Brings the parts together; a part that no module gives is simply empty. */
export function memberOf(answer: MemberAnswer): Member360 {
  return {
    id: answer.id,
    card: answer,
    tier: answer.tier && typeof answer.tier === 'object' ? answer.tier : null,
    balances: (answer.balances ?? []).map(balanceOf),
    tags: answer.tags ?? [],
    segments: answer.segments ?? [],
    consents: answer.consents ?? [],
    figures: answer.figures ?? [],
  }
}

function balanceOf(balance: WalletBalance): Balance {
  const first = Array.isArray(balance.expiring) ? balance.expiring[0] : balance.expiring
  const on = first ? ('lastDay' in first && first.lastDay ? first.lastDay : first.on) : undefined
  return {
    currency: balance.currency,
    amount: balance.spendable ?? balance.amount ?? 0,
    expiring: first && on ? { amount: first.amount, on } : null,
    why: balance.why ?? null,
  }
}

export type { Said }
