import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import { appError } from '../../../shared/errors.ts'
import { err } from '../../../shared/result.ts'
import { getAccount } from '../accounts/account-parts.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound } from '../entries/entry-details.ts'
import { createOnce } from '../once.ts'
import { runCommand } from '../run-command.ts'
import type { Sync } from '../sync/create-sync.ts'
import { dryRun, fieldsForWire } from '../sync/dry-run.ts'
import { openAccount } from '../sync/open-account.ts'
import { resolveConflict } from '../sync/resolve-conflict.ts'
import { unwrap } from './error-bridge.ts'
import type { ContractImplementer } from './implementer.ts'

const SHOWN = 100

/** The queue: what waits, what failed and why, and what a person has to decide. */
export function createSyncRoutes(os: ContractImplementer, context: CoreContext, sync: Sync) {
  const { store, syncStore } = context.ports
  const runOnce = createOnce<ContractOutputs['sync']['run']>()
  const retryOnce = createOnce<ContractOutputs['sync']['retry']>()
  return {
    sync: {
      run: os.sync.run.handler(async ({ input: { accountId, commandKey } }) => {
        if (accountId !== undefined) unwrap(store.read((reader) => getAccount(reader, accountId)))
        return runOnce(commandKey, () => sync.run(accountId))
      }),
      items: os.sync.items.handler(({ input: { accountId, states, limit = SHOWN } }) => ({
        items: syncStore.items({ accountId, states }, limit).map((item) => ({
          accountId: item.accountId,
          entryId: item.entryId,
          state: item.state,
          attempts: item.attempts,
          queuedAtMs: item.queuedAtMs,
          notBeforeMs: item.notBeforeMs === 0 ? null : item.notBeforeMs,
          problem: item.problem,
        })),
      })),
      retry: os.sync.retry.handler(({ input: { commandKey, ...choice } }) =>
        retryOnce(commandKey, async () => {
          const queued = syncStore.retry(choice)
          for (const { id } of store.read((reader) => reader.all('account'))) {
            if (queued > 0 && (choice.accountId ?? id) === id) sync.reset(id)
          }
          sync.wake()
          return { queued }
        }),
      ),
      conflicts: os.sync.conflicts.handler(({ input: { accountId, limit = SHOWN } }) => ({
        conflicts: syncStore
          .conflicts(accountId, limit)
          .map(({ sent, seen: _seen, mine, theirs, fields, ...rest }) => ({
            ...rest,
            base: fieldsForWire(sent),
            mine: mine && fieldsForWire(mine),
            theirs: theirs && fieldsForWire(theirs),
            fields: [...fields],
          })),
      })),
      resolve: os.sync.resolve.handler(async ({ input, context: { actor } }) => {
        const conflict = syncStore.conflict(input.conflictId)
        if (conflict === undefined) return unwrap(err(notFound('conflict', input.conflictId)))
        const account = unwrap(store.read((reader) => getAccount(reader, conflict.accountId)))
        const open = await openAccount(context, account)
        if (!open.ok) return unwrap(err(appError('fix-not-possible', open.error.message, { fix: 'resolve' })))
        const resolved = unwrap(runCommand(context, resolveConflict(context, open.value), input, actor))
        sync.wake()
        return resolved
      }),
      dryRun: os.sync.dryRun.handler(async ({ input }) => unwrap(await dryRun(context, input))),
    },
  }
}
