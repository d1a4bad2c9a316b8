import type { Entry } from '../../../shared/contract/entities.ts'
import type { AppError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { isFinished, isRunning } from '../../domain/entries/entry-span.ts'
import { planBegin } from '../../domain/timer/begin-timer.ts'
import type { StoreWriter } from '../../ports/store.ts'
import type { EntryDetails } from '../entries/entry-details.ts'
import { newEntry } from '../entries/new-entry.ts'
import type { CommandMoment } from '../run-command.ts'

export interface Begin {
  readonly details: EntryDetails
  readonly startedAtMs: number | undefined
  readonly onOverlap: 'refuse' | 'cut' | 'overlap' | undefined
}

/**
 * The one place where a timer begins, for start, continue and save-and-continue: what runs stops at the same
 * instant, entries are cut only by the caller's choice, and the new entry runs.
 */
export function beginEntry(
  writer: StoreWriter,
  moment: CommandMoment,
  begin: Begin,
): Result<{ entry: Entry; stopped: Entry | null }, AppError> {
  const { nowMs, zone } = moment
  const atMs = begin.startedAtMs ?? nowMs
  const running = writer.runningEntry()
  const finished = writer.entriesBetween(atMs, nowMs).filter(isFinished)
  const plan = planBegin({
    atMs,
    nowMs,
    running: running !== undefined && isRunning(running) ? running : undefined,
    finished,
    onOverlap: begin.onOverlap ?? 'refuse',
  })
  if (!plan.ok) return plan
  for (const entry of plan.value.cut) {
    writer.put('entry', { ...entry, time: { ...entry.time, endedAtMs: atMs }, updatedAtMs: nowMs })
  }
  let stopped: Entry | null = null
  if (running !== undefined && isRunning(running)) {
    stopped = { ...running, time: { ...running.time, endedAtMs: atMs }, updatedAtMs: nowMs }
    writer.put('entry', stopped)
  }
  const entry = newEntry(moment, { kind: 'clock', startedAtMs: atMs, endedAtMs: null, zone }, begin.details, 'timer')
  writer.put('entry', entry)
  return ok({ entry, stopped })
}
