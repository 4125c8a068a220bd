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
  reference?: string
  instance?: string
  sentence?: Words
  field?: string
  value?: unknown
  remedy?: Words | string
  [extra: string]: unknown
}

/** A refusal or failure of the service (RFC 9457), with the sentence for a person and the reference to quote. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly sentence: Words | string | null
  readonly reference: string | null
  readonly field: string | null
  readonly offline: boolean
  readonly retryAfterSeconds: number | null
  readonly body: ProblemBody

  constructor(status: number, body: ProblemBody, options: { offline?: boolean; retryAfterSeconds?: number | null } = {}) {
    super(body.detail ?? body.title ?? body.code ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? ''
    this.sentence = sentenceOf(body)
    this.reference = typeof body.reference === 'string' ? body.reference : null
    this.field = typeof body.field === 'string' ? body.field : null
    this.offline = options.offline ?? false
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
    this.body = body
  }
}

function sentenceOf(body: ProblemBody): Words | string | null {
  if (body.sentence) return body.sentence
  const text = body.detail ?? body.title ?? null
  if (text === null) return null
  return typeof body.remedy === 'string' ? `${text} ${body.remedy}` : text
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
  const reference = body.reference ?? response.headers.get('X-Request-Id') ?? undefined
  return new Problem(response.status, { ...body, ...(reference ? { reference } : {}) }, { retryAfterSeconds })
}
