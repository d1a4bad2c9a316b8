import type { Clock } from '../../src/core/ports/clock.ts'
import type { Power, PowerSignal } from '../../src/core/ports/power.ts'

/** A machine that signals what the test says. */
export class FakePower implements Power {
  readonly #listeners = new Set<(signal: PowerSignal) => void>()
  readonly #clock: Pick<Clock, 'monotonicMs'>
  #lastInputMs: number | undefined

  constructor(clock: Pick<Clock, 'monotonicMs'>) {
    this.#clock = clock
  }

  /** Like most systems, by a clock that stands still while the machine sleeps. Unknown until the first `touch`. */
  idleMs(): number | undefined {
    return this.#lastInputMs === undefined ? undefined : this.#clock.monotonicMs() - this.#lastInputMs
  }

  listen(hear: (signal: PowerSignal) => void): () => void {
    this.#listeners.add(hear)
    return () => this.#listeners.delete(hear)
  }

  signal(...signals: readonly PowerSignal[]): void {
    for (const signal of signals) for (const hear of this.#listeners) hear(signal)
  }

  /** A key or the pointer, now. */
  touch(): void {
    this.#lastInputMs = this.#clock.monotonicMs()
  }

  get listeners(): number {
    return this.#listeners.size
  }
}
