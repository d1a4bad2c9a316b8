import type { Entry } from '../../shared/contract/entities.ts'
import { formatDurationTable } from '../../shared/format/format-duration.ts'
import { oneLine, pad, shorten } from '../output/display-width.ts'
import type { Paint } from '../output/paint.ts'
import { marksText, placeText, shortId } from './entry-text.ts'
import { entryClockText, entryLengthMs, isRunning } from './entry-time.ts'
import type { NameBook } from './name-book.ts'

export interface RowStyle {
  readonly names: NameBook
  readonly paint: Paint
  readonly nowMs: number
  /** Columns of the terminal; undefined where lines may be of any length. */
  readonly columns: number | undefined
}

const CLOCK_COLUMNS = 14
const LENGTH_COLUMNS = 6
const BEFORE_TEXT = 2 + 8 + 2 + CLOCK_COLUMNS + 1 + LENGTH_COLUMNS + 2

/** `  9f31c2ab  09:05–10:30      1:25  Payment retry · Acme / Dev · #backend $`: figures stand under each other. */
export function entryRow(entry: Entry, style: RowStyle): string {
  const { names, paint, nowMs } = style
  const length = formatDurationTable(entryLengthMs(entry, nowMs))
  const row = plainRow(shortId(entry.id), entryClockText(entry), length, aboutRow(entry, names), style)
  return isRunning(entry) ? paint.good(row) : row
}

/** A row that is no entry, such as a gap. */
export function plainRow(id: string, clock: string, length: string, text: string, style: RowStyle): string {
  const room = style.columns === undefined ? undefined : Math.max(16, style.columns - BEFORE_TEXT)
  const shown = room === undefined ? text : shorten(text, room)
  const figures = `${pad(clock, CLOCK_COLUMNS)} ${pad(length, LENGTH_COLUMNS, 'right')}`
  return `  ${style.paint.dim(pad(id, 8))}  ${figures}  ${shown}`.trimEnd()
}

function aboutRow(entry: Entry, names: NameBook): string {
  const found = names(entry)
  const parts = [oneLine(entry.note), placeText(found), marksText(entry, found)].filter((part) => part !== '')
  return parts.length === 0 ? '(no note)' : parts.join(' · ')
}
