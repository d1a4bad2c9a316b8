import type Database from 'better-sqlite3'
import type { Dispose } from '../../core/ports/scheduler.ts'

/**
 * The open database of a profile. A restore swaps it for another, so its users ask `current()` for each piece of
 * work and keep nothing made from an earlier answer (prepared statements included) beyond `onReopen`.
 */
export interface DbHandle {
  current(): Database.Database
  /** Called after another database was put in place. */
  onReopen(listener: () => void): Dispose
}
