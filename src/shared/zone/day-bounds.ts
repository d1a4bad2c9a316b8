import type { Day } from './day.ts'
import { CALENDAR_DAY_MS, dayFromNumber, dayToNumber } from './day-number.ts'
import type { Zone } from './zone.ts'
import { nextOffsetChangeMs, zoneOffsetMs } from './zone-offset.ts'

/** The instants of a local day, `[startMs, endMs)`. A day that the zone left out has `startMs === endMs`. */
export interface DayBounds {
  readonly startMs: number
  readonly endMs: number
}

/** Starts of days already worked out, per zone: reports and imports ask for the same days over and over. */
const startsByZone = new Map<Zone, Map<number, number>>()
const MAX_DAYS_PER_ZONE = 8_192
const MAX_ZONES = 700
let lastZone: Zone = ''
let lastStarts = new Map<number, number>()

/** The date that a calendar on the wall showed at this instant in this zone. */
export function dayOf(ms: number, zone: Zone): Day {
  return dayFromNumber(dayNumberAt(ms, zone))
}

/**
 * First instant of a local day and first instant of the next day that exists. Where midnight is left out the day starts
 * later (Cairo 2024-04-26 at 01:00); where it comes twice, at the first. The bounds of consecutive days touch, always.
 */
export function dayBounds(day: Day, zone: Zone): DayBounds {
  const dayNumber = dayToNumber(day)
  return { startMs: dayStartMs(dayNumber, zone), endMs: dayStartMs(dayNumber + 1, zone) }
}

/** As {@link dayOf}, as a day number: for loops over days. */
export function dayNumberAt(ms: number, zone: Zone): number {
  return Math.floor((ms + zoneOffsetMs(ms, zone)) / CALENDAR_DAY_MS)
}

/** First instant of the local day with this number; for a day left out, that of the next one that exists. */
export function dayStartMs(dayNumber: number, zone: Zone): number {
  if (zone !== lastZone) {
    let starts = startsByZone.get(zone)
    if (starts === undefined) {
      if (startsByZone.size >= MAX_ZONES) startsByZone.clear()
      starts = new Map()
      startsByZone.set(zone, starts)
    }
    lastStarts = starts
    lastZone = zone
  }
  const known = lastStarts.get(dayNumber)
  if (known !== undefined) return known
  const startMs = findDayStartMs(dayNumber, zone)
  if (lastStarts.size >= MAX_DAYS_PER_ZONE) lastStarts.clear()
  lastStarts.set(dayNumber, startMs)
  return startMs
}

function findDayStartMs(dayNumber: number, zone: Zone): number {
  const midnightMs = dayNumber * CALENDAR_DAY_MS
  // Offsets never reach 24 h, so local midnight lies within 24 h of midnight in UTC, and one change at most lies between.
  const earliestMs = midnightMs - CALENDAR_DAY_MS
  const latestMs = midnightMs + CALENDAR_DAY_MS
  const before = midnightMs - zoneOffsetMs(earliestMs, zone)
  const after = midnightMs - zoneOffsetMs(latestMs, zone)
  const beforeHolds = before + zoneOffsetMs(before, zone) === midnightMs
  // Where midnight comes twice both hold, and the first is the one with the offset of before the change.
  if (beforeHolds) return before
  if (after + zoneOffsetMs(after, zone) === midnightMs) return after
  // Midnight is left out: the day starts where the clock jumped over it.
  const changeMs = nextOffsetChangeMs(earliestMs, latestMs, zone)
  if (changeMs === null) throw new Error(`No start of day ${dayFromNumber(dayNumber)} in ${zone}`)
  return changeMs
}
