import { type NoteWords, renderNote } from './render-note.ts'

/** Stands for the note while the rest of a template is filled in. */
const MARK = '\u{f8ff}'

/**
 * The person's own words in a note that a provider gave back: what stands where the template has `{note}`. null where
 * the rest does not look as the template makes it, so that nobody can tell the two apart.
 */
export function noteInside(template: string, text: string, words: NoteWords): string | null {
  if (template === '') return text
  const [before, after, ...more] = renderNote(template, MARK, words, Number.POSITIVE_INFINITY).split(MARK)
  if (before === undefined || after === undefined || more.length > 0) return null
  if (!text.startsWith(before) || !text.endsWith(after) || text.length < before.length + after.length) return null
  return text.slice(before.length, text.length - after.length)
}
