import type Database from 'better-sqlite3'

/** What must hold in every profile, whatever happened; undefined when it does. */
export function checkInvariants(db: Database.Database): string | undefined {
  const running = countRunning(db)
  return running > 1 ? `${running} entries are running at once` : undefined
}

/** Entries without an end. 0 where the table is not there (yet). */
export function countRunning(db: Database.Database): number {
  return countWhere(db, "kind = 'clock' and ended_at_ms is null and deleted_at_ms is null")
}

/** Entries that are not removed. */
export function countEntries(db: Database.Database): number {
  return countWhere(db, 'deleted_at_ms is null')
}

function countWhere(db: Database.Database, condition: string): number {
  const table = db.prepare("select 1 from sqlite_schema where type = 'table' and name = 'entries'").get()
  if (table === undefined) return 0
  return Number(db.prepare(`select count(*) from entries where ${condition}`).pluck().get())
}
