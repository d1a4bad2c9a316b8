import type { Account, AccountCheck } from '../../../shared/contract/accounts.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { nameKey } from '../../../shared/name-key.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Providers } from '../../ports/providers.ts'
import type { StoreReader } from '../../ports/store.ts'
import type { AccountCheck as Checked, TimeProvider } from '../../ports/time-provider.ts'
import { invalid, notFound } from '../entries/entry-details.ts'
import { providerRefused } from './provider-refused.ts'

export function getAccount(reader: StoreReader, id: string): Result<Account, AppError> {
  const account = reader.get('account', id)
  return account === undefined ? err(notFound('account', id)) : ok(account)
}

/** Another account of this name; names are how people tell accounts apart on the command line. */
export function nameTaken(reader: StoreReader, account: Pick<Account, 'id' | 'name'>): AppError | undefined {
  const other = reader
    .all('account')
    .find(({ id, name }) => id !== account.id && nameKey(name) === nameKey(account.name))
  if (other === undefined) return undefined
  const message = `There is an account called “${other.name}” already. Choose another name.`
  return appError('already-exists', message, { kind: 'account', id: other.id, name: other.name })
}

/** The address as it is kept, or why it cannot be. */
export function checkAddress(providers: Providers, baseUrl: string): Result<string, AppError> {
  const address = providers.address(baseUrl)
  return address.ok ? address : err(invalid('baseUrl', address.error))
}

/** Asks the provider who the credential belongs to, and whether the account's workspace is one of theirs. */
export async function askProvider(
  provider: TimeProvider,
  account: Account,
  nowMs: number,
): Promise<Result<{ readonly check: Checked; readonly account: Account }, AppError>> {
  const asked = await provider.check()
  if (!asked.ok) return err(providerRefused(asked.error, nowMs))
  const { workspaces } = asked.value
  const { workspaceId } = account
  if (workspaceId !== null && workspaces.length > 0 && !workspaces.some(({ id }) => id === workspaceId)) {
    const known = workspaces.map(({ id, name }) => `${id} (${name})`).join(', ')
    return err(invalid('workspaceId', `There is no workspace ${workspaceId} for this credential. There are ${known}.`))
  }
  // The provider names the one that is its owner's default first.
  return ok({ check: asked.value, account: { ...account, workspaceId: workspaceId ?? workspaces[0]?.id ?? null } })
}

export function checkForWire({ userName, zone, workspaces, missing }: Checked): AccountCheck {
  return { userName, zone, workspaces: workspaces.map(({ id, name }) => ({ id, name })), missing: [...missing] }
}
