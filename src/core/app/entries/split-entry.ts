import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { appError } from '../../../shared/errors.ts'
import { err, ok } from '../../../shared/result.ts'
import { isClockEntry } from '../../domain/entries/entry-span.ts'
import type { Command } from '../run-command.ts'
import { notFound } from './entry-details.ts'
import { entryWords } from './entry-label.ts'
import { noClockTimes } from './find-entries.ts'

/** Two entries that touch at the instant; of a running one the second part runs on. */
export const splitEntry: Command<ContractInputs['entries']['split'], ContractOutputs['entries']['split']> = {
  name: 'entries.split',
  label: ({ entries: [first] }, _input, reader) =>
    `Split ${first === undefined ? 'an entry' : entryWords(first, reader)}`,
  run(writer, { id, atMs }, { nowMs, newId }) {
    const entry = writer.get('entry', id)
    if (entry === undefined) return err(notFound('entry', id))
    if (!isClockEntry(entry)) return err(noClockTimes(id))
    const { startedAtMs, endedAtMs } = entry.time
    const lastMs = endedAtMs ?? nowMs
    if (atMs <= startedAtMs || (endedAtMs === null ? atMs > lastMs : atMs >= lastMs)) {
      return err(
        appError('outside-entry', 'Choose a time inside the entry to split it there.', {
          id,
          startedAtMs,
          endedAtMs: lastMs,
        }),
      )
    }
    const first: Entry = { ...entry, time: { ...entry.time, endedAtMs: atMs }, updatedAtMs: nowMs }
    const second: Entry = {
      ...entry,
      id: newId(),
      time: { ...entry.time, startedAtMs: atMs },
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    }
    writer.put('entry', first)
    writer.put('entry', second)
    return ok({ entries: [first, second] })
  },
}
