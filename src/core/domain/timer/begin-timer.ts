import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { type ClockEntry, type FinishedEntry, refOf } from '../entries/entry-span.ts'

export interface BeginInput {
  readonly atMs: number
  readonly nowMs: number
  readonly running: ClockEntry | undefined
  /** Finished entries that share time with [atMs, nowMs). */
  readonly finished: readonly FinishedEntry[]
  readonly onOverlap: 'refuse' | 'cut' | 'overlap'
}

/** Entries to end earlier, at the instant the new one begins. */
export interface BeginPlan {
  readonly cut: readonly FinishedEntry[]
}

/**
 * Whether a timer may begin at `atMs`, and what that does to its neighbours: what runs stops at the same
 * instant; finished entries are never changed unless the caller chose to cut, and never cut to nothing.
 */
export function planBegin(input: BeginInput): Result<BeginPlan, AppError> {
  const { atMs, nowMs, running } = input
  if (atMs > nowMs) {
    return err(
      appError('in-future', 'A timer cannot start in the future. Choose now or an earlier time.', { atMs, nowMs }),
    )
  }
  if (running !== undefined && atMs < running.time.startedAtMs) {
    return err(
      running.time.startedAtMs > nowMs
        ? clockBehind(running.time.startedAtMs, nowMs)
        : appError(
            'starts-before-running',
            'The running entry began later than that. Stop or discard it first, or choose a later time.',
            { running: refOf(running) },
          ),
    )
  }
  return planReachBack(atMs, input.finished, input.onOverlap)
}

/** The part of `planBegin` that also holds when a running entry's start is moved back. */
export function planReachBack(
  atMs: number,
  finished: readonly FinishedEntry[],
  onOverlap: BeginInput['onOverlap'],
): Result<BeginPlan, AppError> {
  if (finished.length === 0 || onOverlap === 'overlap') return ok({ cut: [] })
  const canCut = finished.every((entry) => entry.time.startedAtMs < atMs)
  if (onOverlap === 'cut' && canCut) return ok({ cut: finished })
  const choice = canCut
    ? 'Cut the earlier entry there, or let the two overlap.'
    : 'It cannot be cut without losing a whole entry: choose a later time, or let them overlap.'
  return err(
    appError('starts-before-last-end', `That is before the end of an entry you already have. ${choice}`, {
      entries: finished.map(refOf),
      canCut,
    }),
  )
}

/** When a running entry may end at `atMs`. */
export function checkStop(running: ClockEntry, atMs: number, nowMs: number): Result<number, AppError> {
  const { startedAtMs } = running.time
  if (atMs > nowMs) {
    return err(
      appError('in-future', 'A timer cannot stop in the future. Choose now or an earlier time.', { atMs, nowMs }),
    )
  }
  if (atMs >= startedAtMs) return ok(atMs)
  if (startedAtMs > nowMs) return err(clockBehind(startedAtMs, nowMs))
  return err(
    appError('ends-before-start', 'That is before the start of the running entry. Choose a later time.', {
      startedAtMs,
      endedAtMs: atMs,
    }),
  )
}

function clockBehind(startedAtMs: number, nowMs: number): AppError {
  return appError(
    'clock-behind',
    "This computer's clock now shows a time before the running entry began, so its length is not known. " +
      'Set the clock right, or correct the start of the entry first.',
    { startedAtMs, nowMs },
  )
}
