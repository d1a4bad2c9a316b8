import type { Day } from '../../../shared/zone/day.ts'
import { CALENDAR_DAY_MS, dayToNumber } from '../../../shared/zone/day-number.ts'
import { type DateOrder, needsOrder, readDate } from './read-date.ts'
import { readTimeOfDay } from './read-time-of-day.ts'

/** A point in time as a file writes it. */
export type Moment =
  /** With an offset or Z: no zone is needed to know it. */
  | { readonly kind: 'instant'; readonly ms: number }
  /** What a clock on the wall showed; `localMs` counts from 1970-01-01T00:00 on that wall. */
  | { readonly kind: 'wall'; readonly localMs: number }
  | { readonly kind: 'day'; readonly day: Day }

const DATE_AND_TIME = /^(\d{4}-?\d{2}-?\d{2}|\S+?)(?:[T,]\s*|\s+)(\d.*?)\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i
const BASIC_TIME = /^(\d{2})(\d{2})(\d{2})?$/

/**
 * `2026-03-01T09:00:00.000+01:00`, `2026-03-01T08:00:00Z`, `20260301T080000Z`, `2026-03-01 09:00`, `01/03/2026 9:00 AM`,
 * or a date alone. undefined: none of these.
 */
export function readMoment(text: string, order: DateOrder | undefined): Moment | undefined {
  const alone = readDate(text, order)
  if (alone !== undefined) return { kind: 'day', day: alone }
  const parts = DATE_AND_TIME.exec(text)
  if (parts === null) return undefined
  const [, dateText = '', timeText = '', offset] = parts
  const day = readDate(dateText, order)
  const timeMs = readTimeOfDay(
    timeText.replace(BASIC_TIME, (_, h, m, s) => (s === undefined ? `${h}:${m}` : `${h}:${m}:${s}`)),
  )
  if (day === undefined || timeMs === undefined) return undefined
  const localMs = dayToNumber(day) * CALENDAR_DAY_MS + timeMs
  return offset === undefined ? { kind: 'wall', localMs } : { kind: 'instant', ms: localMs - offsetMs(offset) }
}

/** Date and time from columns of their own. */
export function joinWall(day: Day, timeOfDayMs: number): Extract<Moment, { kind: 'wall' }> {
  return { kind: 'wall', localMs: dayToNumber(day) * CALENDAR_DAY_MS + timeOfDayMs }
}

/** The date part of a text that may hold a time as well, for finding the order of dates. */
export function datePartOf(text: string): string {
  return needsOrder(text) ? text : (DATE_AND_TIME.exec(text)?.[1] ?? text)
}

function offsetMs(text: string): number {
  if (/^[a-z]/i.test(text)) return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))
  return (text.startsWith('-') ? -minutes : minutes) * 60_000
}
