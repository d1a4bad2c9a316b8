/** The only way core learns what time it is. */
export interface Clock {
  /** Wall clock, UTC milliseconds. May jump; callers must not assume that it never goes back. */
  nowMs(): number
  /** IANA zone of the machine (or TZ), asked anew each time: people travel. */
  zone(): string
}
