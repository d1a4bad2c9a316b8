import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Backup } from '../../../shared/contract/host.ts'
import { locale } from '../../app/locale.ts'
import { useClient } from '../../client/client-context.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { useCommand } from '../../client/use-command.ts'
import { showDone, showProblem } from '../../ui/toast.tsx'
import { backupRefusal, describeEntries, restoreRefusal } from './backup-words.ts'

const LOOK_AGAIN_MS = 60_000

/** The backups there are, newest first. Others make them too, and the live stream tells of none: it looks again. */
export function useBackupList() {
  const client = useClient()
  return useQuery({
    queryKey: queryKeys.backups,
    queryFn: ({ signal }) => client.backups.list({}, { signal }),
    select: ({ backups }) => [...backups].sort((a, b) => b.madeAtMs - a.madeAtMs),
    staleTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
    refetchInterval: LOOK_AGAIN_MS,
  })
}

export interface BackupCommands {
  /** Answers with the backup, or with words why there is none. */
  readonly create: () => Promise<Backup | string>
  /** `when`: as what it is restored, said afterwards. Answers with words why it was refused, or null. */
  readonly restore: (backup: Backup, when: string) => Promise<string | null>
}

export function useBackupCommands(): BackupCommands {
  const run = useCommand()
  const queries = useQueryClient()
  const lookAgain = () => void queries.invalidateQueries({ queryKey: queryKeys.backups })

  async function create(): Promise<Backup | string> {
    const result = await run((client, commandKey) => client.backups.create({ commandKey }), {
      done: ({ backup }) => `Backed up ${describeEntries(backup.entries, locale())}`,
      undoable: false,
    })
    lookAgain()
    return result.ok ? result.value.backup : backupRefusal(result.error)
  }

  async function restore(backup: Backup, when: string): Promise<string | null> {
    const result = await run((client, commandKey) => client.backups.restore({ commandKey, name: backup.name }))
    // Everything: a restored profile may have the number of steps that this page has seen of another.
    void queries.invalidateQueries()
    if (!result.ok) return restoreRefusal(result.error)
    const { entries, replaced } = result.value
    showDone(`Restored ${describeEntries(entries, locale())}, as ${when}`, {
      description: 'What was there before is kept as a backup.',
      undo: () => void putBack(replaced),
    })
    return null
  }

  /** Takes a restore back by the backup that it made of what was there. */
  async function putBack(replaced: Backup): Promise<void> {
    const refusal = await restore(replaced, 'before the restore')
    if (refusal !== null) showProblem(refusal)
  }

  return { create, restore }
}
