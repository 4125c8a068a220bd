import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { useAction } from './action'
import { Problem } from './problem'

const Around = ({ children }: { children: ReactNode }) => <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>

/** A service that does what it hears; the first answers are lost on the way back. */
function opened(lost: number) {
  const heard: string[] = []
  const send = (input: { travellers: string[] }, key: string) => {
    heard.push(`${input.travellers.join('+')} ${key}`)
    return heard.length <= lost ? Promise.reject(new Problem(0, { code: 'OFFLINE' }, { offline: true })) : Promise.resolve('done')
  }
  const { result } = renderHook(() => useAction(send), { wrapper: Around })
  const press = (...travellers: string[]) => act(() => result.current.mutateAsync({ travellers }).catch(() => undefined))
  return { heard, press }
}

describe('an action whose answer was lost', () => {
  it('goes out with the same key when it is pressed again, so that it happens once', async () => {
    const { heard, press } = opened(2)
    await press('a', 'b')
    await press('a', 'b')
    await press('a', 'b')
    expect(heard).toHaveLength(3)
    expect(new Set(heard).size).toBe(1)
  })

  it('takes a new key when the person asks for something else', async () => {
    const { heard, press } = opened(1)
    await press('a')
    await press('a', 'b')
    expect(new Set(heard.map((one) => one.split(' ')[1])).size).toBe(2)
  })

  it('takes a new key once it has succeeded, for then it is meant a second time', async () => {
    const { heard, press } = opened(0)
    await press('a')
    await press('a')
    expect(new Set(heard).size).toBe(2)
  })
})
