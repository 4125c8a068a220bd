import { describe, expect, it } from 'vitest'
import { Http, versionOf, withQuery } from './http'
import { Problem } from './problem'

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const seen: { url: string; init: RequestInit }[] = []
  const http = new Http({
    fetch: (url, init) => {
      seen.push({ url: String(url), init: init ?? {} })
      return Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers }))
    },
  })
  return { http, seen }
}

const header = (init: RequestInit, name: string) => (init.headers as Record<string, string>)[name]

describe('a write', () => {
  it('carries the CSRF token of the cookie and the key of the action', async () => {
    document.cookie = 'XSRF-TOKEN=a%20b'
    const { http, seen } = answering(201, { id: 'ord_1' })
    await http.post('/v1/orders', { body: { seatClass: 'second' }, idempotencyKey: 'key-1' })
    expect(header(seen[0]!.init, 'X-XSRF-TOKEN')).toBe('a b')
    expect(header(seen[0]!.init, 'Idempotency-Key')).toBe('key-1')
    expect(seen[0]!.init.body).toBe('{"seatClass":"second"}')
  })

  it('makes a key of its own when the caller keeps none', async () => {
    const { http, seen } = answering(204, undefined)
    await http.post('/v1/segments')
    expect(header(seen[0]!.init, 'Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('a version', () => {
  it('stays beside what was read and goes back with the change', async () => {
    const { http, seen } = answering(200, { id: 'seg_1' }, { ETag: '"v5-abc"' })
    const segment = await http.get<object>('/v1/segments/seg_1')
    expect(versionOf(segment)).toBe('"v5-abc"')
    await http.post('/v1/segments/seg_1:publish', { version: versionOf(segment) })
    expect(header(seen[1]!.init, 'If-Match')).toBe('"v5-abc"')
  })

  it('is not made up from the tag of an answer that nobody edits', async () => {
    const { http, seen } = answering(200, { items: [] }, { ETag: '"0f"' })
    const list = await http.get<object>('/v1/segments')
    expect(list).toEqual({ items: [] })
    await http.post('/v1/segments', { version: versionOf(list) })
    expect(header(seen[1]!.init, 'If-Match')).toBeUndefined()
  })
})

describe('a refusal', () => {
  it('becomes a problem with its code, sentence and reference', async () => {
    const { http } = answering(409, { code: 'LEG_IS_FULL', detail: '这一段已售完。', requestId: 'R-7' })
    const problem = await http.post('/v1/orders').catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ status: 409, code: 'LEG_IS_FULL', sentence: '这一段已售完。', reference: 'R-7' })
  })

  it('says so when the service cannot be reached', async () => {
    const http = new Http({ fetch: () => Promise.reject(new TypeError('failed')) })
    await expect(http.get('/v1/world')).rejects.toMatchObject({ offline: true })
  })
})

describe('a query', () => {
  it('leaves out what is not given', () => {
    expect(withQuery('/v1/members', { q: '王', cursor: null, tag: '' })).toBe('/v1/members?q=%E7%8E%8B')
    expect(withQuery('/v1/members')).toBe('/v1/members')
  })
})
