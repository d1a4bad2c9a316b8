import type { Entry } from '../../../shared/contract/entities.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { type FinishedEntry, isFinished, isRunning } from '../../domain/entries/entry-span.ts'
import type { StoreReader } from '../../ports/store.ts'
import { notFound } from './entry-details.ts'

/** All of these entries by start, or the first id that is missing: a command over many is whole or refused. */
export function findEntries(reader: StoreReader, ids: readonly string[]): Result<Entry[], AppError> {
  const entries = reader.entriesByIds(ids)
  const found = new Set(entries.map((entry) => entry.id))
  const missing = ids.find((id) => !found.has(id))
  return missing === undefined ? ok(entries) : err(notFound('entry', missing))
}

/** The entry with clock times and an end, or why it is not one. */
export function requireFinished(entry: Entry): Result<FinishedEntry, AppError> {
  if (isFinished(entry)) return ok(entry)
  return err(isRunning(entry) ? stillRunning(entry.id) : noClockTimes(entry.id))
}

export function stillRunning(id: string): AppError {
  return appError('still-running', 'This entry is still running. Stop it first.', { id })
}

export function noClockTimes(id: string): AppError {
  return appError('no-clock-times', 'This entry has a duration but no clock times. Give it a start and an end first.', {
    id,
  })
}
