import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'

/** "Stnt": written into the file's header, so that another program's database is never taken for ours. */
export const APPLICATION_ID = 0x53746e74

export interface PragmaState {
  readonly name: string
  readonly wanted: string | number
  readonly found: unknown
}

/**
 * Opens the database for work: sole owner, write-ahead log, every commit on the disk before it is acknowledged.
 * SQLite forgets most of these settings from one open to the next (a reopened WAL file is back at NORMAL), so all
 * are set and read back. Throws SQLite's errors; the file must exist.
 */
export function openConnection(file: string, busyTimeoutMs: number): Database.Database {
  const db = new Database(file, { fileMustExist: true, timeout: busyTimeoutMs })
  try {
    // Before the first access to the log, so that its index lives in memory and needs no -shm file.
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    // 8 MB instead of the library's 16: what a day asks for fits many times, and a sum over years fits in neither.
    db.pragma('cache_size = -8000')
    db.pragma('trusted_schema = OFF')
    if (process.platform === 'darwin') {
      db.pragma('fullfsync = 1')
      db.pragma('checkpoint_fullfsync = 1')
    }
    // Takes the lock now, not at the first command.
    db.exec('BEGIN IMMEDIATE; COMMIT')
    const wrong = readPragmas(db, busyTimeoutMs).filter(({ wanted, found }) => wanted !== found)
    if (wrong.length > 0) throw new Error(`SQLite did not take these settings: ${JSON.stringify(wrong)}`)
    // Left by the read-only look before; with the lock held nobody else can be using it.
    rmSync(`${file}-shm`, { force: true })
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** The settings that durability and safety rest on, as the connection reports them. */
export function readPragmas(db: Database.Database, busyTimeoutMs: number): PragmaState[] {
  const wanted: Record<string, string | number> = {
    application_id: APPLICATION_ID,
    journal_mode: 'wal',
    synchronous: 2,
    foreign_keys: 1,
    locking_mode: 'exclusive',
    busy_timeout: busyTimeoutMs,
    trusted_schema: 0,
    ...(process.platform === 'darwin' ? { fullfsync: 1, checkpoint_fullfsync: 1 } : {}),
  }
  return Object.entries(wanted).map(([name, value]) => ({
    name,
    wanted: value,
    found: db.pragma(name, { simple: true }),
  }))
}
