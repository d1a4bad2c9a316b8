import { highlight } from './highlight.ts'

/** Text with the searched words marked. */
export function Highlighted({ text, query }: { text: string; query: string }) {
  if (query.trim() === '') return text
  return highlight(text, query).map(({ text: piece, hit }, index) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
      <mark key={index} className="rounded-[2px] bg-mark text-ink">
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
