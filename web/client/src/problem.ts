import type { Explanation } from './model'

export interface Words {
  zh: string
  en: string
}

interface ProblemBody {
  type?: string
  title?: string
  status?: number
  detail?: string
  code?: string
  requestId?: string
  reference?: string
  retryable?: boolean
  errors?: { pointer: string; value: string; remedy: string }[]
  why?: Explanation | null
  sentence?: Words
  [extra: string]: unknown
}

/** A refusal or failure of the service (RFC 9457), with the sentence for a person and the reference to quote. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly sentence: Words | string | null
  readonly reference: string | null
  /** The reasons behind a refusal, where it has some. */
  readonly why: Explanation | null
  readonly errors: { pointer: string; value: string; remedy: string }[]
  readonly offline: boolean
  readonly retryAfterSeconds: number | null
  readonly body: ProblemBody

  constructor(status: number, body: ProblemBody, options: { offline?: boolean; retryAfterSeconds?: number | null } = {}) {
    super(body.detail ?? body.title ?? body.code ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? ''
    this.sentence = sentenceOf(body)
    this.reference = body.requestId ?? body.reference ?? null
    this.why = body.why ?? null
    this.errors = body.errors ?? []
    this.offline = options.offline ?? false
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
    this.body = body
  }
}

function sentenceOf(body: ProblemBody): Words | string | null {
  return body.sentence ?? body.detail ?? body.title ?? null
}

export async function problemFrom(response: Response): Promise<Problem> {
  const retry = Number(response.headers.get('Retry-After'))
  const retryAfterSeconds = Number.isFinite(retry) && retry > 0 ? retry : null
  let body: ProblemBody = { status: response.status, title: response.statusText || `HTTP ${response.status}` }
  try {
    const parsed: unknown = await response.json()
    if (typeof parsed === 'object' && parsed !== null) body = parsed as ProblemBody
  } catch {
    // A proxy may answer with a page; its status is all that can be told.
  }
  const reference = body.requestId ?? body.reference ?? response.headers.get('X-Request-Id') ?? undefined
  return new Problem(response.status, { ...body, ...(reference ? { reference } : {}) }, { retryAfterSeconds })
}
