import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import { err, ok } from '../../../shared/result.ts'
import { entryWords } from '../entries/entry-label.ts'
import type { Command } from '../run-command.ts'
import { nothingRunning } from './stop-timer.ts'

/** Takes the running entry away; undo brings it back, still running from its true start. */
export const discardTimer: Command<ContractInputs['timer']['discard'], ContractOutputs['timer']['discard']> = {
  name: 'timer.discard',
  label: ({ entry }, _input, reader) => `Discard ${entryWords(entry, reader)}`,
  run(writer) {
    const entry = writer.runningEntry()
    if (entry === undefined) return err(nothingRunning())
    writer.remove('entry', entry.id)
    return ok({ entry })
  },
}
