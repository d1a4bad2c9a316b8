/** The candidates closest to what was typed, best first: slips of one or two letters, or the start of a word. */
export function nearest(typed: string, candidates: readonly string[], count = 3): string[] {
  const wanted = typed.toLowerCase()
  const most = wanted.length <= 3 ? 1 : wanted.length <= 6 ? 2 : 3
  return candidates
    .map((candidate) => {
      const name = candidate.toLowerCase()
      // Typed only in part (`retry` of `Payment retry`) is the best guess, too much (`Acme/Shop` for `Shop`) the last one.
      if (wanted.length >= 2 && name.includes(wanted)) return { candidate, distance: 0.5 }
      const isLonger = name.length >= 3 && wanted.includes(name)
      return { candidate, distance: isLonger ? most : editDistance(wanted, name, most) }
    })
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** Optimal string alignment: insert, delete, replace and swap of neighbours each cost one. Infinity above `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1)
      next.push(best)
    }
    before = row
    row = next
  }
  const distance = row[b.length] ?? Number.POSITIVE_INFINITY
  return distance <= most ? distance : Number.POSITIVE_INFINITY
}
