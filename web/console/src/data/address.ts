import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/**
 * Filters live in the address, so that a view can be sent to a colleague. A value equal to its
 * default is left out; writing replaces the entry so that "back" leaves the screen.
 */
export function useFilters<T extends Record<string, string>>(defaults: T): [T, (change: Partial<T>) => void, () => void] {
  const [params, setParams] = useSearchParams()
  const key = params.toString()
  const filters = useMemo(() => {
    const read = new URLSearchParams(key)
    return Object.fromEntries(Object.entries(defaults).map(([name, otherwise]) => [name, read.get(name) ?? otherwise])) as T
    // The defaults are constants of a screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  const change = useCallback(
    (next: Partial<T>) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [name, value] of Object.entries(next)) {
            if (value === undefined || value === defaults[name]) after.delete(name)
            else after.set(name, String(value))
          }
          return after
        },
        { replace: true },
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [setParams],
  )
  const reset = useCallback(() => setParams({}, { replace: true }), [setParams])
  return [filters, change, reset]
}
