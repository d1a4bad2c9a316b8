import type { ClockTime, Entry } from '../../../shared/contract/entities.ts'

/** An entry with clock times. */
export type ClockEntry = Entry & { readonly time: ClockTime }
/** An entry with clock times that has ended. */
export type FinishedEntry = Entry & { readonly time: ClockTime & { readonly endedAtMs: number } }

export function isClockEntry(entry: Entry): entry is ClockEntry {
  return entry.time.kind === 'clock'
}

export function isRunning(entry: Entry): entry is ClockEntry {
  return entry.time.kind === 'clock' && entry.time.endedAtMs === null
}

export function isFinished(entry: Entry): entry is FinishedEntry {
  return entry.time.kind === 'clock' && entry.time.endedAtMs !== null
}

/** End of an entry with clock times; a running one has none yet. */
export function endOf(entry: ClockEntry): number {
  return entry.time.endedAtMs ?? Number.POSITIVE_INFINITY
}

/** For errors and answers: which entry, and when. */
export function refOf(entry: ClockEntry): { id: string; startedAtMs: number; endedAtMs: number | null } {
  return { id: entry.id, startedAtMs: entry.time.startedAtMs, endedAtMs: entry.time.endedAtMs }
}
