import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import { err } from '../../../shared/result.ts'
import { detailsOf, notFound } from '../entries/entry-details.ts'
import { entryWords } from '../entries/entry-label.ts'
import type { Command } from '../run-command.ts'
import { beginEntry } from './begin-entry.ts'

/** Resume is a new entry with the same details; the old one keeps its times. */
export const continueTimer: Command<ContractInputs['timer']['continue'], ContractOutputs['timer']['continue']> = {
  name: 'timer.continue',
  label: ({ entry }, _input, reader) => `Continue ${entryWords(entry, reader)}`,
  run(writer, input, moment) {
    const source = input.entryId === undefined ? writer.latestEntry() : writer.get('entry', input.entryId)
    if (source === undefined) return err(notFound('entry', input.entryId ?? ''))
    return beginEntry(writer, moment, {
      details: detailsOf(source),
      startedAtMs: input.startedAtMs,
      onOverlap: input.onOverlap,
    })
  },
}
