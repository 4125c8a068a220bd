import type { Explanation, Said } from '@waystation/design'

interface Held {
  name: Said
  why?: Explanation | string | null
  next?: { name: Said; gaps: { metric?: string; label: Said; have: number; needed: number; missing: number }[] } | null
}

/** Why somebody holds a tier. Nobody decided on the first one, so what the next one takes explains it. */
export function tierWhy(tier: Held | null | undefined): Explanation | string | null {
  if (!tier) return null
  if (tier.why || !tier.next) return tier.why ?? null
  return {
    sentence: {
      zh: `入会即为${tier.name.zh}；还没有达到${tier.next.name.zh}的条件。`,
      en: `Everybody begins as ${tier.name.en}; what ${tier.next.name.en} takes is not reached yet.`,
    },
    reasons: tier.next.gaps.map((gap) => ({
      code: (gap.metric ?? 'gap').toUpperCase(),
      held: gap.missing <= 0,
      text: {
        zh: `${gap.label.zh}：${gap.have.toLocaleString('en')}，需要 ${gap.needed.toLocaleString('en')}`,
        en: `${gap.label.en}: ${gap.have.toLocaleString('en')} of ${gap.needed.toLocaleString('en')}`,
      },
    })),
  }
}
