import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { type Entry, entrySchema } from '../../../shared/contract/entities.ts'
import { createEntryNamer } from '../exports/entry-names.ts'
import { stintKey } from './import-key.ts'
import { failedRow, type RowOutcome } from './import-row.ts'

/** Reads entries of Stint's JSON export, `line` counting them from 1; the catalogue is that of the same document. */
export function createStintJsonReader(catalogue: Catalogue): (value: unknown, line: number) => RowOutcome {
  const namesOf = createEntryNamer(catalogue)
  const known = {
    projectId: idsOf(catalogue.projects),
    activityId: idsOf(catalogue.activities),
    workItemId: idsOf(catalogue.workItems),
    tagIds: idsOf(catalogue.tags),
  }

  function missing(entry: Entry): string | undefined {
    for (const field of ['projectId', 'activityId', 'workItemId'] as const) {
      const id = entry[field]
      if (id !== null && !known[field].has(id)) return id
    }
    return entry.tagIds.find((id) => !known.tagIds.has(id))
  }

  return (value, line) => {
    const parsed = entrySchema.safeParse(value)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return failedRow(`This entry cannot be read: ${[...(issue?.path ?? []), issue?.message ?? ''].join(' ')}`)
    }
    const entry = parsed.data
    const { time } = entry
    const lost = missing(entry)
    if (lost !== undefined) return failedRow(`This entry names ${lost}, which is not in the file`)
    if (time.kind === 'clock' && time.endedAtMs === null) return stillRunning
    if (time.kind === 'clock' && (time.endedAtMs ?? 0) < time.startedAtMs) return failedRow('It ends before it starts')
    const { workItem, ...names } = namesOf(entry)
    const { projectId, activityId, workItemId, tagIds } = entry
    const row = {
      line,
      file: '',
      time,
      note: entry.note,
      ...names,
      workItemKey: workItem,
      billable: entry.billable,
      offComputer: entry.offComputer,
      importKey: stintKey(entry.id),
      origin: { entryId: entry.id, refs: { projectId, activityId, workItemId, tagIds } },
    }
    return { kind: 'row', row, warnings: [] }
  }
}

export const stillRunning: RowOutcome = {
  kind: 'left-out',
  reason: 'This entry was still running when it was exported. Stop it, export and import again',
}

function idsOf(things: readonly { readonly id: string }[]): Set<string> {
  return new Set(things.map((thing) => thing.id))
}
