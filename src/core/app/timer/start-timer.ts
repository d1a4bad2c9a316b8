import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import { newDetails } from '../entries/entry-details.ts'
import { entryWords } from '../entries/entry-label.ts'
import type { Command } from '../run-command.ts'
import { beginEntry } from './begin-entry.ts'

export const startTimer: Command<ContractInputs['timer']['start'], ContractOutputs['timer']['start']> = {
  name: 'timer.start',
  label: ({ entry, stopped }, _input, reader) =>
    `${stopped === null ? 'Start' : 'Switch to'} ${entryWords(entry, reader)}`,
  run(writer, input, moment) {
    const details = newDetails(writer, input)
    if (!details.ok) return details
    return beginEntry(writer, moment, {
      details: details.value,
      startedAtMs: input.startedAtMs,
      onOverlap: input.onOverlap,
    })
  },
}
