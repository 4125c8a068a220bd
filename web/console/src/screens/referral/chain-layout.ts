import type { InviteChain } from '@waystation/client'

export interface Placed {
  id: string
  x: number
  y: number
}

const stepX = 250
const stepY = 86

/** A tree drawn to the right: leaves stand one below the other, whoever brought them beside their middle. */
export function chainLayout(chain: InviteChain): Placed[] {
  const children = new Map<string, string[]>()
  for (const one of chain.below) children.set(one.broughtBy, [...(children.get(one.broughtBy) ?? []), one.memberId])
  const placed: Placed[] = []
  let nextLeaf = 0
  const place = (id: string, depth: number): number => {
    const ys = (children.get(id) ?? []).map((child) => place(child, depth + 1))
    const first = ys[0]
    const last = ys[ys.length - 1]
    const y = first === undefined || last === undefined ? nextLeaf++ * stepY : (first + last) / 2
    placed.push({ id, x: depth * stepX, y })
    return y
  }
  place(chain.root.memberId, 0)
  return placed
}

/** As high as the tree, within what a page can show. */
export function chainHeight(placed: readonly Placed[]): number {
  return Math.min(760, Math.max(260, Math.max(...placed.map((one) => one.y)) + stepY + 60))
}
