import type { Account } from '../../../shared/contract/accounts.ts'
import type { ContractInputs } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { CoreContext } from '../core-context.ts'
import { definedFields } from '../defined-fields.ts'
import type { Command } from '../run-command.ts'
import { checkAddress, getAccount, nameTaken } from './account-parts.ts'

type OneAccount = { commandKey: string; id: string }

/** Settings of an account. What the new ones ask for is queued; nothing that was sent is taken back by it. */
export function updateAccount({
  ports: { providers, syncStore },
}: CoreContext): Command<ContractInputs['accounts']['update'], { account: Account }> {
  return {
    name: 'accounts.update',
    undoable: false,
    label: ({ account }) => `Edit account “${account.name}”`,
    run(writer, { commandKey: _key, id, ...fields }, { nowMs }) {
      const before = getAccount(writer, id)
      if (!before.ok) return before
      const account: Account = { ...before.value, ...definedFields(fields) }
      const baseUrl = checkAddress(providers, account.baseUrl)
      if (!baseUrl.ok) return baseUrl
      const taken = nameTaken(writer, account)
      if (taken !== undefined) return err(taken)
      const kept = { ...account, baseUrl: baseUrl.value }
      writer.put('account', kept)
      requeue(kept, before.value, nowMs)
      return ok({ account: kept })
    },
  }

  function requeue(account: Account, before: Account, nowMs: number): void {
    const isWider = account.fromDay < before.fromDay || (account.direction !== 'pull' && before.direction === 'pull')
    const isOther = account.workspaceId !== before.workspaceId || account.baseUrl !== before.baseUrl
    if (isWider || isOther) syncStore.saveProgress(account.id, { lookFromDay: account.fromDay, pullCursor: null })
    if (account.direction === 'pull') return
    if (isWider || JSON.stringify(account.rule) !== JSON.stringify(before.rule)) {
      syncStore.backfill(account.id, account.fromDay, nowMs)
    }
    // A default project, an activity or a template may be what they waited for.
    for (const code of ['needs-project', 'needs-activity', 'needs-note'])
      syncStore.retry({ accountId: account.id, code })
  }
}

/** Pause, resume, and what gives it a good credential again. */
export function setAccountState(state: Account['state'], label: string): Command<OneAccount, { account: Account }> {
  return {
    name: `accounts.${label.toLowerCase()}`,
    undoable: false,
    label: ({ account }) => `${label} account “${account.name}”`,
    run(writer, { id }) {
      const found = getAccount(writer, id)
      if (!found.ok) return found
      // An account without a credential does not go on by being resumed.
      const isStuck = found.value.state === 'needs-credential' && label === 'Resume'
      const account: Account = { ...found.value, state: isStuck ? 'needs-credential' : state }
      writer.put('account', account)
      return ok({ account })
    },
  }
}

/** The account, its queue, its links and all that is known of it. Entries stay, here and there. */
export function removeAccount({ ports: { syncStore } }: CoreContext): Command<OneAccount, { account: Account }> {
  return {
    name: 'accounts.remove',
    undoable: false,
    label: ({ account }) => `Remove account “${account.name}”`,
    run(writer, { id }) {
      const found = getAccount(writer, id)
      if (!found.ok) return found
      writer.remove('account', id)
      syncStore.forget(id)
      return ok({ account: found.value })
    },
  }
}

/** Sends from another day on. */
export function backfillAccount({
  ports: { syncStore },
}: CoreContext): Command<ContractInputs['accounts']['backfill'], { account: Account; queued: number }> {
  return {
    name: 'accounts.backfill',
    undoable: false,
    label: ({ account }) => `Send from ${account.fromDay} on to “${account.name}”`,
    run(writer, { id, fromDay }, { nowMs }): Result<{ account: Account; queued: number }, AppError> {
      const found = getAccount(writer, id)
      if (!found.ok) return found
      const account = { ...found.value, fromDay }
      writer.put('account', account)
      syncStore.saveProgress(id, { lookFromDay: fromDay })
      const queued = account.direction === 'pull' ? 0 : syncStore.backfill(id, fromDay, nowMs)
      return ok({ account, queued })
    },
  }
}
