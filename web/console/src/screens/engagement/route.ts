/** A route as `where` of a trip: two stations, one way or either way. */
export interface Route { from: string; to: string; both: boolean }

const one = (json: unknown): Omit<Route, 'both'> | null => {
  if (typeof json !== 'object' || json === null || Object.keys(json).length !== 2) return null
  const { fromStation: from, toStation: to } = json as Record<string, unknown>
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null
}

export function routeOf(where: unknown): Route | null {
  const way = one(where)
  if (way) return { ...way, both: false }
  const ways = (where as { $or?: unknown } | null)?.$or
  if (!Array.isArray(ways) || ways.length !== 2 || Object.keys(where as object).length !== 1) return null
  const [there, back] = ways.map(one)
  return there && back && there.from === back.to && there.to === back.from ? { ...there, both: true } : null
}

/** A station somebody left from or came to. */
export function stationOf(where: unknown): string | null {
  const ways = (where as { $or?: unknown } | null)?.$or
  if (!Array.isArray(ways) || ways.length !== 2 || ways.some((way) => Object.keys(way ?? {}).length !== 1)) return null
  const [from, to] = ways as { fromStation?: unknown; toStation?: unknown }[]
  return typeof from?.fromStation === 'string' && from.fromStation === to?.toStation ? from.fromStation : null
}

export const stationJson = (code: string) => ({ $or: [{ fromStation: code }, { toStation: code }] })

export function routeJson({ from, to, both }: Route) {
  const way = (a: string, b: string) => ({ fromStation: a, toStation: b })
  return both ? { $or: [way(from, to), way(to, from)] } : way(from, to)
}
