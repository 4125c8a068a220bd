import type { Connect } from 'vite'

export const answer: Connect.NextHandleFunction = (_request, response) => {
  response.statusCode = 404
  response.end('{}')
}
