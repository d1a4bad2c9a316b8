import type { Entry, Project } from '../../../shared/contract/entities.ts'
import type { ReportGroup } from '../../../shared/contract/reports.ts'
import { monthOf, type WeekStart, weekOf } from '../../../shared/zone/periods.ts'

/** A slice of an entry on one local day. */
export interface DaySliceOf {
  readonly day: string
  readonly ms: number
}

/** Under which keys one slice of an entry counts: one list of keys for each row; several by tag. */
export function keysOf(
  entry: Entry,
  slice: DaySliceOf,
  groupBy: readonly ReportGroup[],
  weekStart: WeekStart,
  projectOf: (id: string) => Project | undefined,
): (string | null)[][] {
  let rows: (string | null)[][] = [[]]
  for (const group of groupBy) {
    const keys = keysFor(entry, slice, group, weekStart, projectOf)
    rows = rows.flatMap((row) => keys.map((key) => [...row, key]))
  }
  return rows
}

function keysFor(
  entry: Entry,
  slice: DaySliceOf,
  group: ReportGroup,
  weekStart: WeekStart,
  projectOf: (id: string) => Project | undefined,
): (string | null)[] {
  switch (group) {
    case 'client':
      return [entry.projectId === null ? null : (projectOf(entry.projectId)?.clientId ?? null)]
    case 'project':
      return [entry.projectId]
    case 'activity':
      return [entry.activityId]
    case 'workItem':
      return [entry.workItemId]
    case 'tag':
      return entry.tagIds.length === 0 ? [null] : entry.tagIds
    case 'note':
      return [entry.note]
    case 'day':
      return [slice.day]
    case 'week':
      return [weekOf(slice.day, weekStart).from]
    case 'month':
      return [monthOf(slice.day).from.slice(0, 7)]
  }
}
