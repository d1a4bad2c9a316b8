import type { Catalogue } from '../../../shared/contract/catalogue.ts'
import { type Entry, entrySchema } from '../../../shared/contract/entities.ts'
import { createEntryNamer } from '../exports/entry-names.ts'
import type { ImportCollector } from './import-collector.ts'
import { stintKey } from './import-key.ts'

/** Reads entry `line` (from 1) of Stint's JSON export into the collector. */
export function createStintJsonReader(
  catalogue: Catalogue,
  collector: ImportCollector,
): (value: unknown, line: number) => void {
  const namesOf = createEntryNamer(catalogue)
  const known = {
    projectId: new Set(catalogue.projects.map((project) => project.id)),
    activityId: new Set(catalogue.activities.map((activity) => activity.id)),
    workItemId: new Set(catalogue.workItems.map((item) => item.id)),
    tagIds: new Set(catalogue.tags.map((tag) => tag.id)),
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
      return collector.fail(
        line,
        '',
        `This entry cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
      )
    }
    const entry = parsed.data
    const lost = missing(entry)
    if (lost !== undefined) return collector.fail(line, '', `This entry names ${lost}, which is not in the file`)
    const { time } = entry
    if (time.kind === 'clock' && time.endedAtMs === null) {
      return collector.warn(
        line,
        '',
        'This entry was still running when it was exported. Stop it, export and import again',
      )
    }
    if (time.kind === 'clock' && time.endedAtMs !== null && time.endedAtMs < time.startedAtMs) {
      return collector.fail(line, '', 'It ends before it starts')
    }
    const { workItem, ...names } = namesOf(entry)
    const { projectId, activityId, workItemId, tagIds } = entry
    collector.add({
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
    })
  }
}
