import { describe, expect, it } from 'vitest'
import { differences, standing, type Contract, type Term, type TermGroup } from './terms'

const terms = (rate: string, fee: string): Record<TermGroup, Term[]> => ({ rates: [{ label: 'In', value: rate }], money: [], limits: [{ label: 'Least', value: '10' }, { label: 'Fee', value: fee }] })
const version = (number: number, validFrom: string) => ({ version: number, validFrom }) as Contract

describe('versions of a contract', () => {
  it('names only the terms that changed, with both values', () => {
    expect(differences(terms('10 → 1', '0'), terms('8 → 1', '0'))).toEqual([{ label: 'In', before: '10 → 1', after: '8 → 1' }])
    expect(differences(terms('10 → 1', '0'), terms('10 → 1', '0'))).toEqual([])
  })

  it('tells the one in force from those before and after, and until when each holds', () => {
    const all = [version(3, '2027-01-01'), version(2, '2026-06-01'), version(1, '2025-01-01')]
    const now = all[1]!
    expect(standing(all, now, now)).toEqual({ is: 'now', until: '2027-01-01' })
    expect(standing(all, all[0]!, now)).toEqual({ is: 'coming', until: null })
    expect(standing(all, all[2]!, now)).toEqual({ is: 'past', until: '2026-06-01' })
  })
})
