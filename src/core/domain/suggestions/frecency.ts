/** How often and how recently something was used. */
export interface Use {
  readonly uses: number
  readonly lastUsedMs: number
}

/** A use counts half as much for each week that has passed since the last one. */
const HALF_LIFE_MS = 7 * 24 * 3_600_000

/** Larger is likelier to be wanted next: many uses, weighed down by the time since the last. */
export function frecency(use: Use, nowMs: number): number {
  const ageMs = Math.max(0, nowMs - use.lastUsedMs)
  return (1 + Math.log2(use.uses)) * 2 ** (-ageMs / HALF_LIFE_MS)
}
