import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { MAX_NOTE_LENGTH, MAX_TAGS } from '../../../shared/contract/primitives.ts'
import { appError } from '../../../shared/errors.ts'
import { err, ok } from '../../../shared/result.ts'
import { checkTime } from '../../domain/entries/check-time.ts'
import type { FinishedEntry } from '../../domain/entries/entry-span.ts'
import { mergeEntries as merge } from '../../domain/entries/merge-entries.ts'
import type { Command } from '../run-command.ts'
import { invalid, tooManyTags } from './entry-details.ts'
import { countWords } from './entry-label.ts'
import { findEntries, requireFinished } from './find-entries.ts'

export const mergeEntries: Command<ContractInputs['entries']['merge'], ContractOutputs['entries']['merge']> = {
  name: 'entries.merge',
  label: (_output, input) => `Merge ${countWords(new Set(input.ids).size, 'entry', 'entries')}`,
  run(writer, input, { nowMs }) {
    const found = findEntries(writer, input.ids)
    if (!found.ok) return found
    const parts: FinishedEntry[] = []
    for (const entry of found.value) {
      const finished = requireFinished(entry)
      if (!finished.ok) return finished
      parts.push(finished.value)
    }
    const [first, second, ...rest] = parts
    if (first === undefined || second === undefined) {
      return err(invalid('ids', 'Choose at least two different entries to merge.'))
    }
    const merged = merge([first, second, ...rest])
    if (merged.gapMs > 0 && input.includeGaps !== true) {
      return err(
        appError(
          'gap-between',
          'There is free time between these entries, which merging would turn into tracked time. Say so, or close the gap first.',
          { gapMs: merged.gapMs },
        ),
      )
    }
    const entry: Entry = { ...merged.entry, updatedAtMs: nowMs }
    const time = checkTime(entry.time)
    if (!time.ok) return time
    // Nothing that was written is left out in silence.
    if (entry.tagIds.length > MAX_TAGS) return err(tooManyTags())
    if (entry.note.length > MAX_NOTE_LENGTH) {
      return err(invalid('ids', `Joined, the notes are longer than ${MAX_NOTE_LENGTH} characters. Shorten one first.`))
    }
    for (const part of parts) if (part.id !== entry.id) writer.remove('entry', part.id)
    writer.put('entry', entry)
    return ok({ entry })
  },
}
