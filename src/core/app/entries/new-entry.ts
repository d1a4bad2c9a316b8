import type { Entry, EntryTime } from '../../../shared/contract/entities.ts'
import type { CommandMoment } from '../run-command.ts'
import type { EntryDetails } from './entry-details.ts'

/** A new entry as it is stored; nothing is written here. */
export function newEntry(
  moment: CommandMoment,
  time: EntryTime,
  details: EntryDetails,
  source: Entry['source'],
): Entry {
  return {
    id: moment.newId(),
    time,
    ...details,
    source,
    importBatchId: null,
    createdAtMs: moment.nowMs,
    updatedAtMs: moment.nowMs,
  }
}
