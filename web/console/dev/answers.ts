import type { IncomingMessage, ServerResponse } from 'node:http'
import { engagement } from './engagement'
import { members } from './members'
import { operate } from './operate'
import { selling } from './selling'
import { Refused, type Asked } from './shape'

type Answerer = (asked: Asked) => unknown
const all: Answerer[] = [operate, selling, members, engagement]

/** Invented answers in the shape of the contract; a path nobody knows is a 404 problem. */
export async function answer(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://invented')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const asked: Asked = {
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    method: request.method ?? 'GET',
    body: parsed(Buffer.concat(chunks).toString()),
    signedIn: /signed=1/.test(request.headers.cookie ?? ''),
  }
  response.setHeader('Content-Type', 'application/json')
  if (asked.path === '/session' && asked.method === 'POST') response.setHeader('Set-Cookie', 'signed=1; Path=/')
  if (asked.path === '/session' && asked.method === 'DELETE') response.setHeader('Set-Cookie', 'signed=0; Path=/')
  try {
    for (const answerer of all) {
      const found = answerer(asked)
      if (found !== undefined) {
        response.end(JSON.stringify(found))
        return
      }
    }
    throw new Refused(404, { code: 'NOT_FOUND', title: `没有 ${asked.path}`, reference: 'R-0404' })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    response.statusCode = error.status
    response.end(JSON.stringify({ status: error.status, ...error.body }))
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
