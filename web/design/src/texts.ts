export type Language = 'zh' | 'en'

/** A text made on the server, in both languages. */
export interface Said {
  zh: string
  en: string
}

type Texts = { readonly [key: string]: string | ((...values: never[]) => string) | Texts }

/** The same keys with the same values to fill in; only the words may differ. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : SameShape<T[K]>
}

export interface Dictionary<T> {
  zh: T
  en: SameShape<T>
}

/** Chinese sets the shape; a key English lacks, or has too many, does not compile. */
export function dictionary<const T extends Texts>(zh: T, en: SameShape<T>): Dictionary<SameShape<T>> {
  return { zh: zh as unknown as SameShape<T>, en: en as unknown as SameShape<SameShape<T>> }
}

/** The word for a code; a code newer than these words shows as it is. */
export function wordFor(words: Record<string, string>, code: string): string {
  return words[code] ?? code
}

export function sayIn(language: Language, said: Said | string | null | undefined): string {
  if (said === null || said === undefined) return ''
  return typeof said === 'string' ? said : said[language] || said.zh || said.en
}
