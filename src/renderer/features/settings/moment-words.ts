import { type ClockStyle, formatClock } from '../../../shared/format/format-clock.ts'
import { formatDayTitle } from '../../../shared/format/format-day-title.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { dayToNumber } from '../../../shared/zone/day-number.ts'
import type { Zone } from '../../../shared/zone/zone.ts'

const RELATIVE_BELOW_MS = 24 * 3_600_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** How a moment is written: where and for whom. */
export interface MomentContext {
  readonly nowMs: number
  readonly zone: Zone
  readonly style: ClockStyle
  /** A BCP 47 tag. */
  readonly locale: string
}

export interface MomentWords {
  /** `Today 09:05`, `Thu 12 Nov 09:05`, with the year where it is another one. */
  readonly text: string
  /** The same inside a sentence: `today 09:05`. */
  readonly inText: string
  /** `12 m ago`; null for what is a day or more away, or still to come. */
  readonly ago: string | null
  /** Everything, for those who look closer: `Fri 20 Nov 2026 09:05:07`. */
  readonly full: string
}

/** A moment in the past, for lists and sentences. */
export function momentWords(ms: number, { nowMs, zone, style, locale }: MomentContext): MomentWords {
  const day = dayOf(ms, zone)
  const today = dayOf(nowMs, zone)
  const title = formatDayTitle(day, locale)
  const back = dayToNumber(today) - dayToNumber(day)
  const time = formatClock(ms, zone, style)
  const dayWords = back === 0 ? 'Today' : back === 1 ? 'Yesterday' : formatDayTitle(day, locale, today)
  return {
    text: `${dayWords} ${time}`,
    inText: `${back === 0 || back === 1 ? dayWords.toLowerCase() : dayWords} ${time}`,
    ago: agoWords(nowMs - ms),
    full: `${title} ${day.slice(0, 4)} ${formatClock(ms, zone, style, 'seconds')}`,
  }
}

/** In one unit: how long ago is not wanted to the second. */
function agoWords(pastMs: number): string | null {
  if (pastMs < 0 || pastMs >= RELATIVE_BELOW_MS) return null
  if (pastMs < MINUTE_MS) return 'just now'
  const unitMs = pastMs < HOUR_MS ? MINUTE_MS : HOUR_MS
  return `${formatDurationProse(Math.floor(pastMs / unitMs) * unitMs)} ago`
}
