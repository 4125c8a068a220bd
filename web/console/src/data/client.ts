import { apiOn, Http } from '@waystation/client'
import { QueryClient } from '@tanstack/react-query'
import { Problem } from '@waystation/client'

let signedOut: () => void = () => undefined

/** The shell says what to do when the session has ended; any call may find that out. */
export function whenSignedOut(action: () => void) {
  signedOut = action
}

export const api = apiOn(
  new Http({
    language: () => (document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'),
    onSignedOut: () => signedOut(),
  }),
)

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      // A refusal is an answer; only a service that cannot be reached is asked once more.
      retry: (count, error) => count < 1 && error instanceof Problem && (error.offline || error.status >= 502),
    },
  },
})
