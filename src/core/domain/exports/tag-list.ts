/** Tags in one cell: joined by commas, a tag that holds a comma or a quotation mark in quotes, as RFC 4180 quotes cells. */
export function writeTagList(tags: readonly string[]): string {
  return tags.map((tag) => (/[",]/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)).join(', ')
}

/** The inverse of {@link writeTagList}. */
export function readTagList(text: string): string[] {
  const tags: string[] = []
  const pattern = /\s*(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/y
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (match === null) return text.split(',').map((tag) => tag.trim())
    tags.push(match[1]?.replaceAll('""', '"') ?? match[2]?.trim() ?? '')
  }
  return tags.filter((tag) => tag !== '')
}
