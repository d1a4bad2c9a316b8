import { CALENDAR_DAY_MS, dayFromNumber } from '../../../shared/zone/day-number.ts'
import type { Zone } from '../../../shared/zone/zone.ts'
import { zoneOffsetMs } from '../../../shared/zone/zone-offset.ts'

/** `2026-03-01T09:00:00.000+01:00`: the clock on the wall of the zone, and the offset that makes it one instant. */
export function isoInstant(ms: number, zone: Zone): string {
  const offsetMs = zoneOffsetMs(ms, zone)
  // Offsets of the years before standard time have seconds, which ISO 8601 cannot write: those are told in UTC.
  return offsetMs % 60_000 === 0 ? `${wallText(ms + offsetMs)}${offsetText(offsetMs / 60_000)}` : isoUtc(ms)
}

/** `2026-03-01T08:00:00.000Z`. */
export function isoUtc(ms: number): string {
  return `${wallText(ms)}Z`
}

function wallText(localMs: number): string {
  const dayNumber = Math.floor(localMs / CALENDAR_DAY_MS)
  const ms = localMs - dayNumber * CALENDAR_DAY_MS
  const clock = `${pad(Math.floor(ms / 3_600_000))}:${pad(Math.floor(ms / 60_000) % 60)}:${pad(Math.floor(ms / 1000) % 60)}`
  return `${dayFromNumber(dayNumber)}T${clock}.${String(ms % 1000).padStart(3, '0')}`
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
