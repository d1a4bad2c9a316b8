import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrateProfile } from '../../src/platform/profile/migrate-profile.ts'
import { pendingMigrations, readShippedMigrations } from '../../src/platform/profile/shipped-migrations.ts'
import { migrationsDir, openTestDatabase } from '../fakes/test-core.ts'
import { expectSound } from '../torture/support/check-profile.ts'
import { fill } from '../torture/support/filled-profile.ts'
import { tempDir } from '../torture/support/temp-dir.ts'
import { openTestHost, visible } from '../torture/support/test-host.ts'
import { shippedFiles, versionAfter, versionWith } from './support/migrations-folder.ts'
import { type OldEntry, oldEntries, writeOldEntries } from './support/old-data.ts'
import { rebuildEntries } from './support/rebuild-entries.ts'

/** T10. One step per migration: a file as the version before left it, with data, goes through that migration. */
const steps = shippedFiles().map((file, index, all) => ({
  ...file,
  before: all.slice(0, index),
  upTo: all.slice(0, index + 1),
}))

describe('every migration', () => {
  it.each(steps)('$tag keeps all rows and all time of the version before', ({ before, upTo }) => {
    const db = new Database(':memory:')
    if (before.length > 0) {
      // Written as the first version wrote it, then brought to the version before: years of use on one machine.
      run(db, versionWith(before.slice(0, 1)))
      writeOldEntries(db, sample())
      run(db, versionWith(before))
    }
    const kept = before.length === 0 ? undefined : timeIn(db)
    run(db, versionWith(upTo))
    if (kept !== undefined) {
      const { rows, ...time } = timeIn(db)
      const { rows: keptRows, ...keptTime } = kept
      expect(time).toEqual(keptTime)
      // New tables begin empty; no older one has lost or won a row.
      expect(rows).toEqual({ ...Object.fromEntries(Object.keys(rows).map((table) => [table, 0])), ...keptRows })
    }
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  })

  it('one after the other give the very schema that all at once give', () => {
    const [stepwise, atOnce] = [new Database(':memory:'), new Database(':memory:')]
    for (const { upTo } of steps) run(stepwise, versionWith(upTo))
    run(atOnce, migrationsDir)
    expect(schemaOf(stepwise)).toEqual(schemaOf(atOnce))
  })

  it('under our wrapper gives the very schema that drizzle’s own migrator gives', () => {
    const db = new Database(':memory:')
    run(db, migrationsDir)
    const drizzles = openTestDatabase()
    expect(schemaOf(db)).toEqual(schemaOf(drizzles))
  })
})

describe('a rebuild of the entries, as drizzle-kit will write the next one,', () => {
  it('keeps every row and the time of every day, whatever the entries were', () => {
    const version = versionAfter({ tag: '0001_rebuild', sql: rebuildEntries() })
    fc.assert(
      fc.property(oldEntries, (entries) => {
        const db = openTestDatabase()
        const before = fillOld(db, entries)
        run(db, version)
        expect(timeIn(db)).toEqual(before)
        expectSound(db)
        db.close()
      }),
      { seed: 20261120, numRuns: 60, interruptAfterTimeLimit: 5000, markInterruptAsFailure: false },
    )
  })

  it('changes nothing that a person sees', async () => {
    const dir = tempDir()
    const opened = await openTestHost(dir)
    await fill(opened)
    const before = await visible(opened.client)
    run(opened.profile.db.current(), versionAfter({ tag: '0001_rebuild', sql: rebuildEntries() }))
    expect(await visible(opened.client)).toBe(before)
    await opened.client.timer.stop({ commandKey: opened.key() })
    expectSound(opened.profile.db.current())
  })
})

function run(db: Database.Database, dir: string): void {
  const pending = pendingMigrations(db, readShippedMigrations(dir))
  if (!pending.ok) throw new Error(pending.error.message)
  const migrated = migrateProfile(db, pending.value)
  if (!migrated.ok) throw new Error(`${migrated.error.migration}: ${migrated.error.reason}`)
}

function sample(): readonly OldEntry[] {
  return fc.sample(oldEntries, { seed: 7, numRuns: 5 }).flat()
}

function fillOld(db: Database.Database, entries: readonly OldEntry[]) {
  writeOldEntries(db, entries)
  return timeIn(db)
}

/** Rows of every table, and the milliseconds of each day: what no migration may change. */
function timeIn(db: Database.Database) {
  const tables = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all() as string[]
  return {
    rows: Object.fromEntries(tables.map((name) => [name, db.prepare(`select count(*) from "${name}"`).pluck().get()])),
    days: db.prepare('select day, sum(ms) from entry_days group by day order by day').raw().all(),
    totals: db
      .prepare('select sum(duration_ms), sum(started_at_ms), sum(ended_at_ms), max(seq) from entries')
      .raw()
      .get(),
  }
}

function schemaOf(db: Database.Database): unknown[] {
  const rows = db.prepare('select type, name, tbl_name, sql from sqlite_schema order by name').raw().all() as string[][]
  db.close()
  // drizzle writes its own table over several lines and in quotes.
  return rows.map((row) => row.map((text) => text?.replace(/["\s]+/g, '')))
}
