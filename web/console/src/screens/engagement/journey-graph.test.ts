import type { JourneyNode } from '@waystation/client'
import { describe, expect, it } from 'vitest'
import { changed, connected, edgeAt, faultsOf, freshNode, inserted, placeFor, portsOf, without, type Drawing } from './journey-graph'

const said = { zh: '步骤', en: 'step' }
const node = (id: string, kind: string, settings: Record<string, unknown> = {}): JourneyNode => ({ id, kind, label: said, x: 0, y: 0, settings })
const note = { channel: 'sms', purpose: 'service', template: 'note' }
const row: Drawing = {
  nodes: [node('in', 'entry'), node('say', 'message', note), node('out', 'exit')],
  edges: [{ from: 'in', to: 'say', port: 'next' }, { from: 'say', to: 'out', port: 'next' }],
}
const known = new Set(['note'])
const kindsOf = (drawing: Drawing) => faultsOf(drawing, known).map((fault) => `${fault.node} ${fault.kind}`)
const leadsTo = (drawing: Drawing, from: string, port = 'next') => edgeAt(drawing, from, port)?.to

describe('the drawing of a journey', () => {
  it('takes a step in between the two ends of an arrow', () => {
    const wait = freshNode('wait', said)
    const longer = inserted(row, wait, 'in', 'next')
    expect([leadsTo(longer, 'in'), leadsTo(longer, wait.id)]).toEqual([wait.id, 'say'])
    expect(kindsOf(longer)).toEqual([])
    expect(row.nodes).toHaveLength(3)
  })

  it('closes the gap behind a step that is deleted, and never deletes the entry', () => {
    expect(leadsTo(without(row, 'say'), 'in')).toBe('out')
    expect(without(row, 'in')).toBe(row)
  })

  it('refuses an arrow that comes round to where it began', () => {
    expect(connected(row, 'say', 'next', 'in')).toBeNull()
    expect(connected(row, 'say', 'next', 'say')).toBeNull()
    expect(leadsTo(connected(row, 'in', 'next', 'out')!, 'in')).toBe('out')
  })

  it('puts a step that was only named behind the chosen one, else where something is open', () => {
    expect(placeFor(row, 'say')).toMatchObject({ from: 'say', port: 'next' })
    expect(placeFor(connected(row, 'say', 'next', '')!, null)).toMatchObject({ from: 'say', port: 'next' })
    expect(placeFor(row, null)).toMatchObject({ from: 'say' })
  })

  it('drops the arrows of an arm that is taken away', () => {
    const branch = node('ask', 'branch', { arms: [{ key: 'yes', condition: {} }] })
    const forked = connected(inserted(row, branch, 'in', 'next'), 'ask', 'otherwise', 'out')!
    expect(portsOf(branch)).toEqual(['yes', 'otherwise'])
    const bare = changed(forked, { ...branch, settings: { arms: [] } })
    expect(bare.edges.some((edge) => edge.port === 'yes')).toBe(false)
  })

  it('names dead ends, missing texts, what cannot be reached, a missing end and empty branches, each with its step', () => {
    expect(kindsOf(row)).toEqual([])
    expect(kindsOf(connected(row, 'say', 'next', '')!)).toEqual(['say LEADS_NOWHERE', 'out UNREACHABLE'])
    expect(kindsOf(changed(row, node('say', 'message', { ...note, template: 'gone' })))).toEqual(['say MISSING_TEMPLATE'])
    expect(kindsOf(without(row, 'out'))).toEqual([' NO_EXIT', 'say LEADS_NOWHERE'])
    const forked = connected(inserted(row, node('ask', 'branch', { arms: [{ key: 'yes', condition: {} }] }), 'in', 'next'), 'ask', 'otherwise', 'out')!
    expect(kindsOf(forked)).toEqual(['ask EMPTY_BRANCH'])
    expect(kindsOf(changed(row, node('say', 'split', { shares: [{ key: 'next', perTenThousand: 1 }] })))).toEqual(['say SHARES_ARE_NOT_WHOLE'])
  })
})
