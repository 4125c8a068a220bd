import type { SegmentCount, Shapes } from '@waystation/client'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../data/client'
import { completePart, toJson, type Group } from './condition'

export type Estimate = Shapes['audience.EstimateSegment.Estimated']

export interface LiveCount {
  count: SegmentCount | null
  /** About how many, while the count of what is written now is on its way. */
  estimate: Estimate | null
  counting: boolean
  error: unknown
}

const pause = 220
const nothing: LiveCount = { count: null, estimate: null, counting: false, error: null }

/** Estimates what is written at once and then counts it, and gives up both as soon as the condition changes. */
export function useLiveCount(group: Group): LiveCount {
  const part = completePart(group)
  const condition = part === null ? '' : JSON.stringify(toJson(part))
  const [state, setState] = useState<LiveCount>(nothing)
  const latest = useRef('')

  useEffect(() => {
    latest.current = condition
    if (condition === '') {
      setState(nothing)
      return
    }
    const stop = new AbortController()
    const current = () => !stop.signal.aborted && latest.current === condition
    setState((before) => ({ ...before, estimate: null, counting: true }))
    // An estimate that fails is no matter: the count is coming.
    api.estimateSegment(JSON.parse(condition), stop.signal).then(
      (estimate) => current() && setState((before) => (before.counting ? { ...before, estimate } : before)),
      () => undefined,
    )
    const timer = setTimeout(() => {
      api.countSegment(JSON.parse(condition), stop.signal).then(
        (count) => current() && setState({ count, estimate: null, counting: false, error: null }),
        (error: unknown) => current() && setState((before) => ({ ...before, estimate: null, counting: false, error })),
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [condition])
  return state
}
