import type { Clock } from '../../src/core/ports/clock.ts'

/** A clock that stands still until it is told otherwise. Begins on Friday 20 Nov 2026, 09:00 in Stockholm. */
export class FakeClock implements Clock {
  #nowMs: number
  #zone: string
  #monotonicMs = 0

  constructor(nowMs = Date.UTC(2026, 10, 20, 8), zone = 'Europe/Stockholm') {
    this.#nowMs = nowMs
    this.#zone = zone
  }

  nowMs(): number {
    return this.#nowMs
  }

  zone(): string {
    return this.#zone
  }

  monotonicMs(): number {
    return this.#monotonicMs
  }

  /** Forward, or back with a negative number (a clock that is set, which the monotonic one does not follow). */
  advance(ms: number): void {
    this.#nowMs += ms
    this.#monotonicMs += Math.max(0, ms)
  }

  /** The wall clock jumps; no time passes. */
  jump(ms: number): void {
    this.#nowMs += ms
  }

  set(nowMs: number): void {
    this.#nowMs = nowMs
  }

  travelTo(zone: string): void {
    this.#zone = zone
  }
}
