import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { parseDuration } from '../../../shared/time-input/parse-duration.ts'

const DAY_TARGET_LIMIT_MS = 24 * 3_600_000
export const MIN_BACKUPS_KEPT = 3
export const MAX_BACKUPS_KEPT = 365

/** What a typed day target means in ms; nothing typed is no target. Else words that say what to type instead. */
export function readDayTarget(text: string): Result<number | null, string> {
  if (text.trim() === '') return ok(null)
  const parsed = parseDuration(text)
  if (!parsed.ok) return err(parsed.error.message)
  const { durationMs } = parsed.value
  return durationMs > DAY_TARGET_LIMIT_MS ? err('A day has 24 hours. Write a shorter target.') : ok(durationMs)
}

/** The target as it is edited; `readDayTarget` reads it back, to the second. */
export function dayTargetText(targetMs: number | null): string {
  return targetMs === null || targetMs === 0 ? '' : formatDurationProse(targetMs)
}

/** A typed number of backups to keep, within what the host takes. Else words that say what to type instead. */
export function readBackupsKept(text: string): Result<number, string> {
  const typed = text.trim()
  const kept = Number(typed)
  const isFit = /^\d{1,3}$/.test(typed) && kept >= MIN_BACKUPS_KEPT && kept <= MAX_BACKUPS_KEPT
  return isFit ? ok(kept) : err(`Write a number from ${MIN_BACKUPS_KEPT} to ${MAX_BACKUPS_KEPT}.`)
}
