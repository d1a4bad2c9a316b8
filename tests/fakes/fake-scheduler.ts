import type { Scheduler } from '../../src/core/ports/scheduler.ts'
import type { FakeClock } from './fake-clock.ts'

/** Timers that fire when the test lets time pass, in order and each at its own moment. */
export class FakeScheduler implements Scheduler {
  readonly #clock: FakeClock
  readonly #timers = new Map<number, { readonly dueMs: number; readonly run: () => void }>()
  #count = 0

  constructor(clock: FakeClock) {
    this.#clock = clock
  }

  after(delayMs: number, run: () => void): () => void {
    this.#count += 1
    const id = this.#count
    this.#timers.set(id, { dueMs: this.#clock.monotonicMs() + Math.max(0, delayMs), run })
    return () => {
      this.#timers.delete(id)
    }
  }

  pause(): Promise<void> {
    return Promise.resolve()
  }

  /** How many timers wait; a leak shows here. */
  get waiting(): number {
    return this.#timers.size
  }

  /** How long until the next timer fires; null: none waits. */
  get nextInMs(): number | null {
    const next = this.#next()
    return next === undefined ? null : Math.max(0, next.dueMs - this.#clock.monotonicMs())
  }

  /** Time passes, and what is due in it runs; what that starts counts as well. */
  pass(ms: number): void {
    const untilMs = this.#clock.monotonicMs() + ms
    for (let next = this.#next(); next !== undefined && next.dueMs <= untilMs; next = this.#next()) {
      this.#clock.advance(Math.max(0, next.dueMs - this.#clock.monotonicMs()))
      this.#timers.delete(next.id)
      next.run()
    }
    this.#clock.advance(untilMs - this.#clock.monotonicMs())
  }

  /** The machine sleeps: the wall clock goes on, timers and the monotonic clock do not. */
  sleep(ms: number): void {
    this.#clock.jump(ms)
  }

  #next() {
    let first: { id: number; dueMs: number; run: () => void } | undefined
    // Timers of the same moment run in the order in which they were set.
    for (const [id, timer] of this.#timers)
      if (first === undefined || timer.dueMs < first.dueMs) first = { id, ...timer }
    return first
  }
}
