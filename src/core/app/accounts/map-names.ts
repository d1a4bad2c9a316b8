import type { AppError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { MapKind } from '../../ports/sync-store.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound } from '../entries/entry-details.ts'
import type { Command } from '../run-command.ts'
import { getAccount } from './account-parts.ts'

interface Mapping {
  readonly commandKey: string
  readonly accountId: string
  readonly localId: string
  readonly remoteId: string | null
}

/** Says which project (or activity) there one here is; its entries are looked at again. */
export function mapName({ ports: { syncStore } }: CoreContext, kind: MapKind): Command<Mapping, { queued: number }> {
  return {
    name: `accounts.map-${kind}`,
    undoable: false,
    label: (_output, { localId }, reader) => `Map ${kind} “${reader.get(kind, localId)?.name ?? ''}”`,
    run(writer, { accountId, localId, remoteId }, { nowMs }): Result<{ queued: number }, AppError> {
      const account = getAccount(writer, accountId)
      if (!account.ok) return account
      if (writer.get(kind, localId) === undefined) return err(notFound(kind, localId))
      syncStore.saveMap(accountId, kind, localId, remoteId)
      // Noted as a change of the account, so that open pages look at it again.
      writer.put('account', account.value)
      if (account.value.direction === 'pull') return ok({ queued: 0 })
      return ok({ queued: syncStore.queueUses(accountId, kind, localId, account.value.fromDay, nowMs) })
    },
  }
}
