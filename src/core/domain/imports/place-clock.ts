import { CALENDAR_DAY_MS, dayFromNumber } from '../../../shared/zone/day-number.ts'
import { instantToWall, wallToInstant } from '../../../shared/zone/wall-time.ts'
import type { Zone } from '../../../shared/zone/zone.ts'
import { zoneOffsetMs } from '../../../shared/zone/zone-offset.ts'
import type { Length } from './read-length.ts'
import type { Moment } from './read-moment.ts'

export type Point = Exclude<Moment, { kind: 'day' }>

export interface PlacedClock {
  readonly startedAtMs: number
  readonly endedAtMs: number
  /** What was taken where the file leaves a choice, in words. */
  readonly warnings: readonly string[]
}

interface Reading {
  /** One instant, or two where the hour comes twice: earlier first. */
  readonly instants: readonly number[]
  readonly warning: string | null
}

/**
 * Instants of a row's start and end. Local times that the zone skips move on by the length of the gap; those that come
 * twice are taken as the one that fits the row's own length, where exactly one does, else as the first. Both are told,
 * the fitting one is not: nothing was chosen there. Where length and end disagree, the times win.
 */
export function placeClock(start: Point, end: Point | null, length: Length | null, zone: Zone): PlacedClock | string {
  const from = readingOf(start, zone)
  if (end === null) {
    if (length === null) return 'There is no end and no duration'
    const startedAtMs = from.instants[0] ?? 0
    return { startedAtMs, endedAtMs: startedAtMs + length.ms, warnings: warningsOf(from) }
  }
  const to = readingOf(end, zone)
  const pairs = from.instants.flatMap((startMs) => to.instants.map((endMs) => ({ startMs, endMs })))
  const forward = pairs.filter((pair) => pair.endMs >= pair.startMs)
  const first = forward[0]
  if (first === undefined) return 'It ends before it starts'
  const fitting = length === null ? [] : forward.filter((pair) => fits(pair, length))
  const certain = fitting.length === 1 || (pairs.length > 1 && forward.length === 1)
  const chosen = fitting[0] ?? first
  const warnings = certain
    ? warningsOf(...[from, to].filter((reading) => reading.instants.length === 1))
    : warningsOf(from, to)
  if (length !== null && !fits(chosen, length)) {
    const difference = `${inWords(chosen.endMs - chosen.startMs)} from start to end, but the duration says ${inWords(length.ms)}`
    warnings.push(`It is ${difference}; start and end were taken`)
  }
  return { startedAtMs: chosen.startMs, endedAtMs: chosen.endMs, warnings }
}

function fits(pair: { startMs: number; endMs: number }, length: Length): boolean {
  return Math.abs(pair.endMs - pair.startMs - length.ms) <= length.precisionMs
}

function readingOf(point: Point, zone: Zone): Reading {
  if (point.kind === 'instant') return { instants: [point.ms], warning: null }
  const dayNumber = Math.floor(point.localMs / CALENDAR_DAY_MS)
  const day = dayFromNumber(dayNumber)
  const wall = { day, minutes: (point.localMs - dayNumber * CALENDAR_DAY_MS) / 60_000 }
  const taken = wallToInstant(wall, zone)
  const ms = Math.round(taken.ms)
  if (!taken.adjusted) return { instants: [ms], warning: null }
  const written = clockText(point.localMs)
  if (ms + zoneOffsetMs(ms, zone) !== point.localMs) {
    const { hour, minute } = instantToWall(ms, zone)
    const shown = `${twoDigits(hour)}:${twoDigits(minute)}`
    return {
      instants: [ms],
      warning: `${written} does not exist on ${day} in ${zone}, the clock was put forward; ${shown} was taken`,
    }
  }
  const later = Math.round(wallToInstant(wall, zone, 'later').ms)
  return {
    instants: [ms, later],
    warning: `${written} comes twice on ${day} in ${zone}, the clock was put back; the first was taken`,
  }
}

function warningsOf(...readings: readonly Reading[]): string[] {
  return readings.flatMap((reading) => (reading.warning === null ? [] : [reading.warning]))
}

function clockText(localMs: number): string {
  const minutes = Math.floor(localMs / 60_000)
  return `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
