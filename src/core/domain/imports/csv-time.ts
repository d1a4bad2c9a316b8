import type { EntryTime } from '../../../shared/contract/entities.ts'
import { addDays } from '../../../shared/zone/day-arithmetic.ts'
import { CALENDAR_DAY_MS, dayFromNumber } from '../../../shared/zone/day-number.ts'
import { isZone, type Zone } from '../../../shared/zone/zone.ts'
import { type Point, placeClock } from './place-clock.ts'
import { type DateOrder, readDate } from './read-date.ts'
import { type Length, type LengthUnit, readLength } from './read-length.ts'
import { joinWall, type Moment, readMoment } from './read-moment.ts'
import { readTimeOfDay } from './read-time-of-day.ts'

/** The cells of a row that speak of time; '' where empty or not in the file. */
export interface TimeCells {
  readonly start: string
  readonly end: string
  readonly startDate: string
  readonly endDate: string
  readonly duration: string
  readonly zone: string
}

export interface TimeContext {
  readonly zone: Zone
  readonly order: DateOrder | undefined
  readonly lengthUnit: LengthUnit
}

export interface RowTime {
  readonly time: EntryTime
  /** Start and length as the file writes them: see `contentKey`. */
  readonly start: string
  readonly length: string
  readonly warnings: readonly string[]
}

/** The time of a row, 'running' where it has begun and not ended, or why it cannot be read. */
export function readRowTime(
  cells: TimeCells,
  context: TimeContext,
): RowTime | 'running' | { readonly refused: string } {
  const zone = cells.zone === '' ? context.zone : cells.zone
  if (cells.zone !== '' && !isZone(zone))
    return { refused: `“${cells.zone}” is not a time zone. Write one such as Europe/Stockholm` }
  const read = readRowLength(cells, context.lengthUnit)
  if ('refused' in read) return read
  const { length } = read
  const start = readPoint(cells.startDate, cells.start, context.order)
  if (typeof start === 'string') return { refused: start }
  if (start === null) return { refused: 'There is no start and no date' }
  if (start.kind === 'day') {
    if (cells.end !== '') return { refused: 'There is an end but no start time' }
    if (length === null) return { refused: 'There is no start time and no duration' }
    const time: EntryTime = { kind: 'day', day: start.day, durationMs: length.ms, zone }
    return { time, start: start.day, length: `${length.ms}`, warnings: [] }
  }
  const end = readEnd(cells, start, context.order)
  if (typeof end === 'string') return { refused: end }
  if (end.point === null && length === null) return 'running'
  const placed = placeClock(start, end.point, length, zone)
  if (typeof placed === 'string') return { refused: `${placed} (${inWords(cells)})` }
  const { startedAtMs, endedAtMs } = placed
  return {
    time: { kind: 'clock', startedAtMs, endedAtMs, zone },
    start: keyOf(start),
    length: lengthKey(start, end.point, length),
    warnings: [...read.warnings, ...placed.warnings, ...end.warnings],
  }
}

/** A row that has its end needs no length: one that cannot be read is then left out of account. */
function readRowLength(
  { duration, end }: TimeCells,
  unit: LengthUnit,
): { readonly length: Length | null; readonly warnings: readonly string[] } | { readonly refused: string } {
  if (duration === '') return { length: null, warnings: [] }
  const length = readLength(duration, unit)
  if (length === 'which-unit') {
    if (end !== '') return { length: null, warnings: [] }
    return { refused: `${duration} of what? Name the column Hours, Minutes or Seconds, or write 1:30:00` }
  }
  if (length !== undefined) return { length, warnings: [] }
  if (end !== '')
    return { length: null, warnings: [`The duration “${duration}” cannot be read; start and end were taken`] }
  return { refused: `The duration “${duration}” cannot be read. Write it as 1:30:00 or 1.5` }
}

/** null: both cells are empty. */
function readPoint(dateText: string, text: string, order: DateOrder | undefined): Moment | string | null {
  if (text === '') {
    if (dateText === '') return null
    return readMoment(dateText, order) ?? unreadableDate(dateText, order)
  }
  const timeOfDayMs = readTimeOfDay(text)
  if (timeOfDayMs === undefined) return readMoment(text, order) ?? unreadableDate(text, order)
  if (dateText === '') return `“${text}” has no date`
  const date = readMoment(dateText, order)
  if (date === undefined) return unreadableDate(dateText, order)
  // Some tools repeat the whole moment in the date column; its own time of day is then the same or 00:00.
  if (date.kind === 'day') return joinWall(date.day, timeOfDayMs)
  if (date.kind === 'wall') return joinWall(dayOfWall(date.localMs), timeOfDayMs)
  return `“${dateText}” and “${text}” are two times for one moment`
}

function readEnd(
  cells: TimeCells,
  start: Point,
  order: DateOrder | undefined,
): { readonly point: Point | null; readonly warnings: readonly string[] } | string {
  if (cells.end === '') return { point: null, warnings: [] }
  const timeOfDayMs = readTimeOfDay(cells.end)
  if (timeOfDayMs !== undefined && cells.endDate === '' && start.kind === 'wall') {
    // No date of its own: the same day as the start, or the next where it would run backwards.
    const day = dayOfWall(start.localMs)
    const sameDay = joinWall(day, timeOfDayMs)
    if (sameDay.localMs >= start.localMs) return { point: sameDay, warnings: [] }
    const nextDay = joinWall(addDays(day, 1), timeOfDayMs)
    return { point: nextDay, warnings: [`It ends at ${cells.end}, before its start; the next day was taken`] }
  }
  const end = readPoint(cells.endDate, cells.end, order)
  if (typeof end === 'string') return end
  if (end === null || end.kind === 'day') return `The end “${cells.end}” has no time of day`
  return { point: end, warnings: [] }
}

function dayOfWall(localMs: number): string {
  return dayFromNumber(Math.floor(localMs / CALENDAR_DAY_MS))
}

function unreadableDate(text: string, order: DateOrder | undefined): string {
  if (order === undefined && (readDate(text, 'dmy') ?? readDate(text, 'mdy')) !== undefined) {
    return `“${text}” can be read two ways. Say whether the day or the month comes first`
  }
  const form = order === 'dmy' ? 'day/month/year' : order === 'mdy' ? 'month/day/year' : 'YYYY-MM-DD'
  return `“${text}” is not a date and time that can be read (dates here are ${form})`
}

function inWords(cells: TimeCells): string {
  const from = [cells.startDate, cells.start].filter((text) => text !== '').join(' ')
  const to = [cells.endDate, cells.end].filter((text) => text !== '').join(' ')
  return to === '' ? from : `${from} to ${to}`
}

function keyOf(point: Point): string {
  return point.kind === 'instant' ? `${point.ms}Z` : `${point.localMs}`
}

/** By the clock on the wall where the file has one, so that the key does not depend on the zone it is read in. */
function lengthKey(start: Point, end: Point | null, length: Length | null): string {
  if (end === null) return `${length?.ms ?? 0}`
  if (start.kind === 'instant') return `${(end.kind === 'instant' ? end.ms : end.localMs) - start.ms}`
  return `${(end.kind === 'wall' ? end.localMs : end.ms) - start.localMs}`
}
