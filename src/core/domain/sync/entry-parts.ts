import type { Entry } from '../../../shared/contract/entities.ts'
import { dayBounds } from '../../../shared/zone/day-bounds.ts'
import { splitByDay } from '../../../shared/zone/split-by-day.ts'
import { type Quantum, type SyncTime, toQuantum } from './sync-fields.ts'

/** How a provider wants time. */
export interface TimeShape {
  /** `amount`: a local day and a length; else start and end. */
  readonly model: 'instants' | 'amount'
  readonly quantum: Quantum
  /** Whether one record may reach over a local midnight; amounts never do. */
  readonly overMidnight: boolean
  /** Whether it can keep a record that still runs. */
  readonly running: boolean
  /** Shorter ones are refused there. */
  readonly minMs: number
}

/** One record of the provider for (a part of) an entry. `part` names it for ever: the day, or '' for the whole. */
export interface EntryPart {
  readonly part: string
  readonly time: SyncTime
}

export type PartsOutcome =
  | { readonly kind: 'parts'; readonly parts: readonly EntryPart[] }
  /** Nothing to send now, and why: shown to the person, never swallowed. */
  | { readonly kind: 'none'; readonly reason: 'still-running' | 'too-short' }

/**
 * An entry as the records a provider should hold for it. Days are those of `zone`, the provider profile's own; lengths
 * come from instants, so a day of 23 or 25 hours is right by itself. Rounding is carried from part to part: the parts
 * add up to the rounded whole, and what rounds to less than the provider takes is said, not sent.
 */
export function entryParts(entry: Entry, shape: TimeShape, zone: string): PartsOutcome {
  const { time } = entry
  if (time.kind === 'day') return dayParts(time.day, time.durationMs, shape, zone)
  if (time.endedAtMs === null) {
    if (!shape.running || shape.model === 'amount') return { kind: 'none', reason: 'still-running' }
    return {
      kind: 'parts',
      parts: [
        { part: '', time: { kind: 'instants', startMs: toQuantum(time.startedAtMs, shape.quantum), endMs: null } },
      ],
    }
  }
  return shape.model === 'amount'
    ? amounts(time.startedAtMs, time.endedAtMs, shape, zone)
    : instants(time.startedAtMs, time.endedAtMs, shape, zone)
}

function instants(startedAtMs: number, endedAtMs: number, shape: TimeShape, zone: string): PartsOutcome {
  const startMs = toQuantum(startedAtMs, shape.quantum)
  const endMs = toQuantum(endedAtMs, shape.quantum)
  if (shape.overMidnight) return kept([{ part: '', time: { kind: 'instants', startMs, endMs } }], shape)
  const slices = splitByDay(startMs, endMs, zone)
  // An entry of one day is its whole: moving it to another day must not look like a new one.
  const isWhole = slices.length <= 1
  return kept(
    isWhole
      ? [{ part: '', time: { kind: 'instants', startMs, endMs } }]
      : slices.map(({ day, startMs: from, endMs: to }) => ({
          part: day,
          time: { kind: 'instants' as const, startMs: from, endMs: to },
        })),
    shape,
  )
}

function amounts(startedAtMs: number, endedAtMs: number, shape: TimeShape, zone: string): PartsOutcome {
  const slices = splitByDay(startedAtMs, endedAtMs, zone)
  const isWhole = slices.length <= 1
  const parts: EntryPart[] = []
  let sumMs = 0
  let sentMs = 0
  for (const { day, ms } of slices) {
    sumMs += ms
    const durationMs = toQuantum(sumMs, shape.quantum) - sentMs
    sentMs += durationMs
    parts.push({ part: isWhole ? '' : day, time: { kind: 'amount', day, durationMs } })
  }
  return kept(parts, shape)
}

/** An entry without clock times: its amount as it is; where the provider wants instants, laid from eight in the morning on. */
function dayParts(day: string, durationMs: number, shape: TimeShape, zone: string): PartsOutcome {
  const rounded = toQuantum(durationMs, shape.quantum)
  if (shape.model === 'amount') {
    return kept([{ part: '', time: { kind: 'amount', day, durationMs: rounded } }], shape)
  }
  const { startMs: dawnMs, endMs: duskMs } = dayBounds(day, zone)
  // Inside its day, however long it is, and whatever the clocks do on that day.
  const startMs = Math.max(dawnMs, Math.min(dawnMs + MORNING_MS, duskMs - rounded))
  return kept([{ part: '', time: { kind: 'instants', startMs, endMs: startMs + rounded } }], shape)
}

const MORNING_MS = 8 * 3_600_000

function kept(parts: readonly EntryPart[], shape: TimeShape): PartsOutcome {
  const sendable = parts.filter(({ time }) => lengthOf(time) >= Math.max(1, shape.minMs))
  return sendable.length === 0 ? { kind: 'none', reason: 'too-short' } : { kind: 'parts', parts: sendable }
}

function lengthOf(time: SyncTime): number {
  if (time.kind === 'amount') return time.durationMs
  return time.endMs === null ? Number.POSITIVE_INFINITY : time.endMs - time.startMs
}
