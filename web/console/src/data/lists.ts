import { useInfiniteQuery } from '@tanstack/react-query'
import type { Page, Query } from '@waystation/client'

/** A list read page by page with cursors; the pages already read stay on the screen. */
export function useCursorList<T, Q extends object = Query>(key: string, read: (query: Q, signal?: AbortSignal) => Promise<Page<T>>, query: Q, refetchMillis?: number) {
  const result = useInfiniteQuery({
    queryKey: [key, query],
    queryFn: ({ pageParam, signal }) => read({ ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (last: Page<T>) => last.next || undefined,
    ...(refetchMillis ? { refetchInterval: refetchMillis } : {}),
  })
  return {
    items: result.data?.pages.flatMap((page) => page.items ?? []) ?? [],
    loading: result.isPending,
    error: result.error,
    more: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    reload: () => void result.refetch(),
  }
}
