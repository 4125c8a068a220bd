import { describe, expect, it } from 'vitest'
import { posterSvg } from './poster'

const words = { product: '驿站', title: '邀好友，同出行', line: '一起得积分', code: '邀请码', scan: '扫一扫' }

describe('a poster', () => {
  it('carries the code to scan and the code to type', () => {
    const svg = posterSvg('https://example.org/app/invite/ABCD2345', 'ABCD2345', words)
    expect(svg).toContain('>ABCD2345</text>')
    expect(svg.match(/<svg /g)).toHaveLength(2)
  })

  it('says another code in another picture', () => {
    const one = posterSvg('https://example.org/app/invite/ABCD2345', 'ABCD2345', words)
    const other = posterSvg('https://example.org/app/invite/ABCD2346', 'ABCD2345', words)
    expect(one).not.toBe(other)
  })

  it('escapes a name and shrinks a long one', () => {
    const svg = posterSvg('https://example.org/x', 'ABCD2345', { ...words, title: `<b>&${'长'.repeat(40)}` })
    expect(svg).toContain('&lt;b&gt;&amp;')
    expect(svg).toContain('font-size="15"')
  })
})
