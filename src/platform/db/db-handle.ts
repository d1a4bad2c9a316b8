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

/** The handle as its owner, the profile, holds it. */
export interface SwappableDb extends DbHandle {
  /** Puts `next` in place and tells the listeners. The caller closes what was there. */
  swap(next: Database.Database): void
}

export function createDbHandle(first: Database.Database): SwappableDb {
  let db = first
  const listeners = new Set<() => void>()
  return {
    current: () => db,
    onReopen(listener) {
      // A wrapper of its own, so that the same function given twice is two registrations.
      const registered = () => listener()
      listeners.add(registered)
      return () => {
        listeners.delete(registered)
      }
    },
    swap(next) {
      db = next
      for (const listener of listeners) listener()
    },
  }
}
