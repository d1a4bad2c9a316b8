import type { Entry } from '../../shared/contract/entities.ts'
import { formatDayTitle } from '../../shared/format/format-day-title.ts'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import type { Day } from '../../shared/zone/day.ts'
import { addDays } from '../../shared/zone/day-arithmetic.ts'
import { oneLine } from '../output/display-width.ts'
import { entryClockText, entryDay, entryLengthMs } from './entry-time.ts'
import type { EntryNames, NameBook } from './name-book.ts'

/** `“Payment retry” · Acme / Dev · #backend`: what an entry is about, in one line. */
export function aboutText(entry: Pick<Entry, 'note' | 'billable'>, names: EntryNames): string {
  const note = oneLine(entry.note)
  const parts = [note === '' ? '' : `“${note}”`, placeText(names), marksText(entry, names)].filter(
    (part) => part !== '',
  )
  return parts.length === 0 ? '(no note)' : parts.join(' · ')
}

/** `Acme / Dev`, project and activity; a client that is named otherwise than its project stands before it. */
export function placeText(names: EntryNames): string {
  const { client, project, activity } = names
  const parts = [client !== null && client !== project ? client : null, project, activity]
  return parts
    .filter((part) => part !== null)
    .map(oneLine)
    .join(' / ')
}

/** `TASK-7 #backend $`, and the mark of work away from the computer. */
export function marksText(entry: Pick<Entry, 'billable'>, names: EntryNames): string {
  return [
    ...(names.workItem === null ? [] : [oneLine(names.workItem)]),
    ...names.tags.map((tag) => `#${oneLine(tag)}`),
    ...(entry.billable ? ['$'] : []),
  ].join(' ')
}

/** `“Payment retry” · Acme · yesterday 09:05–10:30 · 1 h 25 m` */
export function entryLine(entry: Entry, names: NameBook, today: Day, nowMs: number): string {
  const day = entryDay(entry)
  const clock = entryClockText(entry)
  const when = day === today ? clock : `${relativeDay(day, today)} ${clock}`.trim()
  const parts = [aboutText(entry, names(entry)), when, formatDurationProse(entryLengthMs(entry, nowMs))]
  return parts.filter((part) => part !== '').join(' · ')
}

/** `today`, `yesterday`, `tomorrow`, else `Fri 20 Nov`. */
export function relativeDay(day: Day, today: Day): string {
  if (day === today) return 'today'
  if (day === addDays(today, -1)) return 'yesterday'
  if (day === addDays(today, 1)) return 'tomorrow'
  return formatDayTitle(day, 'en-GB', today)
}

/** What people type for an id: the end of it, for the beginning of a UUIDv7 is its time. */
export function shortId(id: string): string {
  return id.slice(-8)
}
