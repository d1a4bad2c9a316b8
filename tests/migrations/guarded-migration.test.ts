import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { describe, expect, it } from 'vitest'
import { verifyBackup } from '../../src/platform/profile/backups/verify-backup.ts'
import { digestSteps } from '../../src/platform/profile/content-digest.ts'
import { migrateProfile } from '../../src/platform/profile/migrate-profile.ts'
import { pendingMigrations, readShippedMigrations } from '../../src/platform/profile/shipped-migrations.ts'
import { drain } from '../../src/platform/profile/steps.ts'
import { makeFilledProfile } from '../torture/support/filled-profile.ts'
import { tempDir } from '../torture/support/temp-dir.ts'
import { openOk, openRefused } from '../torture/support/test-host.ts'
import { BREAKPOINT, versionAfter, versionWith } from './support/migrations-folder.ts'

/** What drizzle-kit writes when a column's default changes, for a parent whose children would be deleted with it. */
const CASCADE = [
  {
    tag: '0000_start',
    when: 1000,
    sql: [
      'CREATE TABLE `project` (`id` integer PRIMARY KEY NOT NULL, `colour` text);',
      'CREATE TABLE `entry` (`id` integer PRIMARY KEY NOT NULL, `project_id` integer NOT NULL, FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON DELETE cascade);',
    ].join(BREAKPOINT),
  },
  {
    tag: '0001_colour',
    when: 2000,
    sql: [
      'PRAGMA foreign_keys=OFF;',
      "CREATE TABLE `__new_project` (`id` integer PRIMARY KEY NOT NULL, `colour` text DEFAULT 'grey');",
      'INSERT INTO `__new_project`(`id`, `colour`) SELECT `id`, `colour` FROM `project`;',
      'DROP TABLE `project`;',
      'ALTER TABLE `__new_project` RENAME TO `project`;',
      'PRAGMA foreign_keys=ON;',
    ].join(BREAKPOINT),
  },
]

function cascadeDatabase(): Database.Database {
  const db = new Database(':memory:')
  migrate(drizzle(db), { migrationsFolder: versionWith(CASCADE.slice(0, 1)) })
  db.exec("insert into project values (1, 'red'); insert into entry values (1, 1), (2, 1)")
  return db
}

const countEntries = (db: Database.Database) => db.prepare('select count(*) from entry').pluck().get()

function migrateGuarded(db: Database.Database, dir: string, mayShrink: string[] = []) {
  const pending = pendingMigrations(db, readShippedMigrations(dir))
  if (!pending.ok) throw new Error(pending.error.message)
  return migrateProfile(db, pending.value, mayShrink)
}

describe('a migration that rebuilds a table whose children are deleted with it', () => {
  it('erases those children under drizzle’s own migrator, without an error: the trap is still there', () => {
    const db = cascadeDatabase()
    migrate(drizzle(db), { migrationsFolder: versionWith(CASCADE) })
    expect(countEntries(db)).toBe(0)
    db.close()
  })

  it('keeps every row under ours, and foreign keys bind again afterwards', () => {
    const db = cascadeDatabase()
    expect(migrateGuarded(db, versionWith(CASCADE))).toEqual({ ok: true, value: undefined })
    expect(countEntries(db)).toBe(2)
    expect(() => db.exec('insert into entry values (3, 99)')).toThrow(/FOREIGN KEY/)
    db.exec('insert into project (id) values (2)')
    expect(db.prepare('select colour from project where id = 2').pluck().get()).toBe('grey')
    db.close()
  })

  it('is noted as drizzle notes it, so that neither runs it again', () => {
    const db = cascadeDatabase()
    const dir = versionWith(CASCADE)
    migrateGuarded(db, dir)
    migrate(drizzle(db), { migrationsFolder: dir })
    expect(countEntries(db)).toBe(2)
    expect(db.prepare('select created_at from __drizzle_migrations order by created_at').pluck().all()).toEqual([
      1000, 2000,
    ])
    db.close()
  })
})

type Bad = readonly [what: string, sql: string, reason: RegExp]

