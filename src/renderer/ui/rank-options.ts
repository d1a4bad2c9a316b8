/** Anything that can be found by typing a few of its letters. */
export interface Rankable {
  readonly label: string
  /** More words to find it by: client, key, group. */
  readonly keywords?: string | undefined
}

/**
 * Options that hold every typed word, best first: label equal, label begins, a word of it begins, somewhere inside,
 * only in the keywords. Equal ones keep their order. Without text: all, as given.
 */
export function rankOptions<T extends Rankable>(options: readonly T[], text: string, limit = 100): T[] {
  const query = fold(text.trim())
  if (query === '') return options.slice(0, limit)
  const words = query.split(/\s+/)
  const found: { option: T; score: number }[] = []
  for (const option of options) {
    const score = scoreOf(option, query, words)
    if (score > 0) found.push({ option, score })
  }
  // Array.prototype.sort is stable.
  found.sort((a, b) => b.score - a.score)
  return found.slice(0, limit).map(({ option }) => option)
}

function scoreOf(option: Rankable, query: string, words: readonly string[]): number {
  const label = fold(option.label)
  const all = `${label} ${fold(option.keywords ?? '')}`
  if (!words.every((word) => all.includes(word))) return 0
  if (label === query) return 5
  if (label.startsWith(query)) return 4
  if (words.every((word) => label.startsWith(word) || label.includes(` ${word}`))) return 3
  return words.every((word) => label.includes(word)) ? 2 : 1
}

/** Case and accents do not matter: `aterforing` finds `Återföring`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
