import type { Absence } from '../../../shared/contract/absence.ts'
import { clipPieces } from '../../domain/absence/clip-pieces.ts'
import { isClockEntry } from '../../domain/entries/entry-span.ts'
import type { StoreReader } from '../../ports/store.ts'

/**
 * The question as it stands now: its pieces cut to what the entry still covers, for the entry may have been edited
 * since. Undefined where nothing is left to ask.
 */
export function openQuestion(reader: StoreReader, nowMs: number): Absence | undefined {
  const absence = reader.openAbsence()
  if (absence === undefined) return undefined
  const entry = reader.get('entry', absence.entryId)
  if (entry === undefined || !isClockEntry(entry) || entry.offComputer) return undefined
  const pieces = clipPieces(absence.pieces, entry.time.startedAtMs, entry.time.endedAtMs ?? nowMs)
  return pieces.length === 0 ? undefined : { ...absence, pieces }
}
