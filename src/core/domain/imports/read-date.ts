import type { ImportOptions } from '../../../shared/contract/transfer.ts'
import { type Day, isDay } from '../../../shared/zone/day.ts'

export type DateOrder = NonNullable<ImportOptions['dateOrder']>

const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})([-/. ])\s?(\d{1,2})\2\s?(\d{4})$/

/**
 * A day from `2026-03-31`, `2026/3/31`, `20260331`, and, in the given order, `31/03/2026`, `3/31/2026`, `31.3.2026`,
 * `31-03-2026`. undefined where it is none of these or not on the calendar. Two-digit years are no dates: nobody can
 * tell which end is the year.
 */
export function readDate(text: string, order: DateOrder | undefined): Day | undefined {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst !== null) {
    const [, year = '', separator = '', month = '', date = ''] = yearFirst
    if (separator === '' && text.length !== 8) return undefined
    return realDay(year, month, date)
  }
  const yearLast = YEAR_LAST.exec(text)
  if (yearLast === null) return undefined
  const [, first = '', , second = '', year = ''] = yearLast
  if (order === 'mdy') return realDay(year, first, second)
  if (order === 'dmy') return realDay(year, second, first)
  // Without an order only a date that reads the same either way is certain.
  return first.padStart(2, '0') === second.padStart(2, '0') ? realDay(year, first, second) : undefined
}

/** True for a date whose year comes last, so that day and month may stand either way round. */
export function needsOrder(text: string): boolean {
  return YEAR_LAST.test(text)
}

/** What the dates of a whole file say about their order. */
export interface DateEvidence {
  add(text: string): void
  /** `ymd`: no date needs an order. `unknown`: both readings are possible, or the dates contradict each other. */
  verdict(): DateOrder | 'unknown'
}

export function createDateEvidence(): DateEvidence {
  let dayFirst = false
  let monthFirst = false
  let either = false
  let last = ''
  return {
    add(text) {
      if (text === last) return
      last = text
      const match = YEAR_LAST.exec(text)
      if (match === null) return
      const first = Number(match[1])
      const second = Number(match[3])
      if (first > 12 && second <= 12) dayFirst = true
      else if (second > 12 && first <= 12) monthFirst = true
      else if (first !== second) either = true
    },
    verdict() {
      if (dayFirst !== monthFirst) return dayFirst ? 'dmy' : 'mdy'
      return dayFirst || either ? 'unknown' : 'ymd'
    },
  }
}

function realDay(year: string, month: string, date: string): Day | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}
