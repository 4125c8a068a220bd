/** A chance is typed in percent with two decimals and counted in hundredths, so that sums are exact. */
export const WHOLE = 10_000

export const hundredths = (percent: number | null | undefined) => Math.round((percent ?? 0) * 100)

/** What is typed so far and what is missing to the whole; below 0 where it is too much. */
export function sumOfOdds(percents: readonly (number | null | undefined)[]): { sum: number; missing: number } {
  const sum = percents.reduce((all: number, one) => all + hundredths(one), 0)
  return { sum, missing: WHOLE - sum }
}
