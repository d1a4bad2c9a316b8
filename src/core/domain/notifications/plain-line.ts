/**
 * What a terminal, a notification service or a screen reader might act on instead of showing it: control characters,
 * line and paragraph separators, and the marks that turn the direction of what follows.
 */
const ACTIVE = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu

/**
 * Any text as one harmless line of at most `maxLength` UTF-16 units, cut with “…” and never through the middle of a
 * character. Markup is left as it stands: whoever shows the line shows it as text.
 */
export function plainLine(text: string, maxLength: number): string {
  const line = text.toWellFormed().replace(ACTIVE, ' ').replace(/\s+/gu, ' ').trim()
  if (line.length <= maxLength) return line
  // Half of a surrogate pair at the cut goes as well.
  return `${line
    .slice(0, maxLength - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
