/** Tags of a cell: separated by commas, or by semicolons or bars where there are any. Without repeats, in the order found. */
export function splitTags(text: string): string[] {
  if (text === '') return []
  const separator = text.includes(';') ? ';' : text.includes('|') ? '|' : ','
  return cleanTags(text.split(separator))
}

/** Tags are one line: other white space becomes a space. Empty ones and repeats go. */
export function cleanTags(tags: readonly string[]): string[] {
  const clean = tags.map((tag) => tag.replace(/\s+/g, ' ').trim()).filter((tag) => tag !== '')
  return clean.length < 2 ? clean : [...new Set(clean)]
}
