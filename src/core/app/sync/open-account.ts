import type { Account } from '../../../shared/contract/accounts.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { SecretError } from '../../ports/secrets.ts'
import type { TimeProvider } from '../../ports/time-provider.ts'
import type { CoreContext } from '../core-context.ts'

/** Under which an account's token or password is kept. */
export const SECRET_FIELD = 'token'

/** An account as it can be spoken to. */
export interface OpenAccount {
  readonly account: Account
  readonly provider: TimeProvider
  /** Days are cut in it: that of the profile there, else the machine's. */
  readonly zone: string
}

/** The adapter of an account with its secret. The secret goes from the one port to the other and nowhere else. */
export async function openAccount(context: CoreContext, account: Account): Promise<Result<OpenAccount, AppError>> {
  const { clock, providers, secrets, syncStore } = context.ports
  const secret = await secrets.get(account.id, SECRET_FIELD)
  if (!secret.ok) return err(notKept(secret.error))
  if (secret.value === null) {
    const message = `The account “${account.name}” has no token or password. Give it one.`
    return err(appError('secret-not-kept', message, { reason: 'none' }))
  }
  const { budget, zone } = syncStore.progress(account.id)
  const provider = await providers.open(account, secret.value, budget)
  if (provider === null) return err(unsupported(account.kind))
  return ok({ account, provider, zone: zone ?? clock.zone() })
}

export function unsupported(kind: string): AppError {
  return appError('unsupported', `This version of Stint cannot speak to ${kind} yet.`, { what: kind })
}

export function notKept({ code, message, mend }: SecretError): AppError {
  return appError('secret-not-kept', `${message} ${mend}`.trim(), { reason: code })
}
