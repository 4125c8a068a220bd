import { Problem, problemFrom } from './problem'

export type Query = Record<string, string | number | boolean | null | undefined>

export interface Write {
  body?: unknown
  /** One key per action of the user, the same over every retry of that action. */
  idempotencyKey?: string
  /** The version the change was made on; the service refuses it when that is no longer the present one. */
  version?: string | undefined
  signal?: AbortSignal
}

export interface HttpOptions {
  base?: string
  language?: () => string
  onSignedOut?: () => void
  fetch?: typeof fetch
}

/** JSON over fetch: session cookie, CSRF header, idempotency key, one typed error. */
export class Http {
  private readonly base: string
  private readonly options: HttpOptions

  constructor(options: HttpOptions = {}) {
    this.base = options.base ?? ''
    this.options = options
  }

  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
    return this.send<T>('GET', withQuery(path, query), undefined, signal)
  }

  post<T>(path: string, write: Write = {}): Promise<T> {
    return this.write<T>('POST', path, write)
  }

  put<T>(path: string, write: Write = {}): Promise<T> {
    return this.write<T>('PUT', path, write)
  }

  delete<T>(path: string, write: Write = {}): Promise<T> {
    return this.write<T>('DELETE', path, write)
  }

  private write<T>(method: string, path: string, write: Write): Promise<T> {
    const headers: Record<string, string> = { 'Idempotency-Key': write.idempotencyKey ?? newKey() }
    const csrf = cookie('XSRF-TOKEN')
    if (csrf) headers['X-XSRF-TOKEN'] = csrf
    if (write.version) headers['If-Match'] = write.version
    return this.send<T>(method, path, { headers, body: write.body }, write.signal)
  }

  private async send<T>(
    method: string,
    path: string,
    write: { headers: Record<string, string>; body: unknown } | undefined,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', ...write?.headers }
    const language = this.options.language?.()
    if (language) headers['Accept-Language'] = language === 'zh' ? 'zh-CN' : 'en'
    let body: BodyInit | undefined
    if (write?.body instanceof FormData) {
      body = write.body
    } else if (write && write.body !== undefined) {
      headers['Content-Type'] = 'application/json'
      body = JSON.stringify(write.body)
    }
    const response = await this.reach(`${this.base}${path}`, { method, headers, body, signal, credentials: 'same-origin' })
    if (!response.ok) {
      if (response.status === 401) this.options.onSignedOut?.()
      throw await problemFrom(response)
    }
    if (response.status === 204) return undefined as T
    const text = await response.text()
    return withVersion(text ? JSON.parse(text) : undefined, response.headers.get('ETag')) as T
  }

  private async reach(url: string, init: RequestInit): Promise<Response> {
    try {
      return await (this.options.fetch ?? fetch)(url, init)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      throw new Problem(0, { code: 'OFFLINE' }, { offline: true })
    }
  }
}

/** The version of a thing that people edit stays beside its content; other tags speak of an answer only. */
function withVersion(body: unknown, tag: string | null): unknown {
  const version = /^(?:W\/)?("v.+")$/.exec(tag ?? '')?.[1]
  return version && typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, etag: version } : body
}

/** What to send back with a change of this thing. */
export function versionOf(thing: object | null | undefined): string | undefined {
  return (thing as { etag?: string } | null | undefined)?.etag
}

export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (given.length === 0) return path
  return `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}

export function newKey(): string {
  // randomUUID needs a secure context; a ticket window on plain http in a station network has none.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function cookie(name: string): string | null {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null
}
