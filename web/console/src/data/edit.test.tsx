import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Problem } from '@waystation/client'
import { AppearanceProvider } from '@waystation/design'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useEdit } from './edit'

/** A thing on a service that somebody else has changed since the screen read "v1". */
function Screen({ sent, seen }: { sent: [string, string | undefined][]; seen: string[] }) {
  const edit = useEdit({
    version: '"v1"',
    send: (input: string, version) => {
      sent.push([input, version])
      return version === '"v2"' ? Promise.resolve('kept') : Promise.reject(new Problem(412, { code: 'CHANGED_MEANWHILE' }))
    },
    latest: () => Promise.resolve('"v2"'),
    reload: () => void seen.push('reloaded'),
    after: (result) => void seen.push(result),
  })
  return (
    <>
      {edit.notice}
      <button onClick={() => edit.save('mine')}>save</button>
    </>
  )
}

function open() {
  const sent: [string, string | undefined][] = []
  const seen: string[] = []
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AppearanceProvider zone="Asia/Shanghai">
        <Screen sent={sent} seen={seen} />
      </AppearanceProvider>
    </QueryClientProvider>,
  )
  fireEvent.click(screen.getByText('save'))
  return { sent, seen }
}

beforeEach(() => window.localStorage.setItem('waystation.language', 'en'))
afterEach(cleanup)

describe('an edit of what somebody else has changed', () => {
  it('is sent with the version it was made on and asks the person what to do', async () => {
    const { sent, seen } = open()
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody changed this')
    expect(sent).toEqual([['mine', '"v1"']])
    expect(seen).toEqual([])
  })

  it('shows theirs without sending anything more', async () => {
    const { sent, seen } = open()
    fireEvent.click(await screen.findByText('Show theirs, drop mine'))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(seen).toEqual(['reloaded'])
    expect(sent).toHaveLength(1)
  })

  it('keeps mine on the version that is there now', async () => {
    const { sent, seen } = open()
    fireEvent.click(await screen.findByText('Keep mine, replace theirs'))
    await waitFor(() => expect(seen).toEqual(['kept']))
    expect(sent).toEqual([['mine', '"v1"'], ['mine', '"v2"']])
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
