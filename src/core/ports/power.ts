import type { Dispose } from './scheduler.ts'

/** What an operating system says about the person and the machine. */
export type PowerSignal =
  | 'lock'
  | 'unlock'
  | 'suspend'
  | 'resume'
  | 'shutdown'
  /** Fast user switching: another person took the seat, and this one came back. */
  | 'user-left'
  | 'user-back'

export interface Power {
  /** Since the last key or pointer movement, in milliseconds; undefined where this host cannot know. */
  idleMs(): number | undefined
  listen(hear: (signal: PowerSignal) => void): Dispose
}
