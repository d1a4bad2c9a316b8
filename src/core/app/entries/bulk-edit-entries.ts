import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { err, ok } from '../../../shared/result.ts'
import type { Command } from '../run-command.ts'
import { detailsOf, mergedDetails, missingReference } from './entry-details.ts'
import { countWords } from './entry-label.ts'
import { findEntries } from './find-entries.ts'

/** The same edit on many entries, whole or not at all. */
export const bulkEditEntries: Command<ContractInputs['entries']['bulkEdit'], ContractOutputs['entries']['bulkEdit']> = {
  name: 'entries.bulkEdit',
  label: ({ entries }) => `Edit ${countWords(entries.length, 'entry', 'entries')}`,
  run(writer, input, { nowMs }) {
    const found = findEntries(writer, input.ids)
    if (!found.ok) return found
    const missing = missingReference(writer, { tagIds: input.addTagIds ?? [] })
    if (missing !== undefined) return err(missing)
    const remove = new Set(input.removeTagIds)
    const entries: Entry[] = []
    for (const before of found.value) {
      const tagIds = [...before.tagIds.filter((id) => !remove.has(id)), ...(input.addTagIds ?? [])]
      const { note, projectId, activityId, workItemId, billable } = input
      const details = mergedDetails(writer, detailsOf(before), {
        note,
        projectId,
        activityId,
        workItemId,
        billable,
        tagIds,
      })
      if (!details.ok) return details
      const entry: Entry = { ...before, ...details.value, updatedAtMs: nowMs }
      writer.put('entry', entry)
      entries.push(entry)
    }
    return ok({ entries })
  },
}
