import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { formatsFor, type Formats } from './format'
import { cssVariables, palettes, type Palette, type ThemeName } from './tokens'
import { sayIn, type Dictionary, type Language, type Said } from './texts'

export interface Appearance {
  language: Language
  setLanguage(language: Language): void
  theme: ThemeName
  setTheme(theme: ThemeName): void
  palette: Palette
  formats: Formats
  say(said: Said | string | null | undefined): string
}

const AppearanceContext = createContext<Appearance | null>(null)

function remembered<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
  try {
    const kept = window.localStorage.getItem(key)
    return allowed.find((one) => one === kept) ?? otherwise
  } catch {
    return otherwise
  }
}

function remember(key: string, value: string) {
  try {
    window.localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

/** Language, theme and the formats of the venue's zone; both are kept in this browser. */
export function AppearanceProvider({ zone, children }: { zone: string; children: ReactNode }) {
  const [language, setLanguageState] = useState<Language>(() =>
    remembered('waystation.language', ['zh', 'en'], window.navigator.language.startsWith('en') ? 'en' : 'zh'),
  )
  const [theme, setThemeState] = useState<ThemeName>(() => {
    const prefersDark = window.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false
    return remembered('waystation.theme', ['light', 'dark'], prefersDark ? 'dark' : 'light')
  })

  useEffect(() => {
    const root = document.documentElement
    root.dataset.theme = theme
    root.style.colorScheme = theme
    for (const [name, value] of Object.entries(cssVariables(theme))) root.style.setProperty(name, value)
  }, [theme])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])

  const setLanguage = useCallback((next: Language) => {
    remember('waystation.language', next)
    setLanguageState(next)
  }, [])
  const setTheme = useCallback((next: ThemeName) => {
    remember('waystation.theme', next)
    setThemeState(next)
  }, [])

  const value = useMemo<Appearance>(
    () => ({
      language,
      setLanguage,
      theme,
      setTheme,
      palette: palettes[theme],
      formats: formatsFor(language, zone),
      say: (said) => sayIn(language, said),
    }),
    [language, theme, zone, setLanguage, setTheme],
  )
  return <AppearanceContext value={value}>{children}</AppearanceContext>
}

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext)
  if (!appearance) throw new Error('useAppearance needs an AppearanceProvider above it')
  return appearance
}

export function useTexts<T>(pair: Dictionary<T>): T {
  return (useAppearance().language === 'zh' ? pair.zh : pair.en) as T
}

export const useFormats = (): Formats => useAppearance().formats
