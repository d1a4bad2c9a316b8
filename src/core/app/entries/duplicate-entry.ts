import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { EntryTime } from '../../../shared/contract/entities.ts'
import { MAX_INSTANT_MS, MIN_INSTANT_MS } from '../../../shared/contract/primitives.ts'
import { err, ok } from '../../../shared/result.ts'
import { instantToWall, wallToInstant } from '../../../shared/zone/wall-time.ts'
import { isRunning } from '../../domain/entries/entry-span.ts'
import type { Command } from '../run-command.ts'
import { detailsOf, invalid, notFound } from './entry-details.ts'
import { entryWords } from './entry-label.ts'
import { stillRunning } from './find-entries.ts'
import { newEntry } from './new-entry.ts'

/** On another day the copy begins at the same wall-clock time and lasts as long as the original. */
export const duplicateEntry: Command<ContractInputs['entries']['duplicate'], ContractOutputs['entries']['duplicate']> =
  {
    name: 'entries.duplicate',
    label: ({ entry }, _input, reader) => `Duplicate ${entryWords(entry, reader)}`,
    run(writer, { id, toDay }, moment) {
      const source = writer.get('entry', id)
      if (source === undefined) return err(notFound('entry', id))
      if (isRunning(source)) return err(stillRunning(id))
      const time = toDay === undefined ? source.time : movedTo(source.time, toDay)
      if (time.kind === 'clock' && (time.startedAtMs < MIN_INSTANT_MS || (time.endedAtMs ?? 0) > MAX_INSTANT_MS)) {
        return err(invalid('toDay', 'That day is too far away. Choose one between 1900 and 2999.'))
      }
      const entry = newEntry(moment, time, detailsOf(source), 'manual')
      writer.put('entry', entry)
      return ok({ entry })
    },
  }

function movedTo(time: EntryTime, day: string): EntryTime {
  if (time.kind === 'day') return { ...time, day }
  const { hour, minute, second } = instantToWall(time.startedAtMs, time.zone)
  const moved = wallToInstant({ day, hour, minute, second }, time.zone).ms
  const startedAtMs = moved + (((time.startedAtMs % 1000) + 1000) % 1000)
  return { ...time, startedAtMs, endedAtMs: startedAtMs + ((time.endedAtMs ?? time.startedAtMs) - time.startedAtMs) }
}
