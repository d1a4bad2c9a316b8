import { useQuery } from '@tanstack/react-query'
import type { Entry } from '../../../shared/contract/entities.ts'
import { useClient } from '../../client/client-context.ts'
import { useRunning } from '../../client/live-store.ts'
import { queryKeys } from '../../client/query-keys.ts'

/** The entry that ran while nobody was there. null: it has been stopped since and is still to be read. */
export function useAbsenceEntry(entryId: string): { readonly entry: Entry | null; readonly isRunning: boolean } {
  const client = useClient()
  const running = useRunning()
  const isRunning = running?.id === entryId
  const { data } = useQuery({
    queryKey: queryKeys.entries({ id: entryId }),
    queryFn: ({ signal }) => client.entries.get({ id: entryId }, { signal }),
    enabled: !isRunning,
  })
  return { entry: isRunning ? running : (data?.entry ?? null), isRunning }
}
