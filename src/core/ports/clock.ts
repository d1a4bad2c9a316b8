/** The only way core learns what time it is. */
export interface Clock {
  /** Wall clock, UTC milliseconds. May jump; callers must not assume that it never goes back. */
  nowMs(): number
  /** Milliseconds from an arbitrary start that never go back and that nobody can set: for telling a stall or a changed clock. */
  monotonicMs(): number
  /** IANA zone of the machine (or TZ), asked anew each time: people travel. */
  zone(): string
}
