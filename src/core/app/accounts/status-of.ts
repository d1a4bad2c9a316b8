import type { AccountStatus } from '../../../shared/contract/accounts.ts'
import type { CoreContext } from '../core-context.ts'

/** Provider requests are told as entries: mostly one write each. */
export function statusOf({ ports }: CoreContext, accountId: string): AccountStatus {
  const { clock, providers, syncStore } = ports
  const { queued, sending, unknown, failed, dead, conflicts } = syncStore.counts(accountId)
  const { lastSuccessAtMs, notBeforeMs, problem } = syncStore.progress(accountId)
  const waiting = queued + sending + unknown + failed
  return {
    queued,
    sending,
    unknown,
    failed,
    dead,
    conflicts,
    lastSuccessAtMs,
    notBeforeMs: notBeforeMs > clock.nowMs() ? notBeforeMs : null,
    problem,
    doneAtMs: waiting === 0 ? null : providers.estimateEndMs(accountId, waiting),
    budget: providers.budgetLeft(accountId),
  }
}
