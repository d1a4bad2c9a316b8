export interface NoteWords {
  readonly projectName: string | null
  readonly item: { readonly key: string; readonly title: string } | null
}

const CUT = '…'

/**
 * A note as a provider gets it: `{note}`, `{item}` (a work item's key), `{title}` and `{project}` are filled in; what is
 * empty leaves no double spaces. Longer than the provider takes: cut between letters, with a mark that it was.
 */
export function renderNote(template: string, note: string, words: NoteWords, maxLength: number): string {
  const values: Readonly<Record<string, string>> = {
    note,
    item: words.item?.key ?? '',
    title: words.item?.title ?? '',
    project: words.projectName ?? '',
  }
  // An untouched note is not tidied: its own spaces are the person's.
  const text =
    template === ''
      ? note
      : template
          .replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
          .replace(/[ \t]+/g, ' ')
          .trim()
  return cutTo(text, maxLength)
}

function cutTo(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length + CUT.length > maxLength) break
    kept += segment
  }
  return kept + CUT
}
