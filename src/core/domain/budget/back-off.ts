export interface BackOff {
  readonly baseMs: number
  readonly capMs: number
}

/**
 * How long to wait before try `attempt` (1 is the first repetition): anywhere between nothing and a bound that doubles
 * each time ("full jitter"), so that those who failed together do not come back together.
 * `random` is from [0, 1).
 */
export function backOffMs(attempt: number, { baseMs, capMs }: BackOff, random: number): number {
  const boundMs = Math.min(capMs, baseMs * 2 ** Math.min(Math.max(0, attempt - 1), 52))
  return Math.floor(random * boundMs)
}
