import { useState } from 'react'
import type { AbsencePiece } from '../../../shared/contract/absence.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { Button } from '../../ui/button.tsx'
import { causeWords, spanWords, type TimeWords } from './absence-words.ts'

/** More than these are shown on demand. */
const SHOWN = 3

/** Each absence of a question that has several. */
export function PieceList({ pieces, words }: { pieces: readonly AbsencePiece[]; words: TimeWords }) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? pieces : pieces.slice(-SHOWN)
  const more = pieces.length - shown.length
  return (
    <>
      <ul className="tabular max-h-40 overflow-y-auto text-sm text-ink-muted">
        {shown.map((piece) => (
          <li key={piece.fromMs}>
            {spanWords(piece, words)}, {formatDurationProse(piece.untilMs - piece.fromMs)}, {causeWords[piece.cause]}
          </li>
        ))}
      </ul>
      {pieces.length > SHOWN && (
        <Button size="sm" variant="quiet" className="-ml-2" onClick={() => setIsWhole(!isWhole)}>
          {more > 0 ? `Show ${more} earlier` : 'Show the latest alone'}
        </Button>
      )}
    </>
  )
}
