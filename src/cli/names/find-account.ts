import { ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { text } from '../command/option-spec.ts'
import type { ListedAccount } from '../present/account-text.ts'
import { findByName } from './find-by-name.ts'

export async function loadAccounts(context: CliContext): Promise<Result<readonly ListedAccount[], CliError>> {
  const asked = await context.ask((client) => client.accounts.list({}))
  return asked.ok ? ok(asked.value.accounts) : asked
}

/** An account by its name or id. */
export async function findAccount(context: CliContext, typed: string): Promise<Result<ListedAccount, CliError>> {
  const accounts = await loadAccounts(context)
  if (!accounts.ok) return accounts
  const found = findByName(typed, {
    kind: 'account',
    command: 'accounts',
    things: accounts.value.map((each) => ({ ...each, id: each.account.id })),
    namesOf: ({ account }) => [account.name],
  })
  return found.ok ? ok({ account: found.value.account, status: found.value.status }) : found
}

/** For commands that may be narrowed to one account. */
export const accountOption = text('--account <name>', 'Only this account', { complete: 'accounts' })

/** The account that was named, or all. */
export async function chosenAccounts(
  context: CliContext,
  typed: string | undefined,
): Promise<Result<readonly ListedAccount[], CliError>> {
  if (typed === undefined) return loadAccounts(context)
  const found = await findAccount(context, typed)
  return found.ok ? ok([found.value]) : found
}
