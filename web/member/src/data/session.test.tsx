import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Problem } from '@waystation/client'
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const { api } = vi.hoisted(() => ({ api: { session: vi.fn() } }))
vi.mock('./api', () => ({ api }))
const { useSession } = await import('./session')

const Around = ({ children }: { children: ReactNode }) => <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{children}</QueryClientProvider>

/** What the screen knows after the service has answered with this problem. */
async function after(problem: Problem) {
  api.session.mockRejectedValue(problem)
  const { result } = renderHook(useSession, { wrapper: Around })
  await waitFor(() => expect(result.current.isPending).toBe(false))
  return result.current
}

beforeEach(() => window.localStorage.setItem('waystation.member', JSON.stringify({ id: 'mbr_1', name: 'Wang' })))
afterEach(() => {
  cleanup()
  window.localStorage.clear()
})

describe('who is signed in', () => {
  it('stays who it was without a network', async () => {
    expect((await after(new Problem(0, { code: 'OFFLINE' }, { offline: true }))).data).toMatchObject({ id: 'mbr_1' })
  })

  it('is nobody when the service says so', async () => {
    const seen = await after(new Problem(401, { code: 'SIGNED_OUT' }))
    expect(seen.data).toBeNull()
    expect(seen.error).toBeNull()
  })

  it('is not known while the service fails, which signs nobody out', async () => {
    const seen = await after(new Problem(503, { code: 'TRY_AGAIN' }))
    expect(seen.data).toBeUndefined()
    expect(seen.error).toMatchObject({ status: 503 })
  })
})
