import type { FinishedEntry } from './entry-span.ts'

export interface Merged {
  readonly entry: FinishedEntry
  /** Time between the parts that no part held; it becomes time only with the caller's word. */
  readonly gapMs: number
}

/**
 * One entry from the first start to the last end, under the id of the earliest. The earliest that has a project,
 * activity or work item gives it; notes that differ are joined; tags are united; billable if any part is.
 */
export function mergeEntries(entries: readonly [FinishedEntry, FinishedEntry, ...FinishedEntry[]]): Merged {
  const ordered = [...entries].sort((a, b) => a.time.startedAtMs - b.time.startedAtMs)
  const first = ordered[0] ?? entries[0]
  let endedAtMs = first.time.endedAtMs
  let gapMs = 0
  for (const entry of ordered) {
    gapMs += Math.max(0, entry.time.startedAtMs - endedAtMs)
    endedAtMs = Math.max(endedAtMs, entry.time.endedAtMs)
  }
  const withProject = ordered.find((entry) => entry.projectId !== null)
  return {
    gapMs,
    entry: {
      ...first,
      time: { ...first.time, endedAtMs },
      note: [...new Set(ordered.map((entry) => entry.note).filter((note) => note !== ''))].join('; '),
      projectId: withProject?.projectId ?? null,
      activityId:
        ordered.find((entry) => entry.activityId !== null && entry.projectId === (withProject?.projectId ?? null))
          ?.activityId ?? first.activityId,
      workItemId: ordered.find((entry) => entry.workItemId !== null)?.workItemId ?? null,
      tagIds: [...new Set(ordered.flatMap((entry) => entry.tagIds))].sort(),
      billable: ordered.some((entry) => entry.billable),
      offComputer: ordered.every((entry) => entry.offComputer),
    },
  }
}
