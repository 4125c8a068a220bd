import type { InviteChain } from '@waystation/client'

export interface Placed {
  id: string
  x: number
  y: number
}

const stepX = 190
const stepY = 118

/** A tree drawn downwards: leaves stand side by side, whoever brought them stands above their middle. */
export function chainLayout(chain: InviteChain): Placed[] {
  const children = new Map<string, string[]>()
  for (const one of chain.below) children.set(one.broughtBy, [...(children.get(one.broughtBy) ?? []), one.memberId])
  const placed: Placed[] = []
  let nextLeaf = 0
  const place = (id: string, depth: number): number => {
    const below = children.get(id) ?? []
    const xs = below.map((child) => place(child, depth + 1))
    const first = xs[0]
    const last = xs[xs.length - 1]
    const x = first === undefined || last === undefined ? nextLeaf++ * stepX : (first + last) / 2
    placed.push({ id, x, y: depth * stepY })
    return x
  }
  place(chain.root.memberId, 0)
  return placed
}
