import type { Day } from '../zone/day.ts'
import { CALENDAR_DAY_MS, dayToNumber } from '../zone/day-number.ts'

/** Making a formatter takes some 30 µs, and a list shows many titles; people use one or two languages. */
const formatters = new Map<string, Intl.DateTimeFormat>()
const MAX_FORMATTERS = 20

/**
 * `Fri 20 Nov`, in the words of `locale` (a BCP 47 tag; RangeError where it is none) and always in this order, so that
 * titles line up. Given today, a day of another year also shows its year: `Thu 20 Nov 2025`.
 */
export function formatDayTitle(day: Day, locale: string, today?: Day): string {
  const words = new Map(
    formatterOf(locale)
      .formatToParts(dayToNumber(day) * CALENDAR_DAY_MS)
      // Some languages end short names with a full stop, which the title does without.
      .map(({ type, value }) => [type, value.replace(/\.$/, '')]),
  )
  const title = `${words.get('weekday') ?? ''} ${words.get('day') ?? ''} ${words.get('month') ?? ''}`
  const year = day.slice(0, 4)
  return today === undefined || today.startsWith(year) ? title : `${title} ${year}`
}

function formatterOf(locale: string): Intl.DateTimeFormat {
  const known = formatters.get(locale)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat(locale, {
    // A day has no zone of its own: reading its UTC midnight in UTC gives the day back.
    timeZone: 'UTC',
    calendar: 'gregory',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  if (formatters.size >= MAX_FORMATTERS) formatters.clear()
  formatters.set(locale, formatter)
  return formatter
}
