import type { Account, AccountCheck } from '../../../shared/contract/accounts.ts'
import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { CoreContext } from '../core-context.ts'
import { runCommand } from '../run-command.ts'
import type { Sync } from '../sync/create-sync.ts'
import { notKept, openAccount, SECRET_FIELD, unsupported } from '../sync/open-account.ts'
import { askProvider, checkForWire, getAccount } from './account-parts.ts'
import { setAccountState } from './change-account.ts'
import { providerRefused } from './provider-refused.ts'

/** Who the account's credential belongs to, and which rights it lacks. A good answer sets a stopped account going. */
export async function checkAccount(
  context: CoreContext,
  sync: Sync,
  id: string,
  actor: string,
): Promise<Result<AccountCheck, AppError>> {
  const { clock, ids, store, syncStore } = context.ports
  const account = store.read((reader) => getAccount(reader, id))
  if (!account.ok) return account
  const open = await openAccount(context, account.value)
  if (!open.ok) return open
  const asked = await open.value.provider.check()
  if (!asked.ok) return err(providerRefused(asked.error, clock.nowMs()))
  const { userName, zone } = asked.value
  syncStore.saveProgress(id, { userName, zone, problem: null, notBeforeMs: 0 })
  if (account.value.state === 'needs-credential') {
    const going = runCommand(
      context,
      setAccountState('active', 'Check'),
      { commandKey: `check:${ids.next()}`, id },
      actor,
    )
    if (!going.ok) return going
  }
  sync.reset(id)
  return ok(checkForWire(asked.value))
}

/** Gives the account another token or password, once the provider has accepted it. */
export async function setSecret(
  context: CoreContext,
  sync: Sync,
  { commandKey, id, secret }: ContractInputs['accounts']['setSecret'],
  actor: string,
): Promise<Result<ContractOutputs['accounts']['setSecret'], AppError>> {
  const { clock, providers, secrets, store, syncStore } = context.ports
  const found = store.read((reader) => getAccount(reader, id))
  if (!found.ok) return found
  const provider = await providers.open(found.value, secret, providers.budgetOf(id) ?? syncStore.progress(id).budget)
  if (provider === null) return err(unsupported(found.value.kind))
  const asked = await askProvider(provider, found.value, clock.nowMs())
  const kept = asked.ok ? await secrets.set(id, SECRET_FIELD, secret) : undefined
  // Whatever happened, the next request asks for what is kept.
  sync.reset(id)
  if (!asked.ok || kept?.ok !== true) {
    providers.close(id)
    return asked.ok ? err(kept?.ok === false ? notKept(kept.error) : unsupported(found.value.kind)) : asked
  }
  const { userName, zone } = asked.value.check
  syncStore.saveProgress(id, { userName, zone, problem: null, notBeforeMs: 0 })
  const state: Account['state'] = found.value.state === 'paused' ? 'paused' : 'active'
  const set = runCommand(context, setAccountState(state, 'Credential of'), { commandKey, id }, actor)
  if (!set.ok) return set
  return ok({ account: set.value.account, check: checkForWire(asked.value.check) })
}
