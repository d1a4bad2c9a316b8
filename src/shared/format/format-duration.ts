/**
 * Lengths of time as text. All of them cut down to the unit they show instead of rounding, so that a running clock never
 * shows a minute that has not passed, and 59.9 minutes never become `0:60`. A minus sign stands before anything below zero
 * that does not show as zero. Input: whole or fractional ms, finite; RangeError else.
 */

interface Parts {
  readonly sign: '' | '-'
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** For sentences: `5 h 12 m`, `8 h`, `12 m`, and below a minute `42 s`. */
export function formatDurationProse(ms: number): string {
  const { sign, hours, minutes, seconds } = partsOf(ms, 1)
  if (hours > 0) return minutes > 0 ? `${sign}${hours} h ${minutes} m` : `${sign}${hours} h`
  return minutes > 0 ? `${sign}${minutes} m` : `${sign}${seconds} s`
}

/** For columns: hours and minutes, `5:12`. */
export function formatDurationTable(ms: number): string {
  const { sign, hours, minutes } = partsOf(ms, 60)
  return `${sign}${hours}:${twoDigits(minutes)}`
}

/** For a running clock: `0:42:10`. */
export function formatDurationClock(ms: number): string {
  const { sign, hours, minutes, seconds } = partsOf(ms, 1)
  return `${sign}${hours}:${twoDigits(minutes)}:${twoDigits(seconds)}`
}

/** For spreadsheets: hours with a decimal point, `5.20`. The only one that rounds, half away from zero. */
export function formatDecimalHours(ms: number, digits = 2): string {
  demandFinite(ms)
  const unitsPerHour = 10 ** digits
  const units = Math.round((Math.abs(ms) * unitsPerHour) / 3_600_000)
  return `${ms < 0 && units > 0 ? '-' : ''}${(units / unitsPerHour).toFixed(digits)}`
}

function partsOf(ms: number, shownSeconds: number): Parts {
  demandFinite(ms)
  const total = Math.floor(Math.abs(ms) / 1000)
  return {
    sign: ms < 0 && total >= shownSeconds ? '-' : '',
    hours: Math.floor(total / 3600),
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  }
}

function demandFinite(ms: number): void {
  if (!Number.isFinite(ms)) throw new RangeError(`Not a duration: ${ms}`)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
