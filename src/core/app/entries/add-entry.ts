import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import { ok } from '../../../shared/result.ts'
import { checkTime } from '../../domain/entries/check-time.ts'
import type { Command } from '../run-command.ts'
import { newDetails } from './entry-details.ts'
import { entryWords } from './entry-label.ts'
import { newEntry } from './new-entry.ts'

/** Overlaps are allowed and shown, never silently changed. */
export const addEntry: Command<ContractInputs['entries']['add'], ContractOutputs['entries']['add']> = {
  name: 'entries.add',
  label: ({ entry }, _input, reader) => `Add ${entryWords(entry, reader)}`,
  run(writer, input, moment) {
    const time = checkTime({ ...input.time, zone: input.time.zone ?? moment.zone })
    if (!time.ok) return time
    const details = newDetails(writer, input)
    if (!details.ok) return details
    const entry = newEntry(moment, time.value, details.value, 'manual')
    writer.put('entry', entry)
    return ok({ entry })
  },
}
