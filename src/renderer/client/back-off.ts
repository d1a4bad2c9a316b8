const FIRST_MS = 250
const MAX_MS = 10_000

/**
 * How long to wait before the next attempt to reach the host: doubling from 250 ms to 10 s, with up to a quarter taken
 * off by `random` (0 to 1), so that several windows do not knock together.
 */
export function backOffMs(failures: number, random: number): number {
  const full = Math.min(MAX_MS, FIRST_MS * 2 ** Math.min(failures, 20))
  return Math.round(full * (1 - random / 4))
}
