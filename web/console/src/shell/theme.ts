import type { Palette, ThemeName } from '@waystation/design'
import { radius, type as typeface } from '@waystation/design/tokens'
import { theme as antTheme, type ThemeConfig } from 'antd'

/** The design tokens said in Ant Design's words. */
export function antdTheme(name: ThemeName, p: Palette): ThemeConfig {
  return {
    algorithm: name === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: p.indigo,
      colorInfo: p.indigo,
      colorInfoBg: p.indigo50,
      colorInfoBorder: p.indigo100,
      colorLink: p.indigoInk,
      colorLinkHover: p.indigoInk,
      colorError: p.redInk,
      colorSuccess: p.bamboo,
      colorWarning: p.amber,
      colorText: p.ink,
      colorTextSecondary: p.mut,
      colorTextDescription: p.mut,
      colorTextPlaceholder: p.mut,
      colorBgBase: p.card,
      colorBgContainer: p.card,
      colorBgElevated: p.card,
      colorBgLayout: p.paper,
      colorBorder: p.line,
      colorBorderSecondary: p.line,
      borderRadius: radius,
      fontFamily: 'inherit',
      fontSize: typeface.body,
      controlHeight: 32,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      boxShadowTertiary: 'none',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
      Table: {
        headerBg: p.card, headerColor: p.mut, headerSplitColor: 'transparent', rowHoverBg: p.sunk, cellFontSize: typeface.table,
        cellFontSizeMD: typeface.table, cellPaddingBlockMD: 9, cellPaddingInlineMD: 12, borderColor: p.line,
      },
      Tabs: { horizontalItemGutter: 24 },
      Segmented: { trackBg: p.sunk },
    },
  }
}
