import { fold } from '../../ui/rank-options.ts'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** The text cut where it holds one of the searched words, without regard to case and accents. Joined it is the text again. */
export function highlight(text: string, query: string): Piece[] {
  const words = [...new Set(fold(query.trim()).split(/\s+/))].filter((word) => word !== '')
  if (words.length === 0 || text === '') return [{ text, hit: false }]
  const { folded, starts } = foldWithStarts(text)
  const hits = new Uint8Array(text.length)
  for (const word of words) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      hits.fill(1, starts[at], starts[at + word.length])
    }
  }
  const pieces: Piece[] = []
  let from = 0
  for (let to = 1; to <= text.length; to += 1) {
    if (to < text.length && hits[to] === hits[from]) continue
    pieces.push({ text: text.slice(from, to), hit: hits[from] === 1 })
    from = to
  }
  return pieces
}

/** The folded text, and for each of its places (and its end) where the letter begins that it came from. */
function foldWithStarts(text: string): { folded: string; starts: number[] } {
  let folded = ''
  let at = 0
  const starts: number[] = []
  for (const letter of text) {
    const plain = fold(letter)
    for (let i = 0; i < plain.length; i += 1) starts.push(at)
    folded += plain
    at += letter.length
  }
  starts.push(text.length)
  return { folded, starts }
}

const BEFORE_HIT = 24

/**
 * One line of a long text that shows the first hit: line breaks become spaces, and what comes long before the hit is
 * left out.
 */
export function snippet(text: string, query: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  let at = 0
  for (const piece of highlight(line, query)) {
    if (piece.hit) break
    at += piece.text.length
  }
  if (at >= line.length || at <= 2 * BEFORE_HIT) return line
  const from = line.indexOf(' ', at - BEFORE_HIT)
  return `… ${line.slice(from === -1 || from > at ? at : from + 1)}`
}
