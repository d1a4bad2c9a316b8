import type { Entry } from '../../shared/contract/entities.ts'
import type { DayView, Overlap, OverlapFix } from '../../shared/contract/entries.ts'
import { formatClock } from '../../shared/format/format-clock.ts'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import type { Paint } from '../output/paint.ts'
import { isoInstant } from './entry-json.ts'
import { aboutText, shortId } from './entry-text.ts'
import type { NameBook } from './name-book.ts'

/** What each fix does, in words. */
export const FIX_WORDS: Readonly<Record<OverlapFix, string>> = {
  'trim-first': 'end the first where the second starts',
  'trim-second': 'start the second where the first ends',
  'split-around': 'split the longer one around the other',
}

export function overlapJson(overlap: Overlap) {
  const { firstId, secondId, startMs, endMs, fixes } = overlap
  return { firstId, secondId, start: isoInstant(startMs), end: isoInstant(endMs), durationMs: endMs - startMs, fixes }
}

/** Each overlap of a day with the command that mends it; nothing where there is none. */
export function overlapLines(view: DayView, names: NameBook, paint: Paint): string[] {
  if (view.overlaps.length === 0) return []
  const byId = new Map(view.entries.map((entry) => [entry.id, entry]))
  return [
    '',
    paint.warn(view.overlaps.length === 1 ? 'One overlap:' : `${view.overlaps.length} overlaps:`),
    ...view.overlaps.flatMap((overlap) => lines(overlap, view.zone, byId, names)),
  ]
}

function lines(overlap: Overlap, zone: string, byId: ReadonlyMap<string, Entry>, names: NameBook): string[] {
  const { firstId, secondId, startMs, endMs, fixes } = overlap
  const about = (id: string) => {
    const entry = byId.get(id)
    return entry === undefined ? shortId(id) : aboutText(entry, names(entry))
  }
  const clock = `${formatClock(startMs, zone, '24h')}–${formatClock(endMs, zone, '24h')}`
  const command = `stint fix ${shortId(firstId)} ${shortId(secondId)}`
  const [best, ...others] = fixes
  return [
    `  ${clock}  ${formatDurationProse(endMs - startMs)}: ${about(firstId)} and ${about(secondId)}`,
    ...(best === undefined ? [] : [`    ${command}  ${FIX_WORDS[best]}`]),
    ...others.map((fix) => `    ${command} --how ${fix}  ${FIX_WORDS[fix]}`),
  ]
}
