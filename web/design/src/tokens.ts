/**
 * The values every surface draws with. The same names exist as CSS variables (`--ink`, …) on
 * `:root` and `[data-theme=dark]`; `cssVariables` writes them, so there is one source.
 *
 * A hue comes as three: the mark (`red`), its quiet ground (`red50`) and the ink that stays
 * readable on that ground and on paper (`redInk`, at least 4.5:1, held by a test).
 */
export interface Palette {
  ink: string
  mut: string
  paper: string
  card: string
  sunk: string
  line: string
  indigo: string
  indigoInk: string
  indigo50: string
  indigo100: string
  onIndigo: string
  red: string
  redInk: string
  red50: string
  bamboo: string
  bambooInk: string
  bamboo50: string
  amber: string
  amberInk: string
  amber50: string
  shadow: string
}

export const light: Palette = {
  ink: '#1c2733',
  mut: '#5d6875',
  paper: '#fbfaf7',
  card: '#ffffff',
  sunk: '#f4f2ed',
  line: '#e4e1da',
  indigo: '#2b4c7e',
  indigoInk: '#2b4c7e',
  indigo50: '#eef2f8',
  indigo100: '#dbe4f0',
  onIndigo: '#ffffff',
  red: '#c8402f',
  redInk: '#b23526',
  red50: '#fbebe8',
  bamboo: '#3c8a5f',
  bambooInk: '#2a6e49',
  bamboo50: '#e8f3ec',
  amber: '#c98a12',
  amberInk: '#85590a',
  amber50: '#fbf3e0',
  shadow: '0 8px 28px rgba(28, 39, 51, 0.14)',
}

export const dark: Palette = {
  ink: '#e8e5de',
  mut: '#a3adb8',
  paper: '#12171d',
  card: '#1a2129',
  sunk: '#222a33',
  line: '#313b46',
  indigo: '#3f69a6',
  indigoInk: '#9dbbe6',
  indigo50: '#1f2b3b',
  indigo100: '#2a3b52',
  onIndigo: '#ffffff',
  red: '#d4513f',
  redInk: '#f29a8c',
  red50: '#3a2220',
  bamboo: '#4fa377',
  bambooInk: '#86cfa6',
  bamboo50: '#1d3228',
  amber: '#d69a2a',
  amberInk: '#e6bb63',
  amber50: '#362b17',
  shadow: '0 8px 28px rgba(0, 0, 0, 0.5)',
}

export type ThemeName = 'light' | 'dark'
export const palettes: Record<ThemeName, Palette> = { light, dark }

/** A step of the heat map: its ground and the ink that reads on it. Few to many. */
export interface HeatStep {
  ground: string
  ink: string
}

export const heat: Record<ThemeName, readonly HeatStep[]> = {
  light: [
    { ground: '#eef2f8', ink: '#1c2733' },
    { ground: '#d4e0ee', ink: '#1c2733' },
    { ground: '#aec3df', ink: '#1c2733' },
    { ground: '#4f75ab', ink: '#ffffff' },
    { ground: '#2b4c7e', ink: '#ffffff' },
  ],
  dark: [
    { ground: '#1f2b3b', ink: '#e8e5de' },
    { ground: '#273a53', ink: '#e8e5de' },
    { ground: '#31507a', ink: '#ffffff' },
    { ground: '#8fb0de', ink: '#12171d' },
    { ground: '#c3d7f4', ink: '#12171d' },
  ],
}

/** Eight series colours in a fixed order, distinguishable with the common colour-vision deficiencies. */
export const series: Record<ThemeName, readonly string[]> = {
  light: ['#2b4c7e', '#c98a12', '#3c8a5f', '#a8577e', '#5aa3c7', '#7a6bb0', '#8a6a4f', '#c8402f'],
  dark: ['#7fa5dc', '#e0ae4a', '#66b88d', '#d58fb1', '#86c5e2', '#a99be0', '#c2a283', '#ef8373'],
}

/** "Us" is the first of the series; the control group is grey wherever the two meet. */
export const controlGrey: Record<ThemeName, string> = { light: '#8b929a', dark: '#8b929a' }

export const type = {
  family: '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "Waystation Rare Han", system-ui, sans-serif',
  body: 14,
  table: 13,
  small: 12,
  heading: 20,
  figure: 24,
} as const

export const radius = 6
export const grid = 4

const variableNames: Record<keyof Palette, string> = {
  ink: '--ink', mut: '--mut', paper: '--paper', card: '--card', sunk: '--sunk', line: '--line',
  indigo: '--indigo', indigoInk: '--indigo-ink', indigo50: '--indigo-50', indigo100: '--indigo-100', onIndigo: '--on-indigo',
  red: '--red', redInk: '--red-ink', red50: '--red-50',
  bamboo: '--bamboo', bambooInk: '--bamboo-ink', bamboo50: '--bamboo-50',
  amber: '--amber', amberInk: '--amber-ink', amber50: '--amber-50', shadow: '--shadow',
}

export function cssVariables(theme: ThemeName): Record<string, string> {
  const palette = palettes[theme]
  const variables: Record<string, string> = {}
  for (const key of Object.keys(variableNames) as (keyof Palette)[]) {
    variables[variableNames[key]] = palette[key]
  }
  heat[theme].forEach((step, index) => {
    variables[`--heat-${index}`] = step.ground
    variables[`--heat-ink-${index}`] = step.ink
  })
  return variables
}
