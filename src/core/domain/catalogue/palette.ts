/** Project colours that keep apart from each other and stand out on light and dark ground alike. */
export const palette = [
  '#3b82f6',
  '#e0663a',
  '#2f9e6e',
  '#a855f7',
  '#c2871b',
  '#e0507f',
  '#1793a5',
  '#7c7f8f',
  '#6d6ff0',
  '#7c9a2e',
] as const

/** The palette's colour that the fewest projects use, in palette order. */
export function nextColour(used: readonly string[]): string {
  const counts = palette.map((colour) => used.filter((other) => other.toLowerCase() === colour).length)
  const least = Math.min(...counts)
  return palette[counts.indexOf(least)] ?? palette[0]
}
