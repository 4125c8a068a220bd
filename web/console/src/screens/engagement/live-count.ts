import type { SegmentCount } from '@waystation/client'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../data/client'
import { completePart, toJson, type Group } from './condition'

export interface LiveCount {
  count: SegmentCount | null
  counting: boolean
  error: unknown
}

const pause = 220

/** Counts what is written, and gives up a running count as soon as the condition changes. */
export function useLiveCount(group: Group): LiveCount {
  const part = completePart(group)
  const condition = part === null ? '' : JSON.stringify(toJson(part))
  const [state, setState] = useState<LiveCount>({ count: null, counting: false, error: null })
  const latest = useRef('')

  useEffect(() => {
    latest.current = condition
    if (condition === '') {
      setState({ count: null, counting: false, error: null })
      return
    }
    const stop = new AbortController()
    setState((before) => ({ ...before, counting: true }))
    const timer = setTimeout(() => {
      api.countSegment(JSON.parse(condition), stop.signal).then(
        (count) => latest.current === condition && setState({ count, counting: false, error: null }),
        (error: unknown) => {
          if (stop.signal.aborted || latest.current !== condition) return
          setState((before) => ({ ...before, counting: false, error }))
        },
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [condition])
  return state
}
