import { failedRow, type RowOutcome } from './import-row.ts'
import { type IntervalPlace, readTimewarriorInterval } from './timewarrior-interval.ts'
import { readUtc } from './timewarrior-json.ts'

/** A line of a month's file: `inc <start>[ - <end>][ # tags][ # "annotation"]`. */
const LINE = /^inc (\d{8}T\d{6}Z)(?: - (\d{8}T\d{6}Z))?(?: #(.*))?$/
const WORD = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]\S*))(?=\s|$)/y

/** `2026-03.data`: Timewarrior keeps one file per month. Its `tags.data` and `undo.data` hold no intervals. */
export function isTimewarriorMonth(fileName: string): boolean {
  return /(?:^|[\\/])\d{4}-\d{2}\.data$/.test(fileName)
}

/** Reads one line of a month's file that is not blank. */
export function readTimewarriorLine(text: string, place: IntervalPlace): RowOutcome {
  const match = LINE.exec(text.trim())
  const shown = text.trim().slice(0, 60)
  if (match === null) return failedRow(`This is no Timewarrior interval: “${shown}”`)
  const [, start = '', end, labelText = ''] = match
  const labels = readLabels(labelText)
  if (labels === undefined) return failedRow('The tags or the annotation have a quotation mark that is not closed')
  const startMs = readUtc(start)
  const endMs = end === undefined ? null : readUtc(end)
  if (startMs === undefined || endMs === undefined) return failedRow(`This is not a date and time: “${shown}”`)
  return readTimewarriorInterval({ startMs, endMs, ...labels }, place)
}

/** What follows the first `#`: tags until a second `#`, then the annotation. undefined: a quote is not closed. */
function readLabels(text: string): { tags: string[]; annotation: string } | undefined {
  const tags: string[] = []
  WORD.lastIndex = 0
  while (WORD.lastIndex < text.length) {
    const from = WORD.lastIndex
    const match = WORD.exec(text)
    if (match === null) return text.slice(from).trim() === '' ? { tags, annotation: '' } : undefined
    if (match[2] === '#') {
      const annotation = readAnnotation(text.slice(WORD.lastIndex).trim())
      return annotation === undefined ? undefined : { tags, annotation }
    }
    tags.push(match[1] === undefined ? (match[2] ?? '') : unescapeText(match[1]))
  }
  return { tags, annotation: '' }
}

/** It runs to the end of the line, so the last quote closes it, even after a backslash (`"C:\\"`). */
function readAnnotation(text: string): string | undefined {
  if (!text.startsWith('"')) return text
  return text.length > 1 && text.endsWith('"') ? unescapeText(text.slice(1, -1)) : undefined
}

/** Timewarrior 1.4 escapes quotation marks and nothing else, not even the backslash. */
function unescapeText(text: string): string {
  return text.replaceAll('\\"', '"')
}
