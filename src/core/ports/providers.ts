import type { Account, TimeProviderKind } from '../../shared/contract/accounts.ts'
import type { Result } from '../../shared/result.ts'
import type { TimeProvider } from './time-provider.ts'

/** The vendors that this version knows, and the way out to them. */
export interface Providers {
  readonly kinds: readonly {
    readonly kind: TimeProviderKind
    /** Where it lives by itself; null: each has an address of its own. */
    readonly baseUrl: string | null
    readonly supported: boolean
  }[]
  /** An address as it is kept, or why an account may not be configured with it, in words. */
  address(baseUrl: string): Result<string, string>
  /**
   * The adapter of an account; null: this kind is not supported. From now on requests of this account go with these
   * settings and this secret. `budget` is what was kept of an earlier `budgetOf`.
   */
  open(account: Account, secret: string, budget: string | null): Promise<TimeProvider | null>
  /** Drops an account's secret; its requests are refused from now on. */
  close(accountId: string): void
  /** How many entries may be sent beside each other: one where a budget sets the pace. */
  atOnce(accountId: string): number
  /** What was spent, to be kept over a restart; null: nothing was asked yet. */
  budgetOf(accountId: string): string | null
  /** What the provider said is left; null: it has not. */
  budgetLeft(accountId: string): { readonly remaining: number; readonly resetAtMs: number } | null
  /** When so many writes of the background would be done at the pace the provider allows. */
  estimateEndMs(accountId: string, writes: number): number | null
}
