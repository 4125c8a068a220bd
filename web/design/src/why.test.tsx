import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppearanceProvider } from './appearance'
import type { Explanation } from './explanation'
import { ExplanationSource, Why } from './why'

const credited: Explanation = {
  sentence: { zh: '按长者 15 倍，记 1,058 分。', en: 'At 15 per yuan for seniors, 1,058 points.' },
  reasons: [
    { code: 'SENIOR', held: true, text: { zh: '年满 60 岁', en: 'Sixty or older' }, values: { rate: 15 } },
    { code: 'STUDENT', held: false, text: { zh: '不是学生票', en: 'Not a student ticket' }, values: {} },
  ],
}

beforeEach(() => window.localStorage.setItem('waystation.language', 'zh'))
afterEach(cleanup)

const shown = (explanation: Explanation | string | null, load: (id: string) => Promise<Explanation> = () => Promise.resolve(credited)) =>
  render(
    <AppearanceProvider zone="Asia/Shanghai">
      <ExplanationSource load={load}>
        <Why subject="积分 +1,058" explanation={explanation} />
      </ExplanationSource>
    </AppearanceProvider>,
  )

describe('Why?', () => {
  it('is named after what it explains and is not there without an explanation', () => {
    shown(credited)
    expect(screen.getByRole('button', { name: '为什么：积分 +1,058' })).toBeTruthy()
    cleanup()
    shown(null)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says the sentence first and then what was looked at, with the values', () => {
    shown(credited)
    fireEvent.click(screen.getByRole('button'))
    const dialog = screen.getByRole('dialog')
    const text = dialog.textContent ?? ''
    expect(text.indexOf('按长者 15 倍')).toBeLessThan(text.indexOf('年满 60 岁'))
    expect(text).toContain('rate 15')
    expect(screen.getByRole('img', { name: '成立' })).toBeTruthy()
    expect(screen.getByRole('img', { name: '不成立' })).toBeTruthy()
  })

  it('fetches an explanation that is known by its id', async () => {
    const asked: string[] = []
    shown('exp_7', (id) => {
      asked.push(id)
      return Promise.resolve(credited)
    })
    expect(asked).toEqual([])
    fireEvent.click(screen.getByRole('button'))
    expect(await screen.findByText('按长者 15 倍，记 1,058 分。')).toBeTruthy()
    expect(asked).toEqual(['exp_7'])
  })

  it('shows the reference when the explanation cannot be fetched, and tries again', async () => {
    let tries = 0
    shown('exp_7', () => (++tries === 1 ? Promise.reject({ sentence: '暂时读不到。', reference: 'R-9' }) : Promise.resolve(credited)))
    fireEvent.click(screen.getByRole('button'))
    expect((await screen.findByRole('alert')).textContent).toContain('R-9')
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('按长者 15 倍，记 1,058 分。')).toBeTruthy()
  })
})
