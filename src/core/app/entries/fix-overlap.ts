import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { appError } from '../../../shared/errors.ts'
import { err, ok } from '../../../shared/result.ts'
import { isClockEntry } from '../../domain/entries/entry-span.ts'
import { mendOverlap } from '../../domain/entries/fix-overlap.ts'
import type { Command } from '../run-command.ts'
import { notFound } from './entry-details.ts'
import { noClockTimes } from './find-entries.ts'

export const fixOverlap: Command<ContractInputs['entries']['fixOverlap'], ContractOutputs['entries']['fixOverlap']> = {
  name: 'entries.fixOverlap',
  label: () => 'Fix an overlap',
  run(writer, { firstId, secondId, fix }, { nowMs, newId }) {
    const first = writer.get('entry', firstId)
    const second = writer.get('entry', secondId)
    if (first === undefined) return err(notFound('entry', firstId))
    if (second === undefined) return err(notFound('entry', secondId))
    if (!isClockEntry(first)) return err(noClockTimes(firstId))
    if (!isClockEntry(second)) return err(noClockTimes(secondId))
    const mend = mendOverlap(first, second, fix, nowMs)
    if (mend === undefined) {
      return err(
        appError(
          'fix-not-possible',
          'That would leave nothing of one of the entries, or they no longer overlap. Edit the times instead.',
          {
            fix,
          },
        ),
      )
    }
    const entries: Entry[] = mend.changed.map((entry) => ({ ...entry, updatedAtMs: nowMs }))
    if (mend.added !== null) entries.push({ ...mend.added, id: newId(), createdAtMs: nowMs, updatedAtMs: nowMs })
    for (const entry of entries) writer.put('entry', entry)
    return ok({ entries })
  },
}
