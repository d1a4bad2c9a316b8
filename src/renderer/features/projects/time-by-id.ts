import type { ReportGroup, ReportSummary } from '../../../shared/contract/reports.ts'

/** Milliseconds per project, client, activity or tag, from a summary grouped by that; entries without one are left out. */
export function timeById(summary: ReportSummary | undefined, by: ReportGroup): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const row of summary?.rows ?? []) {
    const key = row.keys.find((candidate) => candidate.by === by)
    if (key?.id == null) continue
    times.set(key.id, (times.get(key.id) ?? 0) + row.totalMs)
  }
  return times
}
