import type { Scheduler } from '../../core/ports/scheduler.ts'

/** setTimeout takes 31 bits; a longer wait fires at once, so it is walked in steps of at most this. */
const LONGEST_STEP_MS = 2 ** 31 - 1

/** Timers that do not keep the process alive: a host lives by its server or its windows. */
export function createScheduler(): Scheduler {
  return {
    after(delayMs, run) {
      let timer: NodeJS.Timeout | undefined
      const wait = (leftMs: number) => {
        const stepMs = Math.min(Math.max(0, leftMs), LONGEST_STEP_MS)
        timer = setTimeout(() => (leftMs > stepMs ? wait(leftMs - stepMs) : run()), stepMs)
        timer.unref()
      }
      wait(delayMs)
      return () => clearTimeout(timer)
    },
    // Not a timer: an immediate costs microseconds and, unlike the timers above, holds the process until the work is done.
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  }
}
