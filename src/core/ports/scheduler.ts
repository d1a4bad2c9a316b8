/** A started thing that can be stopped; stopping twice is harmless. */
export type Dispose = () => void

export interface Scheduler {
  /** Calls back once after `delayMs`. */
  after(delayMs: number, run: () => void): Dispose
}
