import type { LiveEvent } from '../../../shared/contract/live.ts'
import type { CoreContext } from '../core-context.ts'
import type { CommitNotice } from './commits.ts'
import { liveState } from './live-state.ts'

/** A receiver that is further behind than this gets one snapshot instead of every step. */
const MAX_WAITING = 64

/** The part of an AbortSignal that is needed here; core knows no DOM or Node types. */
interface StopSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/**
 * First a snapshot, then one delta per commit. A receiver that falls behind, or a restored profile, gets a new
 * snapshot: a gap is never papered over. Ends when `signal` aborts or the receiver leaves.
 */
export async function* subscribeLive(context: CoreContext, signal: StopSignal | undefined): AsyncGenerator<LiveEvent> {
  const waiting: CommitNotice[] = []
  let wake: (() => void) | undefined
  const dispose = context.commits.listen((notice) => {
    if (waiting.length >= MAX_WAITING) waiting.splice(0, waiting.length, null)
    else waiting.push(notice)
    wake?.()
  })
  const stop = () => wake?.()
  signal?.addEventListener('abort', stop)
  try {
    let state = liveState(context)
    yield { type: 'snapshot', state }
    while (signal?.aborted !== true) {
      const notice = waiting.shift()
      if (notice === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      const sentRevision = state.revision
      // Several commits may wait: the newest state already holds the older ones.
      if (notice !== null && notice.revision <= sentRevision) continue
      state = liveState(context)
      if (notice === null || notice.previousRevision !== sentRevision || notice.revision !== state.revision) {
        yield { type: 'snapshot', state }
      } else {
        const { kinds, days, previousRevision } = notice
        yield { type: 'delta', previousRevision, state, touched: { kinds: [...kinds], days: days && [...days] } }
      }
    }
  } finally {
    dispose()
    signal?.removeEventListener('abort', stop)
  }
}
