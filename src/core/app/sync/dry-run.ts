import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type PlannedWrite, planWrites } from '../../domain/sync/plan-writes.ts'
import type { SyncFields } from '../../domain/sync/sync-fields.ts'
import { getAccount } from '../accounts/account-parts.ts'
import type { CoreContext } from '../core-context.ts'
import { openAccount } from './open-account.ts'
import { wantedFor } from './wanted-for.ts'

type Write = ContractOutputs['sync']['dryRun']['writes'][number]
const SHOWN = 100

/** What the queue would send now, planned exactly as it plans; nothing is sent and nobody is asked. */
export async function dryRun(
  context: CoreContext,
  { accountId, limit = SHOWN }: ContractInputs['sync']['dryRun'],
): Promise<Result<ContractOutputs['sync']['dryRun'], AppError>> {
  const { clock, store, syncStore } = context.ports
  const account = store.read((reader) => getAccount(reader, accountId))
  if (!account.ok) return account
  const open = await openAccount(context, account.value)
  if (!open.ok) return open
  const counts = syncStore.counts(accountId)
  const items = syncStore.items({ accountId, states: ['queued', 'failed', 'sending', 'unknown'] }, limit)
  const writes = store.read((reader) =>
    items.flatMap(({ entryId, urgent }): Write[] => {
      const wanted = wantedFor({ reader, syncStore }, open.value, entryId, urgent, clock.nowMs())
      if (wanted.kind === 'blocked') {
        return [{ entryId, kind: 'blocked', part: '', fields: null, changed: [], problem: wanted.problem }]
      }
      const known = syncStore
        .links(accountId, entryId)
        .map(({ part, remoteId, sent }) => ({ part, remoteId, base: sent }))
      const { rules } = open.value.provider.capabilities
      return planWrites(wanted.records, known, rules).map((write) => forWire(entryId, write))
    }),
  )
  return ok({ writes, entries: counts.queued + counts.failed + counts.sending + counts.unknown })
}

function forWire(entryId: string, write: PlannedWrite): Write {
  return {
    entryId,
    kind: write.kind,
    part: write.part,
    fields: write.kind === 'remove' ? null : fieldsForWire(write.fields),
    changed: write.kind === 'update' ? [...write.changed] : [],
    problem: null,
  }
}

export function fieldsForWire(fields: SyncFields) {
  return { ...fields, tags: [...fields.tags] }
}
