import type { Entry } from '../../../shared/contract/entities.ts'
import type { Day } from '../../../shared/zone/day.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'

export type ResultRow =
  | {
      readonly kind: 'day'
      readonly key: string
      readonly day: Day
      readonly totalMs: number
      readonly entries: number
    }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry; readonly day: Day }

/** The day an entry stands under: where it begins, in the zone where it was recorded. */
export function dayOfEntry({ time }: Entry): Day {
  return time.kind === 'day' ? time.day : dayOf(time.startedAtMs, time.zone)
}

/** Length of a finished entry; a running one counts until `nowMs`. */
export function lengthOf({ time }: Entry, nowMs: number): number {
  if (time.kind === 'day') return time.durationMs
  return Math.max(0, (time.endedAtMs ?? nowMs) - time.startedAtMs)
}

/** Found entries, newest first as they come, under a heading per day. Day-only entries stand under their day as well. */
export function resultRows(entries: readonly Entry[], nowMs: number): ResultRow[] {
  const days = new Map<Day, Entry[]>()
  for (const entry of entries) {
    const day = dayOfEntry(entry)
    const members = days.get(day)
    if (members) members.push(entry)
    else days.set(day, [entry])
  }
  const rows: ResultRow[] = []
  for (const [day, members] of [...days].sort(([a], [b]) => (a < b ? 1 : -1))) {
    const totalMs = members.reduce((sum, entry) => sum + lengthOf(entry, nowMs), 0)
    rows.push({ kind: 'day', key: day, day, totalMs, entries: members.length })
    for (const entry of members) rows.push({ kind: 'entry', key: entry.id, entry, day })
  }
  return rows
}
