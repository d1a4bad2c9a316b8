import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import { useClient } from '../../client/client-context.ts'
import { queryKeys } from '../../client/query-keys.ts'
import type { searchFilter } from './search-address.ts'

const PAGE_ENTRIES = 200

/** What a search finds, newest first, page by page as they are asked for; count and time are those of all pages. */
export function useResults(filter: ReturnType<typeof searchFilter>, enabled: boolean) {
  const client = useClient()
  const query = useInfiniteQuery({
    queryKey: [...queryKeys.entries(filter), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.entries.list(
        { ...filter, limit: PAGE_ENTRIES, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled,
  })
  const pages = query.data?.pages
  // An entry that was added meanwhile may push another from one page onto the next: each is shown once.
  const entries = useMemo(() => {
    const byId = new Map<string, Entry>()
    for (const page of pages ?? []) for (const entry of page.entries) byId.set(entry.id, entry)
    return [...byId.values()]
  }, [pages])
  return {
    query,
    entries,
    count: pages?.[0]?.count ?? 0,
    totalMs: pages?.[0]?.totalMs ?? 0,
    isKnown: pages !== undefined,
  }
}
