import { type AfterError, afterError } from '../../domain/sync/after-error.ts'
import type { SyncItem, SyncProblem } from '../../domain/sync/sync-item.ts'
import { mayHaveHappened, type ProviderError, providerErrorTable } from '../../ports/provider-error.ts'
import type { PushContext, PushOutcome } from './push-context.ts'

/** A provider's error in words for the person. */
export function problemOf(error: ProviderError, atMs: number): SyncProblem {
  const { happened, todo } = providerErrorTable[error.kind]
  return { code: error.kind, happened, todo, said: saidBy(error), atMs }
}

function saidBy(error: ProviderError): string | null {
  switch (error.kind) {
    case 'validation':
      return error.fields.length === 0
        ? error.said
        : error.fields.map(({ field, reason }) => `${field}: ${reason}`).join('; ')
    case 'network':
      return error.cause
    case 'bad-payload':
      return error.detail
    case 'unsupported':
      return error.what
    case 'quota-exhausted':
    case 'rate-limited':
      return null
    default:
      return error.said
  }
}

/** Notes what an error makes of an item, and says what it means for the account. */
export function noteProblem(
  context: PushContext,
  item: SyncItem,
  error: ProviderError,
  /** `check`: before anything was noted or sent. */
  during: 'write' | 'look' | 'check',
): PushOutcome {
  const nowMs = context.nowMs()
  const problem = problemOf(error, nowMs)
  const after = afterError(
    {
      kind: error.kind,
      stops: providerErrorTable[error.kind].stops,
      // Looking changes nothing there; but what is being looked for is as unknown as before.
      mayHaveHappened: during === 'write' && mayHaveHappened(error),
      retryAtMs: retryAtOf(error),
    },
    item.attempts,
    nowMs,
    (attempt) => context.backOffMs(attempt),
  )
  const isStillUnknown = during === 'look' && after.state !== 'dead'
  context.store.saveItem(context.accountId, {
    ...item,
    state: isStillUnknown ? 'unknown' : after.state,
    attempts: after.attempts,
    notBeforeMs: after.notBeforeMs,
    intent: after.keepIntent || during === 'look' ? item.intent : null,
    problem,
  })
  return outcomeOf(after, problem)
}

function outcomeOf({ account }: AfterError, problem: SyncProblem): PushOutcome {
  switch (account.kind) {
    case 'credential':
      return { kind: 'credential', problem }
    case 'until':
      return { kind: 'wait', untilMs: account.ms, problem }
    default:
      return { kind: 'next' }
  }
}

function retryAtOf(error: ProviderError): number | null {
  if (error.kind === 'quota-exhausted') return error.resetAtMs
  return error.kind === 'rate-limited' ? error.retryAtMs : null
}
