/** How names and words are compared: composed, lower case by Unicode, single spaces. NUL counts as one: SQLite's LIKE ends there. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\0]+/gu, ' ')
    .trim()
}
