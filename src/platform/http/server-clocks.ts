import type { Clock } from '../../core/ports/clock.ts'
import type { ServerClock } from '../../core/ports/http.ts'

const KEPT_SAMPLES = 5
/** The wall clock was set, or the machine slept: what was known of the server's clock may be wrong by that much. */
const JUMP_MS = 2000

interface Sample {
  readonly offsetMs: number
  /** Wall minus monotonic: stays the same as long as nobody touches the clock. */
  readonly wallLeadMs: number
}

export interface ServerClocks {
  of(origin: string): ServerClock
  note(origin: string, serverDateMs: number, sentAtMs: number): void
}

/** How far the clocks of servers are ahead of this machine's: the median of the last five answers. */
export function createServerClocks(clock: Clock): ServerClocks {
  const samples = new Map<string, readonly Sample[]>()
  const wallLeadMs = () => clock.nowMs() - clock.monotonicMs()
  const good = (origin: string) => {
    const leadMs = wallLeadMs()
    return (samples.get(origin) ?? []).filter((sample) => Math.abs(sample.wallLeadMs - leadMs) <= JUMP_MS)
  }
  return {
    of(origin) {
      const offsets = good(origin)
        .map(({ offsetMs }) => offsetMs)
        .sort((a, b) => a - b)
      return { offsetMs: offsets[Math.floor(offsets.length / 2)] ?? null }
    },
    note(origin, serverDateMs, sentAtMs) {
      // The server stamped it somewhere between sending and now, and cut off the part of the second.
      const offsetMs = Math.round(serverDateMs + 500 - (sentAtMs + clock.nowMs()) / 2)
      samples.set(origin, [...good(origin), { offsetMs, wallLeadMs: wallLeadMs() }].slice(-KEPT_SAMPLES))
    },
  }
}
