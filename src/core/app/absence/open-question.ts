import type { Absence } from '../../../shared/contract/absence.ts'
import { clipPieces } from '../../domain/absence/clip-pieces.ts'
import { isClockEntry } from '../../domain/entries/entry-span.ts'
import type { StoreReader } from '../../ports/store.ts'

/** The question to ask now, as it stands: the oldest that has something left to ask. The others wait for their turn. */
export function openQuestion(reader: StoreReader, nowMs: number): Absence | undefined {
  for (const absence of reader.unansweredAbsences()) {
    const pieces = piecesLeft(reader, absence, nowMs)
    if (pieces.length > 0) return { ...absence, pieces, state: 'open' }
  }
  return undefined
}

/** Pieces cut to what the entry still covers, for it may have been edited since; none where nothing is left to ask. */
export function piecesLeft(
  reader: StoreReader,
  { entryId, pieces }: Pick<Absence, 'entryId' | 'pieces'>,
  nowMs: number,
): Absence['pieces'] {
  const entry = reader.get('entry', entryId)
  if (entry === undefined || !isClockEntry(entry) || entry.offComputer) return []
  return clipPieces(pieces, entry.time.startedAtMs, entry.time.endedAtMs ?? nowMs)
}
