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
export function subscribeLive(
  context: CoreContext,
  signal: StopSignal | undefined,
): AsyncGenerator<LiveEvent, void, void> {
  const waiter = createWaiter()
  const events = liveEvents(context, signal, waiter)
  const leave = events.return.bind(events)
  // A generator takes return() up only after the next() that waits: without this, leaving would wait for a commit.
  events.return = (value) => {
    waiter.end()
    return leave(value)
  }
  return events
}

async function* liveEvents(
  context: CoreContext,
  signal: StopSignal | undefined,
  waiter: Waiter,
): AsyncGenerator<LiveEvent, void, void> {
  const waiting: CommitNotice[] = []
  const dispose = context.commits.listen((notice) => {
    if (waiting.length >= MAX_WAITING) waiting.splice(0, waiting.length, null)
    else waiting.push(notice)
    waiter.wake()
  })
  signal?.addEventListener('abort', waiter.end)
  try {
    let state = liveState(context)
    yield { type: 'snapshot', state }
    while (signal?.aborted !== true && !waiter.ended) {
      const notice = waiting.shift()
      if (notice === undefined) {
        await waiter.wait()
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
    signal?.removeEventListener('abort', waiter.end)
  }
}

interface Waiter {
  /** Until the next `wake` or `end`. */
  wait(): Promise<void>
  wake(): void
  /** Wakes for good. */
  end(): void
  readonly ended: boolean
}

function createWaiter(): Waiter {
  let resolve: (() => void) | undefined
  let ended = false
  const wake = () => resolve?.()
  return {
    wake,
    end() {
      ended = true
      wake()
    },
    get ended() {
      return ended
    },
    wait: () =>
      new Promise<void>((done) => {
        resolve = done
        if (ended) done()
      }),
  }
}
