import type { Clock } from '../../src/core/ports/clock.ts'

/** A clock that stands still until it is told otherwise. Begins on Friday 20 Nov 2026, 09:00 in Stockholm. */
export class FakeClock implements Clock {
  #nowMs: number
  #zone: string

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

  /** Forward, or back with a negative number. */
  advance(ms: number): void {
    this.#nowMs += ms
  }

  set(nowMs: number): void {
    this.#nowMs = nowMs
  }

  travelTo(zone: string): void {
    this.#zone = zone
  }
}
