export const RELOADS = 3
const WITHIN_MS = 60_000

/** Says whether a page that crashed may be loaded again: three times in a minute, for a fourth would crash as well. */
export function createReloadBudget(): { spend(nowMs: number): boolean; refill(): void } {
  let spent: number[] = []
  return {
    spend(nowMs) {
      spent = spent.filter((atMs) => nowMs - atMs < WITHIN_MS)
      if (spent.length >= RELOADS) return false
      spent.push(nowMs)
      return true
    },
    refill() {
      spent = []
    },
  }
}
