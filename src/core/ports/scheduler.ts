/** A started thing that can be stopped; stopping twice is harmless. */
export type Dispose = () => void

export interface Scheduler {
  /** Calls back once after `delayMs`. */
  after(delayMs: number, run: () => void): Dispose
  /** Lets everything that waits have its turn, between two slices of long work. Work goes on: the process stays alive. */
  pause(): Promise<void>
}
