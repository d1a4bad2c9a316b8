import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { Entry, EntryTime } from '../../../shared/contract/entities.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { checkTime } from '../../domain/entries/check-time.ts'
import { type ClockEntry, isFinished, isRunning } from '../../domain/entries/entry-span.ts'
import { checkStop, planBegin, planReachBack } from '../../domain/timer/begin-timer.ts'
import type { StoreWriter } from '../../ports/store.ts'
import type { Command, CommandMoment } from '../run-command.ts'
import { detailsOf, invalid, mergedDetails, notFound } from './entry-details.ts'
import { entryWords } from './entry-label.ts'

type Input = ContractInputs['entries']['update']

/** Edits any field of any entry, the running one included. What is left out stays. */
export const updateEntry: Command<Input, ContractOutputs['entries']['update']> = {
  name: 'entries.update',
  label: ({ entry }, _input, reader) => `Edit ${entryWords(entry, reader)}`,
  run(writer, input, moment) {
    const before = writer.get('entry', input.id)
    if (before === undefined) return err(notFound('entry', input.id))
    const details = mergedDetails(writer, detailsOf(before), input)
    if (!details.ok) return details
    const time = editedTime(writer, before, input, moment)
    if (!time.ok) return time
    const entry: Entry = { ...before, ...details.value, time: time.value, updatedAtMs: moment.nowMs }
    writer.put('entry', entry)
    return ok({ entry })
  },
}

function editedTime(
  writer: StoreWriter,
  before: Entry,
  input: Input,
  moment: CommandMoment,
): Result<EntryTime, AppError> {
  if (input.time === undefined) return ok(before.time)
  const time: EntryTime = { ...input.time, zone: input.time.zone ?? before.time.zone }
  if (isRunning(before)) return runningTime(writer, before, time, input, moment)
  if (time.kind === 'clock' && time.endedAtMs === null) {
    const message = 'A finished entry keeps an end. To go on with it, continue it: that starts a new one.'
    return err(invalid('time.endedAtMs', message))
  }
  return checkTime(time)
}

/** A running entry may start earlier or later, or get its end; it cannot become an amount without clock times. */
function runningTime(
  writer: StoreWriter,
  before: ClockEntry,
  time: EntryTime,
  input: Input,
  { nowMs }: CommandMoment,
): Result<EntryTime, AppError> {
  if (time.kind === 'day') {
    return err(
      appError('still-running', 'Stop the timer first: a running entry needs its clock times.', { id: before.id }),
    )
  }
  const begin = planBegin({ atMs: time.startedAtMs, nowMs, running: undefined, finished: [], onOverlap: 'overlap' })
  if (!begin.ok) return begin
  if (time.startedAtMs < before.time.startedAtMs) {
    const reached = writer.entriesBetween(time.startedAtMs, before.time.startedAtMs).filter(isFinished)
    const plan = planReachBack(time.startedAtMs, reached, input.onOverlap ?? 'refuse')
    if (!plan.ok) return plan
    for (const entry of plan.value.cut) {
      writer.put('entry', { ...entry, time: { ...entry.time, endedAtMs: time.startedAtMs }, updatedAtMs: nowMs })
    }
  }
  if (time.endedAtMs === null) return ok(time)
  const stop = checkStop({ ...before, time }, time.endedAtMs, nowMs)
  return stop.ok ? checkTime(time) : stop
}
