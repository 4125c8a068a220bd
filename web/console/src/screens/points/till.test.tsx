import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Problem } from '@waystation/client'
import { AppearanceProvider } from '@waystation/design'
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { StaffProvider } from '../../data/session'

const { api } = vi.hoisted(() => ({ api: { cards: vi.fn(), payByCard: vi.fn(), useEntitlements: vi.fn(), world: vi.fn() } }))
vi.mock('../../data/client', () => ({ api }))
const { default: Till } = await import('./till')

const lost = () => Promise.reject(new Problem(0, { code: 'OFFLINE' }, { offline: true }))
const card = { id: 'crd_1', medium: 'CARD-1', state: 'ACTIVE', principal: 10_000, gift: 0, memberId: null }

function open(permissions: string[]) {
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <AppearanceProvider zone="Asia/Shanghai">
        <StaffProvider staff={{ id: '1', name: 'clerk', roles: [], venues: null, may: (one) => permissions.includes(one) }}>
          <MemoryRouter>
            <Till />
          </MemoryRouter>
        </StaffProvider>
      </AppearanceProvider>
    </QueryClientProvider>,
  )
}

function scan(code: string) {
  const field = screen.getByLabelText('Scan a card or the code of a benefit')
  fireEvent.change(field, { target: { value: code } })
  enter(field)
  return field
}
function enter(field: Element) {
  const key = { key: 'Enter', code: 'Enter', keyCode: 13 }
  fireEvent.keyDown(field, key)
  fireEvent.keyUp(field, key)
}

beforeAll(() => {
  configure({ asyncUtilTimeout: 5_000 })
  window.matchMedia ??= (query) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => false, onchange: null })
})
beforeEach(() => {
  window.localStorage.setItem('waystation.language', 'en')
  for (const call of Object.values(api)) call.mockReset()
  api.world.mockResolvedValue({})
})
afterEach(cleanup)

describe('the till', () => {
  it('sends a benefit again with the same key and the same body when the answer was lost', async () => {
    api.useEntitlements.mockImplementation(lost)
    open([])
    const field = scan('WE1.a.b')
    await screen.findByRole('alert')
    enter(field)
    await waitFor(() => expect(api.useEntitlements).toHaveBeenCalledTimes(2))
    expect(api.useEntitlements.mock.calls[1]).toEqual(api.useEntitlements.mock.calls[0])
  })

  it('takes one benefit for two presses of Enter', async () => {
    api.useEntitlements.mockReturnValue(new Promise(() => undefined))
    open([])
    const field = scan('WE1.a.b')
    await waitFor(() => expect((field as HTMLInputElement).readOnly).toBe(true))
    await act(async () => enter(field))
    expect(api.useEntitlements).toHaveBeenCalledTimes(1)
  })

  it('keeps card and amount after a refused payment, and pays with the same key when it is tried again', async () => {
    api.cards.mockResolvedValue({ items: [card], next: null })
    api.payByCard.mockImplementation(lost)
    open(['cards.serve'])
    scan('CARD-1')
    const amount = await screen.findByRole('spinbutton')
    fireEvent.change(amount, { target: { value: '12.50' } })
    enter(amount)
    await screen.findByRole('alert')
    expect((amount as HTMLInputElement).value).toBe('12.50')
    enter(amount)
    await waitFor(() => expect(api.payByCard).toHaveBeenCalledTimes(2))
    expect(api.payByCard.mock.calls[1]).toEqual(api.payByCard.mock.calls[0])
  })

  it('says so when the card cannot be looked up', async () => {
    api.cards.mockImplementation(lost)
    open(['cards.serve'])
    scan('CARD-1')
    expect(await screen.findByRole('alert')).toBeTruthy()
  })

  it('asks nobody without the right to serve cards for an amount', async () => {
    open([])
    scan('CARD-1')
    expect((await screen.findByRole('status')).textContent).toContain('not known')
    expect(api.cards).not.toHaveBeenCalled()
  })
})
