import { useQuery } from '@tanstack/react-query'
import type { ImportBatch } from '../../../shared/contract/transfer.ts'
import { useClient } from '../../client/client-context.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { useCommand } from '../../client/use-command.ts'
import { countInWords } from './import-words.ts'

/** Every import of this profile, newest first. */
export function useImports() {
  const client = useClient()
  return useQuery({ queryKey: queryKeys.imports, queryFn: ({ signal }) => client.imports.list({}, { signal }) })
}

/** Takes a whole import out again; that can itself be undone. */
export function useTakeOut(): (batch: ImportBatch) => Promise<unknown> {
  const run = useCommand()
  return (batch) =>
    run((client, commandKey) => client.imports.undo({ commandKey, batchId: batch.id }), {
      done: ({ removed }) => `Took out ${countInWords(removed, 'entry', 'entries')} of ${batch.fileName}`,
      toastRefusal: true,
    })
}
