import type { JourneyEdge, JourneyNode } from '@waystation/client'

export interface Placed {
  id: string
  x: number
  y: number
}

const stepX = 236
const stepY = 132

/** Each node stands one column right of its furthest predecessor; a column is centred on the middle line. */
export function layout(nodes: readonly JourneyNode[], edges: readonly JourneyEdge[]): Placed[] {
  const column = new Map<string, number>(nodes.map((node) => [node.id, 0]))
  // A journey has no loops; one round per node settles the longest path, and a loop can't hang us.
  for (let round = 0; round < nodes.length; round++) {
    let moved = false
    for (const edge of edges) {
      const from = column.get(edge.from)
      const to = column.get(edge.to)
      if (from === undefined || to === undefined || to >= from + 1) continue
      column.set(edge.to, from + 1)
      moved = true
    }
    if (!moved) break
  }
  const columns = new Map<number, string[]>()
  for (const node of nodes) {
    const at = column.get(node.id) ?? 0
    columns.set(at, [...(columns.get(at) ?? []), node.id])
  }
  return [...columns].flatMap(([at, ids]) => ids.map((id, row) => ({ id, x: at * stepX, y: (row - (ids.length - 1) / 2) * stepY })))
}
