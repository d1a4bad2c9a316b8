import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import { backOffMs } from '../../domain/budget/back-off.ts'
import type { Dispose } from '../../ports/scheduler.ts'
import { statusOf } from '../accounts/status-of.ts'
import type { CoreContext } from '../core-context.ts'
import { type AccountRunner, createAccountRunner } from './account-runner.ts'
import { watchSync } from './watch-sync.ts'

/** How long one asked-for pass may take before it says `more`. */
const PASS_MS = 20_000

export interface Sync {
  /** One pass over one account, or all that are active. */
  run(accountId?: string): Promise<ContractOutputs['sync']['run']>
  runner(accountId: string): AccountRunner
  /** The account or its secret changed: what was known of it is void. */
  reset(accountId: string): void
  /** Something waits that no commit tells of: hosts that watch look at once. */
  wake(): void
  watch(): Dispose
}

export function createSync(context: CoreContext): Sync {
  const { clock, store, syncStore } = context.ports
  const runners = new Map<string, AccountRunner>()
  let isRecovered = false
  let wakeWatch: () => void = () => undefined

  function runner(accountId: string): AccountRunner {
    // Before the first thing is sent, and never again: what is being sent later is ours.
    if (!isRecovered) syncStore.recover()
    isRecovered = true
    const known = runners.get(accountId) ?? createAccountRunner(context, accountId)
    runners.set(accountId, known)
    return known
  }

  return {
    runner,
    async run(accountId) {
      const accounts = store
        .read((reader) => reader.all('account'))
        .filter(({ id, state }) => (accountId === undefined ? state === 'active' : id === accountId))
      const untilMs = clock.monotonicMs() + PASS_MS
      const passed = await Promise.all(
        accounts.map(async ({ id }) => ({ id, ...(await runner(id).pass({ pull: true, untilMs })) })),
      )
      const nextAtMs = accounts.flatMap(({ id }) => runner(id).nextAtMs() ?? [])
      return {
        accounts: passed.map(({ id, sent, fetched }) => ({
          accountId: id,
          sent,
          fetched,
          status: statusOf(context, id),
        })),
        more: passed.some(({ more }) => more),
        nextAtMs: nextAtMs.length === 0 ? null : Math.min(...nextAtMs),
      }
    },
    wake: () => wakeWatch(),
    reset: (accountId) => runners.get(accountId)?.reset(),
    watch() {
      const watching = watchSync(context, { runner, jitterMs })
      wakeWatch = watching.wake
      return () => {
        wakeWatch = () => undefined
        watching.stop()
        for (const each of runners.values()) each.stop()
      }
    },
  }

  function jitterMs(spreadMs: number): number {
    return backOffMs(1, { baseMs: spreadMs, capMs: spreadMs }, context.ports.random())
  }
}
