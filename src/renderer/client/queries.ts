import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Catalogue } from '../../shared/contract/catalogue.ts'
import type { Day } from '../../shared/zone/day.ts'
import { useClient } from './client-context.ts'
import { queryKeys } from './query-keys.ts'

export function useDay(day: Day) {
  const client = useClient()
  return useQuery({ queryKey: queryKeys.day(day), queryFn: ({ signal }) => client.entries.day({ day }, { signal }) })
}

export function useCatalogueQuery() {
  const client = useClient()
  return useQuery({ queryKey: queryKeys.catalogue, queryFn: ({ signal }) => client.catalogue.get({}, { signal }) })
}

const EMPTY: Catalogue = { clients: [], projects: [], activities: [], tags: [], workItems: [], templates: [] }

/** Every name an entry can refer to; empty until it is loaded. */
export function useCatalogue(): Catalogue {
  return useCatalogueQuery().data ?? EMPTY
}

/** What the desktop around the host offers; `shell` is null where there is none. */
export function useShellState() {
  const client = useClient()
  return useQuery({ queryKey: queryKeys.shell, queryFn: ({ signal }) => client.desktop.state({}, { signal }) })
}

/** Newest first, as many as a short list shows, and how many are unread in all. */
export function useNotifications() {
  const client = useClient()
  return useQuery({
    queryKey: queryKeys.notifications,
    queryFn: ({ signal }) => client.notifications.list({ limit: 20 }, { signal }),
  })
}

/** Frecent (note, project, activity) triples; the last answer stays while the next is on its way. */
export function useSuggestions(text: string, enabled: boolean) {
  const client = useClient()
  return useQuery({
    queryKey: queryKeys.suggestions(text),
    queryFn: ({ signal }) => client.entries.suggest({ text, limit: 8 }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    enabled,
  })
}
