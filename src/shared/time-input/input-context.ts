import type { Day } from '../zone/day.ts'
import type { Zone } from '../zone/zone.ts'

/** What typed times are read against. */
export interface InputContext {
  readonly nowMs: number
  readonly zone: Zone
  /** The day that a bare clock time belongs to: the day on screen. Default: today. Words such as `yesterday` count from today. */
  readonly day?: Day
}