const bad: readonly Bad[] = [
  ['loses rows', 'DELETE FROM entry_tags;', /entry_tags had \d+ rows before and 0 after/],
  ['drops a table', 'DROP TABLE plan_items; DROP TABLE entry_days;', /entry_days had \d+ rows/],
  [
    'breaks a reference',
    "DELETE FROM tags; INSERT INTO tags SELECT * FROM (SELECT 't9', 'x', 'x', 0, NULL, NULL);",
    /refers to a row of tags/,
  ],
  ['has a mistake in its SQL', `CREATE TABLE fine (id);${BREAKPOINT}INSERT INTO nowhere VALUES (1);`, /no such table/],
  ['breaks a constraint', 'UPDATE entries SET id = (SELECT min(id) FROM entries);', /UNIQUE/],
]

describe('a profile whose migration', () => {
  it.each(bad)('%s is left as it was, with the backup named', async (_, sql, reason) => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const before = contentOf(dir)
    const error = await openRefused(dir, { migrationsDir: versionAfter({ tag: '0001_bad', sql }) })
    expect(error).toMatchObject({
      code: 'migration-failed',
      migration: '0001_bad',
      reason: expect.stringMatching(reason),
    })
    expect(contentOf(dir)).toBe(before)
    const backup = error.code === 'migration-failed' ? error.backup : null
    expect(verifyBackup(path.join(dir, 'backups', backup ?? ''))).toMatchObject({ ok: true })
    // The version from before still works on it.
    await openOk(dir)
  })

  it('fails at the second of two keeps nothing of the first', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const before = contentOf(dir)
    const migrationsDir = versionAfter(
      { tag: '0001_good', sql: 'CREATE TABLE extra (id integer);' },
      { tag: '0002_bad', sql: 'DELETE FROM entries;' },
    )
    expect(await openRefused(dir, { migrationsDir })).toMatchObject({ code: 'migration-failed', migration: '0002_bad' })
    expect(contentOf(dir)).toBe(before)
  })

  it('is meant to take rows from a table may do so when that table is named', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const migrationsDir = versionAfter({ tag: '0001_shrink', sql: 'DELETE FROM entry_tags;' })
    const profile = await openOk(dir, { migrationsDir, mayShrink: ['entry_tags'] })
    expect(profile.db.current().prepare('select count(*) from entry_tags').pluck().get()).toBe(0)
  })

  it('succeeds has a verified backup from just before, that an undo of the update could use', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const before = contentOf(dir)
    const migrationsDir = versionAfter({ tag: '0001_extra', sql: 'CREATE TABLE extra (id integer);' })
    const profile = await openOk(dir, { migrationsDir })
    expect(profile.migratedFrom).toMatch(/-migration\.db$/)
    const backup = path.join(dir, 'backups', profile.migratedFrom ?? '')
    expect(verifyBackup(backup)).toMatchObject({ ok: true, value: { digestKnown: true } })
    expect(contentOf(dir, path.join('backups', profile.migratedFrom ?? ''))).toBe(before)
    await profile.close()
    // Restoring that older one in the new version migrates it again.
    const again = await openOk(dir, { migrationsDir })
    expect(again.migratedFrom).toBeNull()
    const restored = await again.backups.restore(profile.migratedFrom ?? '', 1_800_000_000_000)
    expect(restored).toMatchObject({ ok: true })
    expect(again.db.current().prepare('select count(*) from extra').pluck().get()).toBe(0)
  })

  it('has nothing to do makes no backup, and neither does a new profile', async () => {
    const dir = tempDir()
    const profile = await openOk(dir)
    expect(profile.migratedFrom).toBeNull()
    await profile.close()
    expect((await openOk(dir)).migratedFrom).toBeNull()
    expect(readdirSync(dir)).not.toContain('backups')
  })
})

function contentOf(dir: string, name = 'stint.db'): string {
  const db = new Database(path.join(dir, name), { readonly: true })
  try {
    return drain(digestSteps(db)).digest
  } finally {
    db.close()
  }
}
