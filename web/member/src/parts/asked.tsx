import { ErrorState, SkeletonBlock } from '@waystation/design'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/** Loading, error or the thing itself: the same three faces on every screen. */
export function Asked<T>({ of, children }: { of: UseQueryResult<T>; children: (value: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error) return <ErrorState error={of.error} onRetry={() => void of.refetch()} />
  return <SkeletonBlock />
}
