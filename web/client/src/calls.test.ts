import { describe, expect, it } from 'vitest'
import { addressOf, Calls } from './calls'
import { Http } from './http'

function answering(body: unknown) {
  const seen: { url: string; init: RequestInit }[] = []
  const http = new Http({
    fetch: (url, init) => {
      seen.push({ url: String(url), init: init ?? {} })
      return Promise.resolve(new Response(JSON.stringify(body)))
    },
  })
  return { calls: new Calls(http), seen }
}

describe('an address of the document', () => {
  it('takes its values, encoded', () => {
    expect(addressOf('/v1/runs/{id}/board', { id: 'run 1' })).toBe('/v1/runs/run%201/board')
  })

  it('is not called with a value missing', () => {
    expect(() => addressOf('/v1/runs/{id}')).toThrow('needs id')
  })
})

describe('a call', () => {
  it('sends what the document asks for', async () => {
    const { calls, seen } = answering({ items: [], next: null })
    await calls.get('/v1/members', { query: { q: '王', cursor: null } })
    await calls.post('/v1/members/{id}:reveal', { in: { id: 'mbr_1' }, body: { field: 'phone', reason: 'asked' }, key: 'k' })
    expect(seen.map((one) => `${one.init.method} ${one.url}`)).toEqual(['GET /v1/members?q=%E7%8E%8B', 'POST /v1/members/mbr_1:reveal'])
  })

  it('does not compile with an argument, a body or an answer the document does not know', () => {
    const { calls } = answering({})
    const wrong = [
      // @ts-expect-error no such address
      () => calls.get('/v1/nothing'),
      // @ts-expect-error no such filter
      () => calls.get('/v1/members', { query: { colour: 'red' } }),
      // @ts-expect-error the reason is missing
      () => calls.post('/v1/members/{id}:reveal', { in: { id: 'mbr_1' }, body: { field: 'phone' } }),
      // @ts-expect-error the id is missing
      () => calls.get('/v1/runs/{id}'),
      // @ts-expect-error no such property
      async () => (await calls.get('/v1/world')).colour,
    ]
    expect(wrong).toHaveLength(5)
  })
})
