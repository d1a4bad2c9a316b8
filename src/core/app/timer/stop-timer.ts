import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { appError } from '../../../shared/errors.ts'
import { err, ok } from '../../../shared/result.ts'
import { isRunning } from '../../domain/entries/entry-span.ts'
import { checkStop } from '../../domain/timer/begin-timer.ts'
import { newDetails } from '../entries/entry-details.ts'
import { entryWords } from '../entries/entry-label.ts'
import { newEntry } from '../entries/new-entry.ts'
import type { Command } from '../run-command.ts'

/** Ends the running entry; with the setting saveAndContinue an empty one begins at the same instant (Toki2's habit). */
export const stopTimer: Command<ContractInputs['timer']['stop'], ContractOutputs['timer']['stop']> = {
  name: 'timer.stop',
  label: ({ entry }, _input, reader) => `Stop ${entryWords(entry, reader)}`,
  run(writer, input, moment) {
    const running = writer.runningEntry()
    if (running === undefined || !isRunning(running)) return err(nothingRunning())
    const endedAtMs = checkStop(running, input.endedAtMs ?? moment.nowMs, moment.nowMs)
    if (!endedAtMs.ok) return endedAtMs
    const entry: Entry = {
      ...running,
      time: { ...running.time, endedAtMs: endedAtMs.value },
      updatedAtMs: moment.nowMs,
    }
    writer.put('entry', entry)
    if (!writer.settings().saveAndContinue) return ok({ entry, next: null })

    const details = newDetails(writer, {})
    if (!details.ok) return details
    const time = { kind: 'clock', startedAtMs: endedAtMs.value, endedAtMs: null, zone: moment.zone } as const
    const next = newEntry(moment, time, details.value, 'timer')
    writer.put('entry', next)
    return ok({ entry, next })
  },
}

export function nothingRunning() {
  return appError('nothing-running', 'No timer is running.', {})
}
