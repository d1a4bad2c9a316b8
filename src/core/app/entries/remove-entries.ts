import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import { ok } from '../../../shared/result.ts'
import type { Command } from '../run-command.ts'
import { countWords, entryWords } from './entry-label.ts'
import { findEntries } from './find-entries.ts'

export const removeEntries: Command<ContractInputs['entries']['remove'], ContractOutputs['entries']['remove']> = {
  name: 'entries.remove',
  label: ({ entries: [first, ...rest] }, _input, reader) =>
    first !== undefined && rest.length === 0
      ? `Delete ${entryWords(first, reader)}`
      : `Delete ${countWords(rest.length + 1, 'entry', 'entries')}`,
  run(writer, input) {
    const found = findEntries(writer, input.ids)
    if (!found.ok) return found
    for (const entry of found.value) writer.remove('entry', entry.id)
    return ok({ entries: found.value })
  },
}
