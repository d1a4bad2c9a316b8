import type { SyncState } from './sync-item.ts'

/** What of a provider's error the queue goes by; made from the taxonomy in `core/ports/provider-error.ts`. */
export interface ErrorFacts {
  readonly kind: string
  /** `wait`: may succeed later. `account`: nothing of the account can. `entry`: this one cannot as it is. */
  readonly stops: 'wait' | 'account' | 'entry'
  /** The write may have been carried out. */
  readonly mayHaveHappened: boolean
  /** When the provider lets us again, by our clock; null: it did not say. */
  readonly retryAtMs: number | null
}

export interface AfterError {
  readonly state: SyncState
  /** Whether the noted intent stays, to be looked for. */
  readonly keepIntent: boolean
  readonly attempts: number
  readonly notBeforeMs: number
  /** `until`: nothing else of this account before then either. `credential`: not before a person acted. */
  readonly account:
    | { readonly kind: 'none' }
    | { readonly kind: 'until'; readonly ms: number }
    | { readonly kind: 'credential' }
}

/** A write that may still be on its way is looked for only after this long: a search too early promises nothing. */
const SETTLE_MS = 30_000

/**
 * What becomes of an item after an error. `backOffMs(attempt)` comes with its jitter from outside. Nothing is ever
 * dropped: each outcome is a later attempt with a date, or `dead`, which a person sees.
 */
export function afterError(
  error: ErrorFacts,
  attempts: number,
  nowMs: number,
  backOffMs: (attempt: number) => number,
): AfterError {
  const next = attempts + 1
  if (error.mayHaveHappened) {
    const notBeforeMs = nowMs + Math.max(SETTLE_MS, backOffMs(next))
    return { state: 'unknown', keepIntent: true, attempts: next, notBeforeMs, account: { kind: 'none' } }
  }
  if (error.stops === 'account') {
    // Not counted: the entry is not at fault, and it is sent as soon as the credential holds again.
    return { state: 'queued', keepIntent: false, attempts, notBeforeMs: nowMs, account: { kind: 'credential' } }
  }
  if (error.stops === 'entry') {
    return { state: 'dead', keepIntent: false, attempts: next, notBeforeMs: nowMs, account: { kind: 'none' } }
  }
  const untilMs = error.retryAtMs ?? nowMs + backOffMs(next)
  const isOurs = error.kind === 'bad-payload' || error.kind === 'upstream'
  return {
    state: isOurs ? 'failed' : 'queued',
    keepIntent: false,
    attempts: isOurs ? next : attempts,
    notBeforeMs: isOurs ? untilMs : nowMs,
    // Offline and budgets concern all of the account alike; one broken answer does not.
    account: isOurs ? { kind: 'none' } : { kind: 'until', ms: untilMs },
  }
}
