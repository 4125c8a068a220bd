export interface Asked {
  path: string
  query: URLSearchParams
  method: string
  body: Record<string, unknown>
  signedIn: boolean
}

export class Refused extends Error {
  constructor(readonly status: number, readonly body: object) {
    super('refused')
  }
}

export const said = (zh: string, en: string) => ({ zh, en })
export const page = <T>(items: T[], next: string | null = null) => ({ items, next })
export const reason = (code: string, held: boolean, zh: string, en: string, values: Record<string, unknown> = {}) => ({ code, held, text: said(zh, en), values })
