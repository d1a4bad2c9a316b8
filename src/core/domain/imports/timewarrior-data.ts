import type { Zone } from '../../../shared/zone/zone.ts'
import type { ImportCollector } from './import-collector.ts'
import { readMoment } from './read-moment.ts'
import { addTimewarriorInterval } from './timewarrior-interval.ts'

/** A line of a month's file: `inc <start>[ - <end>][ # tags][ # "annotation"]`. */
const LINE = /^inc(?:\s+(\d{8}T\d{6}Z))?(?:\s+-\s+(\d{8}T\d{6}Z))?\s*(?:#\s*(.*))?$/
const WORD = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]\S*))(?=\s|$)/y

/** `2026-03.data`: Timewarrior keeps one file per month. Its `tags.data` and `undo.data` hold no intervals. */
export function isTimewarriorMonth(fileName: string): boolean {
  return /(?:^|[\\/])\d{4}-\d{2}\.data$/.test(fileName)
}

/** Reads one line of a month's file into the collector. Blank lines are passed over. */
export function readTimewarriorLine(
  text: string,
  place: { readonly line: number; readonly file: string; readonly zone: Zone },
  collector: ImportCollector,
): void {
  const trimmed = text.trim()
  if (trimmed === '') return
  const match = LINE.exec(trimmed)
  const startText = match?.[1]
  if (startText === undefined) {
    return collector.fail(place.line, place.file, `This is no Timewarrior interval: “${trimmed.slice(0, 60)}”`)
  }
  const labels = readLabels(match?.[3] ?? '')
  if (labels === undefined) {
    return collector.fail(place.line, place.file, 'The tags or the annotation have a quotation mark that is not closed')
  }
  const startMs = instantOf(startText)
  const endMs = match?.[2] === undefined ? null : instantOf(match[2])
  if (startMs === undefined || endMs === undefined) {
    return collector.fail(place.line, place.file, `This is not a date and time: “${trimmed.slice(0, 60)}”`)
  }
  addTimewarriorInterval({ startMs, endMs, ...labels }, place, collector)
}

function instantOf(text: string): number | undefined {
  const moment = readMoment(text, undefined)
  return moment?.kind === 'instant' ? moment.ms : undefined
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
      const rest = text.slice(WORD.lastIndex).trim()
      const quoted = /^"((?:[^"\\]|\\.)*)"$/s.exec(rest)
      if (quoted === null && rest.startsWith('"')) return undefined
      return { tags, annotation: quoted === null ? rest : unescape(quoted[1] ?? '') }
    }
    tags.push(match[1] === undefined ? (match[2] ?? '') : unescape(match[1]))
  }
  return { tags, annotation: '' }
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped))
}
