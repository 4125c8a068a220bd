import { useInfiniteQuery } from '@tanstack/react-query'
import type { Page, Query } from '@waystation/client'

/** A list read page by page with cursors; the pages already read stay on the screen. */
export function useCursorList<T>(key: string, read: (query: Query, signal?: AbortSignal) => Promise<Page<T> | T[]>, query: Query, refetchMillis?: number) {
  const result = useInfiniteQuery({
    queryKey: [key, query],
    queryFn: async ({ pageParam, signal }) => {
      const answer = await read({ ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal)
      return Array.isArray(answer) ? { items: answer, next: null } : answer
    },
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
