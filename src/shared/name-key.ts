/** How names and words are compared: composed, lower case by Unicode, single spaces. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
