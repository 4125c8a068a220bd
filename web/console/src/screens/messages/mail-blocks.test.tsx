import { AppearanceProvider } from '@waystation/design'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { isWhole, kept, MailBlocks, opened, type KeptBlock } from './mail-blocks'

const text = (zh: string, en: string): KeptBlock => ({ kind: 'HEADING', text: { zh, en }, left: [], right: [] })
const divider: KeptBlock = { kind: 'DIVIDER', left: [], right: [] }

function Editor({ start }: { start: KeptBlock[] }) {
  const [blocks, setBlocks] = useState(() => opened(start))
  return (
    <AppearanceProvider zone="Asia/Shanghai">
      <MailBlocks blocks={blocks} onChange={setBlocks} />
    </AppearanceProvider>
  )
}

const order = () => [...document.querySelectorAll<HTMLInputElement>('.mail-block input')].map((one) => one.value).filter((_, place) => place % 2 === 0)
const grips = () => [...document.querySelectorAll<HTMLElement>('.mail-grip')]
const first = () => grips()[0] as HTMLElement

describe('the blocks of a mail', () => {
  afterEach(cleanup)

  it('move by arrow keys, keep the focus and say where they are', async () => {
    render(<Editor start={[text('一', 'one'), text('二', 'two'), text('三', 'three')]} />)
    const moved = first()
    moved.focus()
    fireEvent.keyDown(moved, { key: 'ArrowDown' })
    expect(order()).toEqual(['二', '一', '三'])
    await waitFor(() => expect(document.activeElement).toBe(moved))
    expect(screen.getByText(/2.*3/, { selector: '[aria-live]' })).toBeTruthy()
    fireEvent.keyDown(moved, { key: 'ArrowDown' })
    fireEvent.keyDown(moved, { key: 'ArrowDown' })
    expect(order()).toEqual(['二', '三', '一'])
  })

  it('move by dragging the handle', () => {
    render(<Editor start={[text('一', 'one'), text('二', 'two'), text('三', 'three')]} />)
    const dataTransfer = { setData: () => undefined, effectAllowed: '' }
    fireEvent.dragStart(first(), { dataTransfer })
    const last = document.querySelectorAll('.mail-block')[2] as Element
    fireEvent.dragOver(last, { dataTransfer })
    fireEvent.drop(last, { dataTransfer })
    expect(order()).toEqual(['二', '三', '一'])
  })

  it('come back as they were kept, and are whole only with both languages', () => {
    const mail: KeptBlock[] = [text('一', 'one'), { kind: 'COLUMNS', left: [text('左', 'left')], right: [divider] }, { kind: 'BUTTON', text: { zh: '去', en: 'Go' }, link: '/app/coupons', left: [], right: [] }]
    expect(kept(opened(mail))).toEqual(mail)
    expect(isWhole(opened(mail))).toBe(true)
    expect(isWhole(opened([text('一', '')]))).toBe(false)
    expect(isWhole(opened([{ kind: 'BUTTON', text: { zh: '去', en: 'Go' }, left: [], right: [] }]))).toBe(false)
  })
})
