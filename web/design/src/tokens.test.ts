import { describe, expect, it } from 'vitest'
import { contrast } from './contrast'
import { heat, palettes, type ThemeName } from './tokens'

describe.each(['light', 'dark'] as ThemeName[])('the %s theme', (name) => {
  const p = palettes[name]
  const pairs: [string, string, string][] = [
    ['ink on paper', p.ink, p.paper],
    ['ink on card', p.ink, p.card],
    ['quiet text on paper', p.mut, p.paper],
    ['quiet text on card', p.mut, p.card],
    ['quiet text on sunk ground', p.mut, p.sunk],
    ['link on card', p.indigoInk, p.card],
    ['link on its ground', p.indigoInk, p.indigo50],
    ['primary button', p.onIndigo, p.indigo],
    ['red ink on its ground', p.redInk, p.red50],
    ['red ink on card', p.redInk, p.card],
    ['bamboo ink on its ground', p.bambooInk, p.bamboo50],
    ['bamboo ink on card', p.bambooInk, p.card],
    ['amber ink on its ground', p.amberInk, p.amber50],
    ['amber ink on card', p.amberInk, p.card],
    ...heat[name].map((step, index): [string, string, string] => [`heat step ${index}`, step.ink, step.ground]),
  ]

  it.each(pairs)('keeps %s at 4.5:1 or better', (_, one, other) => {
    expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5)
  })
})
