import type { ClockEntry, FinishedEntry } from '../../src/core/domain/entries/entry-span.ts'
import type { Entry } from '../../src/shared/contract/entities.ts'

const bare: Omit<Entry, 'id' | 'time'> = {
  note: '',
  projectId: null,
  activityId: null,
  workItemId: null,
  tagIds: [],
  billable: false,
  offComputer: false,
  source: 'manual',
  importBatchId: null,
  createdAtMs: 0,
  updatedAtMs: 0,
}

/** A finished entry from plain numbers, for tests of pure functions. */
export function finished(id: string, startedAtMs: number, endedAtMs: number, more: Partial<Entry> = {}): FinishedEntry {
  return { ...bare, ...more, id, time: { kind: 'clock', startedAtMs, endedAtMs, zone: 'UTC' } }
}

export function running(id: string, startedAtMs: number, more: Partial<Entry> = {}): ClockEntry {
  return { ...bare, ...more, id, time: { kind: 'clock', startedAtMs, endedAtMs: null, zone: 'UTC' } }
}

export function amount(id: string, day: string, durationMs: number, more: Partial<Entry> = {}): Entry {
  return { ...bare, ...more, id, time: { kind: 'day', day, durationMs, zone: 'UTC' } }
}
