import { err } from '../../../shared/result.ts'
import { accountCatalogue } from '../accounts/account-catalogue.ts'
import { getAccount } from '../accounts/account-parts.ts'
import { addAccount } from '../accounts/add-account.ts'
import { backfillAccount, removeAccount, setAccountState, updateAccount } from '../accounts/change-account.ts'
import { checkAccount, setSecret } from '../accounts/check-account.ts'
import { mapName } from '../accounts/map-names.ts'
import { statusOf } from '../accounts/status-of.ts'
import type { CoreContext } from '../core-context.ts'
import { createOnce } from '../once.ts'
import { runCommand } from '../run-command.ts'
import type { Sync } from '../sync/create-sync.ts'
import { notKept } from '../sync/open-account.ts'
import { unwrap } from './error-bridge.ts'
import type { ContractImplementer } from './implementer.ts'

/** Accounts at time providers. A secret comes in here and goes to the secrets' port; nothing gives one out. */
export function createAccountRoutes(os: ContractImplementer, context: CoreContext, sync: Sync) {
  const { providers, secrets, store, syncStore } = context.ports
  // The provider is asked before the command is kept: a repeated click must not ask twice.
  const addOnce = createOnce<Awaited<ReturnType<typeof addAccount>>>()
  const secretOnce = createOnce<Awaited<ReturnType<typeof setSecret>>>()
  const changed = <T extends { account: { id: string } }>(answer: T): T => {
    sync.reset(answer.account.id)
    return answer
  }
  return {
    accounts: {
      kinds: os.accounts.kinds.handler(() => ({ kinds: providers.kinds.map((kind) => ({ ...kind })) })),
      list: os.accounts.list.handler(() => ({
        accounts: store
          .read((reader) => reader.all('account'))
          .map((account) => ({ account, status: statusOf(context, account.id) })),
      })),
      add: os.accounts.add.handler(async ({ input, context: { actor } }) =>
        unwrap(await addOnce(input.commandKey, () => addAccount(context, input, actor))),
      ),
      update: os.accounts.update.handler(({ input, context: { actor } }) =>
        changed(unwrap(runCommand(context, updateAccount(context), input, actor))),
      ),
      setSecret: os.accounts.setSecret.handler(async ({ input, context: { actor } }) =>
        unwrap(await secretOnce(input.commandKey, () => setSecret(context, sync, input, actor))),
      ),
      check: os.accounts.check.handler(async ({ input, context: { actor } }) =>
        unwrap(await checkAccount(context, sync, input.id, actor)),
      ),
      pause: os.accounts.pause.handler(({ input, context: { actor } }) =>
        unwrap(runCommand(context, setAccountState('paused', 'Pause'), input, actor)),
      ),
      resume: os.accounts.resume.handler(({ input, context: { actor } }) =>
        changed(unwrap(runCommand(context, setAccountState('active', 'Resume'), input, actor))),
      ),
      remove: os.accounts.remove.handler(async ({ input, context: { actor } }) => {
        unwrap(store.read((reader) => getAccount(reader, input.id)))
        // The secret first: an account that is gone must not leave it behind.
        const forgotten = await secrets.remove(input.id)
        if (!forgotten.ok) return unwrap(err(notKept(forgotten.error)))
        providers.close(input.id)
        return changed(unwrap(runCommand(context, removeAccount(context), input, actor)))
      }),
      catalogue: os.accounts.catalogue.handler(async ({ input }) => unwrap(await accountCatalogue(context, input))),
      mapProject: os.accounts.mapProject.handler(({ input: { projectId, ...input }, context: { actor } }) =>
        unwrap(runCommand(context, mapName(context, 'project'), { ...input, localId: projectId }, actor)),
      ),
      mapActivity: os.accounts.mapActivity.handler(({ input: { activityId, ...input }, context: { actor } }) =>
        unwrap(runCommand(context, mapName(context, 'activity'), { ...input, localId: activityId }, actor)),
      ),
      preview: os.accounts.preview.handler(({ input: { id, fromDay } }) => {
        unwrap(store.read((reader) => getAccount(reader, id)))
        const entries = syncStore.countFrom(fromDay)
        return { entries, doneAtMs: entries === 0 ? null : providers.estimateEndMs(id, entries) }
      }),
      backfill: os.accounts.backfill.handler(({ input, context: { actor } }) =>
        changed(unwrap(runCommand(context, backfillAccount(context), input, actor))),
      ),
    },
  }
}
