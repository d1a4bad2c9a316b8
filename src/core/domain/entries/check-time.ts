import type { EntryTime } from '../../../shared/contract/entities.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { MAX_ENTRY_MS } from '../../../shared/limits.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

/** Whether typed times make an entry: not ending before they start, and not longer than 999 h. */
export function checkTime(time: EntryTime): Result<EntryTime, AppError> {
  if (time.kind === 'day' || time.endedAtMs === null) return ok(time)
  const { startedAtMs, endedAtMs } = time
  if (endedAtMs < startedAtMs) {
    return err(
      appError('ends-before-start', 'The end is before the start. Correct one of them.', { startedAtMs, endedAtMs }),
    )
  }
  if (endedAtMs - startedAtMs > MAX_ENTRY_MS) {
    return err(
      appError('too-long', 'That is longer than 999 hours. Check the dates, or enter it as several entries.', {
        limitMs: MAX_ENTRY_MS,
      }),
    )
  }
  return ok(time)
}
