import type { Day } from '../../../shared/zone/day.ts'

/** Time as a provider keeps it: two instants, or an amount on a local day. */
export type SyncTime =
  | { readonly kind: 'instants'; readonly startMs: number; readonly endMs: number | null }
  | { readonly kind: 'amount'; readonly day: Day; readonly durationMs: number }

/**
 * What is compared and sent: an entry, or its part of one day, in the provider's own terms. Projects and activities are
 * the provider's ids; `null` in `billable` says that the provider has no such thing.
 */
export interface SyncFields {
  readonly time: SyncTime
  readonly note: string
  readonly projectId: string | null
  readonly activityId: string | null
  /** Sorted, without repeats. */
  readonly tags: readonly string[]
  readonly billable: boolean | null
}

/** The smallest step of time that a provider keeps (1 s, 1 min, 36 s for hundredths of an hour), and how it gets there. */
export interface Quantum {
  readonly ms: number
  readonly rounding: 'down' | 'nearest'
}

export const FIELD_NAMES = ['time', 'note', 'projectId', 'activityId', 'tags', 'billable'] as const
export type FieldName = (typeof FIELD_NAMES)[number]

export function toQuantum(ms: number, quantum: Quantum): number {
  const steps = ms / quantum.ms
  return (quantum.rounding === 'down' ? Math.floor(steps) : Math.round(steps)) * quantum.ms
}

/** Times that differ by less than one quantum are the same time: what rounding did is not an edit. */
export function isSameTime(a: SyncTime, b: SyncTime, quantumMs: number): boolean {
  if (a.kind === 'instants' && b.kind === 'instants') {
    const isSameEnd =
      a.endMs === null || b.endMs === null ? a.endMs === b.endMs : Math.abs(a.endMs - b.endMs) < quantumMs
    return isSameEnd && Math.abs(a.startMs - b.startMs) < quantumMs
  }
  if (a.kind === 'amount' && b.kind === 'amount') {
    return a.day === b.day && Math.abs(a.durationMs - b.durationMs) < quantumMs
  }
  return false
}

/** Whether one field says the same on both sides. Notes are compared in normal form NFC: some servers store that. */
export function isSameField(name: FieldName, a: SyncFields, b: SyncFields, quantumMs: number): boolean {
  switch (name) {
    case 'time':
      return isSameTime(a.time, b.time, quantumMs)
    case 'note':
      return a.note.normalize() === b.note.normalize()
    case 'tags':
      return a.tags.length === b.tags.length && a.tags.every((tag, index) => tag === b.tags[index])
    case 'billable':
      // A side that does not know billable cannot differ in it.
      return a.billable === null || b.billable === null || a.billable === b.billable
    default:
      return a[name] === b[name]
  }
}

/** The fields in which `b` differs from `a`, in the order of `FIELD_NAMES`. */
export function changedFields(a: SyncFields, b: SyncFields, quantumMs: number): FieldName[] {
  return FIELD_NAMES.filter((name) => !isSameField(name, a, b, quantumMs))
}
