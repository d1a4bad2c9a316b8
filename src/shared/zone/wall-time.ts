import type { Day } from './day.ts'
import { CALENDAR_DAY_MS, dayFromNumber, dayToNumber } from './day-number.ts'
import type { Zone } from './zone.ts'
import { zoneOffsetMs } from './zone-offset.ts'

/** What a clock on the wall is asked to show: minutes since 00:00 (1440 is midnight at the day's end), or its hands. */
export type WallInput =
  | { readonly day: Day; readonly minutes: number }
  | { readonly day: Day; readonly hour: number; readonly minute: number; readonly second?: number }

/** What a clock on the wall shows, and its offset from UTC in minutes (a fraction for old zones with seconds). */
export interface WallTime {
  readonly day: Day
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly offsetMinutes: number
}

/** `compatible`: a time that comes twice is the first; a time left out moves on by the length of the gap. As RFC 5545 and Temporal. */
export type Disambiguation = 'compatible' | 'earlier' | 'later'

/**
 * The instant of a wall time. `adjusted` is true where the answer was a choice: the time does not exist on that day, or
 * exists twice. Hours above 24 and the like are not refused here; parsers do that.
 */
export function wallToInstant(
  wall: WallInput,
  zone: Zone,
  disambiguation: Disambiguation = 'compatible',
): { readonly ms: number; readonly adjusted: boolean } {
  const localMs = dayToNumber(wall.day) * CALENDAR_DAY_MS + timeOfDayMs(wall)
  const offsetBeforeMs = zoneOffsetMs(localMs - CALENDAR_DAY_MS, zone)
  const offsetAfterMs = zoneOffsetMs(localMs + CALENDAR_DAY_MS, zone)
  const withBefore = localMs - offsetBeforeMs
  const withAfter = localMs - offsetAfterMs
  if (withBefore === withAfter) return { ms: withBefore, adjusted: false }
  const beforeHolds = withBefore + zoneOffsetMs(withBefore, zone) === localMs
  const afterHolds = withAfter + zoneOffsetMs(withAfter, zone) === localMs
  if (beforeHolds !== afterHolds) return { ms: beforeHolds ? withBefore : withAfter, adjusted: false }
  const earlier = Math.min(withBefore, withAfter)
  const later = Math.max(withBefore, withAfter)
  if (disambiguation === 'earlier') return { ms: earlier, adjusted: true }
  if (disambiguation === 'later') return { ms: later, adjusted: true }
  return { ms: beforeHolds ? earlier : later, adjusted: true }
}

/** What a clock on the wall of this zone shows at an instant. Milliseconds are cut off. */
export function instantToWall(ms: number, zone: Zone): WallTime {
  const offsetMs = zoneOffsetMs(ms, zone)
  const localMs = ms + offsetMs
  const dayNumber = Math.floor(localMs / CALENDAR_DAY_MS)
  const secondOfDay = Math.floor((localMs - dayNumber * CALENDAR_DAY_MS) / 1000)
  return {
    day: dayFromNumber(dayNumber),
    hour: Math.floor(secondOfDay / 3600),
    minute: Math.floor(secondOfDay / 60) % 60,
    second: secondOfDay % 60,
    offsetMinutes: offsetMs / 60_000,
  }
}

function timeOfDayMs(wall: WallInput): number {
  if ('minutes' in wall) return wall.minutes * 60_000
  return ((wall.hour * 60 + wall.minute) * 60 + (wall.second ?? 0)) * 1000
}
