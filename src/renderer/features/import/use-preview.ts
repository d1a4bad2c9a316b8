import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useClient } from '../../client/client-context.ts'
import { ConnectionLostError } from '../../client/connection-lost.ts'
import { queryKeys } from '../../client/query-keys.ts'
import type { Uploaded } from './use-import.ts'

/** What an import would do. The last answer stays while options change; a refusal is an answer too and is not repeated. */
export function usePreview({ uploadId, format, options }: Uploaded, enabled: boolean) {
  const client = useClient()
  return useQuery({
    // Begins as the list of imports does: after an import or its undo, what would be added is another matter.
    queryKey: [...queryKeys.imports, 'preview', uploadId, format, options],
    queryFn: ({ signal }) => client.imports.preview({ uploadId, format, options }, { signal }),
    placeholderData: keepPreviousData,
    retry: (_count, error) => error instanceof ConnectionLostError,
    gcTime: 0,
    enabled,
  })
}
