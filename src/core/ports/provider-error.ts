import type { HttpFailure, SendPhase } from './http.ts'

/** Why a period cannot be written; `unknown` where the provider gives no reason. */
export type LockReason = 'approved' | 'invoiced' | 'closed' | 'exported' | 'unknown'

/**
 * Everything that can go wrong with a provider, as an adapter tells it. The list is closed: what an adapter cannot
 * name is `bad-payload`. Instants are UTC milliseconds of this machine's clock. `said` is a quote of the server, free
 * of secrets, or null.
 */
export type ProviderError =
  /** The credential is missing, wrong, expired or revoked. */
  | { readonly kind: 'unauthenticated'; readonly said: string | null }
  /** The credential holds, but lacks a right; `right` names it where the provider does. */
  | { readonly kind: 'forbidden'; readonly right: string | null; readonly said: string | null }
  | { readonly kind: 'not-found'; readonly what: string; readonly said: string | null }
  | { readonly kind: 'conflict'; readonly said: string | null }
  | {
      readonly kind: 'validation'
      readonly fields: readonly { readonly field: string; readonly reason: string }[]
      readonly said: string | null
    }
  | { readonly kind: 'period-locked'; readonly reason: LockReason; readonly said: string | null }
  | { readonly kind: 'quota-exhausted'; readonly resetAtMs: number | null; readonly scope: string }
  | { readonly kind: 'rate-limited'; readonly retryAtMs: number | null; readonly scope: string }
  | { readonly kind: 'feature-not-in-plan'; readonly said: string | null }
  | { readonly kind: 'upstream'; readonly status: number; readonly retryable: boolean; readonly said: string | null }
  | { readonly kind: 'network'; readonly phase: SendPhase; readonly cause: string }
  | { readonly kind: 'bad-payload'; readonly phase: SendPhase; readonly detail: string }
  | { readonly kind: 'unsupported'; readonly what: string }

export type ProviderErrorKind = ProviderError['kind']

/** What follows from an error, for the queue and for the person. */
interface Consequence {
  /** Plain words that fit every provider; the account's name and `said` are put beside them. */
  readonly happened: string
  readonly todo: string
  /**
   * `wait`: the same request may succeed later. `account`: nothing of this account can succeed until a person acts.
   * `entry`: this one thing cannot succeed as it is; others can.
   */
  readonly stops: 'wait' | 'account' | 'entry'
}

export const providerErrorTable = {
  unauthenticated: {
    happened: 'The provider does not accept the credential.',
    todo: 'Give the account a new token or password; what waits is kept and sent then.',
    stops: 'account',
  },
  forbidden: {
    happened: 'The credential does not have the right to do this.',
    todo: 'Ask for the right, or use a credential that has it; then choose retry.',
    stops: 'entry',
  },
  'not-found': {
    happened: 'The provider does not have it, or does not show it to you.',
    todo: 'Check the project and the workspace of the account; nothing was deleted here.',
    stops: 'entry',
  },
  conflict: {
    happened: 'It does not go together with what the provider has already.',
    todo: 'Compare the two under Conflicts and choose which holds.',
    stops: 'entry',
  },
  validation: {
    happened: 'The provider refuses what was sent.',
    todo: 'Mend the fields that are named, then choose retry.',
    stops: 'entry',
  },
  'period-locked': {
    happened: 'The period is locked at the provider.',
    todo: 'Have the period opened there and choose retry, or leave the entry as it is; it is safe here.',
    stops: 'entry',
  },
  'quota-exhausted': {
    happened: 'The provider takes no more requests for now: the quota is used up.',
    todo: 'Nothing; it goes on by itself when the quota starts anew.',
    stops: 'wait',
  },
  'rate-limited': {
    happened: 'The provider asks for a pause.',
    todo: 'Nothing; it goes on by itself after the pause.',
    stops: 'wait',
  },
  'feature-not-in-plan': {
    happened: 'The plan you have with the provider does not include this.',
    todo: 'Change the plan there, or switch this off for the account.',
    stops: 'entry',
  },
  upstream: {
    happened: 'The provider has a fault of its own.',
    todo: 'Nothing; it is tried again, and after a write it is looked first whether it arrived.',
    stops: 'wait',
  },
  network: {
    happened: 'The provider cannot be reached.',
    todo: 'Check the network and the address of the account; what waits is kept.',
    stops: 'wait',
  },
  'bad-payload': {
    happened: 'The answer of the provider cannot be understood.',
    todo: 'It is tried again. If it stays so, the address may be wrong or the provider may have changed: report it.',
    stops: 'wait',
  },
  unsupported: {
    happened: 'This provider cannot do this.',
    todo: 'Nothing to mend; the entry is kept here.',
    stops: 'entry',
  },
} as const satisfies Record<ProviderErrorKind, Consequence>

/** A failure of the http port in the words of the taxonomy. Not `aborted`: whoever cancels knows why. */
export function providerErrorOf(failure: HttpFailure, scope: string): ProviderError {
  const { kind, phase, cause } = failure
  switch (kind) {
    case 'over-budget':
      return { kind: 'rate-limited', retryAtMs: failure.allowedAtMs, scope }
    case 'too-large':
    case 'bad-payload':
    case 'redirected':
      return { kind: 'bad-payload', phase, detail: cause }
    default:
      return { kind: 'network', phase, cause }
  }
}

/** True where a write may have been carried out although no success was told: look for it before sending it again. */
export function mayHaveHappened(error: ProviderError): boolean {
  switch (error.kind) {
    case 'upstream':
      return true
    case 'network':
    case 'bad-payload':
      return error.phase === 'after-send'
    default:
      return false
  }
}
