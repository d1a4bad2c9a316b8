/** One line of the table. */
export interface Figure {
  readonly what: string
  readonly limit: string
  readonly measured: string
  /** null: told, without a limit. */
  readonly ok: boolean | null
}

/** The middle of the sorted values: a slow moment of the machine does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new Error('a median of nothing')
  return (upper + lower) / 2
}

/** The value that `share` of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** Both in turn, so that whatever the machine does meanwhile falls on both; the first rounds only warm up. */
export async function inTurn(
  rounds: number,
  ours: (round: number) => unknown,
  raw: (round: number) => unknown,
): Promise<{ oursMs: number; rawMs: number }> {
  const times = { ours: [] as number[], raw: [] as number[] }
  const warmUp = Math.ceil(rounds / 5)
  for (let round = -warmUp; round < rounds; round += 1) {
    const at = Math.abs(round)
    const rawMs = await timed(() => raw(at))
    const oursMs = await timed(() => ours(at))
    if (round < 0) continue
    times.raw.push(rawMs)
    times.ours.push(oursMs)
  }
  return { oursMs: median(times.ours), rawMs: median(times.raw) }
}

/** Ours against the plain query: at most `times` as long, and `plusMs` for the way there and back. */
export function ratioFigure(
  what: string,
  { oursMs, rawMs }: { oursMs: number; rawMs: number },
  times: number,
  plusMs = 0,
): Figure {
  return {
    what,
    limit: `≤ ${times}× raw${plusMs === 0 ? '' : ` + ${plusMs} ms`}`,
    measured: `${ms(oursMs)}; raw ${ms(rawMs)} (${(oursMs / rawMs).toFixed(2)}×)`,
    ok: oursMs <= times * rawMs + plusMs,
  }
}

export function atMost(what: string, value: number, limit: number, show: (value: number) => string): Figure {
  return { what, limit: `≤ ${show(limit)}`, measured: show(value), ok: value <= limit }
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value)} ms`
}
