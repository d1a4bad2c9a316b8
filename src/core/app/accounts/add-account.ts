import type { Account } from '../../../shared/contract/accounts.ts'
import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import type { AccountCheck } from '../../ports/time-provider.ts'
import type { CoreContext } from '../core-context.ts'
import { invalid } from '../entries/entry-details.ts'
import { type Command, runCommand } from '../run-command.ts'
import { notKept, SECRET_FIELD, unsupported } from '../sync/open-account.ts'
import { askProvider, checkAddress, checkForWire, nameTaken } from './account-parts.ts'

type Input = ContractInputs['accounts']['add']
type Output = ContractOutputs['accounts']['add']

/**
 * Makes an account once the provider has accepted its credential. The secret goes to the secrets' port and to the
 * provider; the command that is kept, its key's hash and its change rows know nothing of it.
 */
export async function addAccount(context: CoreContext, input: Input, actor: string): Promise<Result<Output, AppError>> {
  const { clock, ids, providers, secrets, store } = context.ports
  const drafted = draft(context, input, ids.next())
  if (!drafted.ok) return drafted
  const taken = store.read((reader) => nameTaken(reader, drafted.value))
  if (taken !== undefined) return err(taken)
  const { id } = drafted.value
  const provider = await providers.open(drafted.value, input.secret, null)
  if (provider === null) return err(unsupported(input.kind))
  const asked = await askProvider(provider, drafted.value, clock.nowMs())
  if (!asked.ok) {
    providers.close(id)
    return asked
  }
  const { account, check } = asked.value
  const kept = await secrets.set(id, SECRET_FIELD, input.secret)
  if (!kept.ok) {
    providers.close(id)
    return err(notKept(kept.error))
  }
  const added = runCommand(context, keepAccount(context, account, check), { commandKey: input.commandKey }, actor)
  if (!added.ok) {
    providers.close(id)
    await secrets.remove(id)
    return added
  }
  return ok({ account: added.value.account, check: checkForWire(check) })
}

function draft({ ports }: CoreContext, input: Input, id: string): Result<Account, AppError> {
  const { clock, providers } = ports
  const vendor = providers.kinds.find(({ kind }) => kind === input.kind)
  if (vendor?.supported !== true) return err(unsupported(input.kind))
  const wanted = input.baseUrl ?? vendor.baseUrl
  if (wanted === null) return err(invalid('baseUrl', `Give the address of your ${input.kind}.`))
  const baseUrl = checkAddress(providers, wanted)
  if (!baseUrl.ok) return baseUrl
  const nowMs = clock.nowMs()
  return ok({
    id,
    kind: input.kind,
    name: input.name,
    baseUrl: baseUrl.value,
    direction: input.direction ?? 'push',
    fromDay: input.fromDay ?? dayOf(nowMs, clock.zone()),
    rule: input.rule ?? { kind: 'all' },
    workspaceId: input.workspaceId ?? null,
    defaultProjectId: input.defaultProjectId ?? null,
    defaultActivityId: input.defaultActivityId ?? null,
    tags: input.tags ?? [],
    noteTemplate: input.noteTemplate ?? '',
    user: input.user ?? null,
    instance: input.instance ?? null,
    org: input.org ?? null,
    state: 'active',
    createdAtMs: nowMs,
  })
}

function keepAccount(
  { ports: { syncStore } }: CoreContext,
  account: Account,
  check: AccountCheck,
): Command<{ commandKey: string }, { account: Account }> {
  return {
    name: 'accounts.add',
    undoable: false,
    label: () => `Add account “${account.name}”`,
    run(writer, _input, { nowMs }) {
      const taken = nameTaken(writer, account)
      if (taken !== undefined) return err(taken)
      writer.put('account', account)
      // What is there already (by an earlier account, by hand) is looked for before anything is sent.
      syncStore.saveProgress(account.id, {
        userName: check.userName,
        zone: check.zone,
        lookFromDay: account.fromDay,
        lastSuccessAtMs: nowMs,
      })
      if (account.direction !== 'pull') syncStore.backfill(account.id, account.fromDay, nowMs)
      return ok({ account })
    },
  }
}
