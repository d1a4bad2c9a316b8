import { readFileSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { z } from 'zod'
import { err, ok, type Result } from '../../shared/result.ts'
import type { OpenProfileError } from './open-profile-error.ts'

export interface Migration {
  readonly tag: string
  readonly whenMs: number
  /** sha-256 of the .sql file, as drizzle notes it. */
  readonly hash: string
  readonly statements: readonly string[]
}

const journalSchema = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.int() })) })

/** The migrations this version brings, in journal order. Throws when the folder is not one drizzle-kit made. */
export function readShippedMigrations(migrationsDir: string): Migration[] {
  const journalText = readFileSync(path.join(migrationsDir, 'meta', '_journal.json'), 'utf8')
  const { entries } = journalSchema.parse(JSON.parse(journalText))
  const files = readMigrationFiles({ migrationsFolder: migrationsDir })
  return files.map(({ folderMillis, hash, sql }, index) => ({
    tag: entries[index]?.tag ?? `migration ${index}`,
    whenMs: folderMillis,
    hash,
    statements: sql.filter((statement) => statement.trim() !== ''),
  }))
}

/**
 * Which migrations are still to run on `db`, or why none may. drizzle's own migrator compares only the last applied
 * time: it runs past an edited file, skips one that came in late, and opens a newer profile without a word.
 */
export function pendingMigrations(
  db: Database.Database,
  shipped: readonly Migration[],
): Result<readonly Migration[], OpenProfileError> {
  const late = shipped.find((migration, index) => {
    const before = shipped[index - 1]
    return before !== undefined && migration.whenMs <= before.whenMs
  })
  if (late) return err(outOfOrder(late.tag))
  const applied = readApplied(db)
  for (const [index, { whenMs, hash }] of applied.entries()) {
    const match = shipped[index]
    if (match?.whenMs === whenMs) {
      if (match.hash !== hash) return err(edited(match.tag))
      continue
    }
    if (match !== undefined && match.whenMs < whenMs && shipped.some((one) => one.whenMs === whenMs)) {
      return err(outOfOrder(match.tag))
    }
    return err(newer())
  }
  return ok(shipped.slice(applied.length))
}

function readApplied(db: Database.Database): { whenMs: number; hash: string }[] {
  const table = db.prepare("select 1 from sqlite_schema where type = 'table' and name = '__drizzle_migrations'").get()
  if (table === undefined) return []
  const rows = db.prepare('select created_at as whenMs, hash from __drizzle_migrations order by created_at').all()
  return z.array(z.object({ whenMs: z.coerce.number(), hash: z.string() })).parse(rows)
}

function edited(migration: string): OpenProfileError {
  return {
    code: 'edited-migration',
    migration,
    message: `The migration ${migration} was changed after this profile had run it.`,
    mend: 'Install a released version of Stint, or undo the change to that file. Nothing was changed.',
  }
}

function outOfOrder(migration: string): OpenProfileError {
  return {
    code: 'out-of-order-migration',
    migration,
    message: `The migration ${migration} came in before others that this profile has run already, so it can never run.`,
    mend: 'Install a released version of Stint, or give that migration a newer place. Nothing was changed.',
  }
}

function newer(): OpenProfileError {
  return {
    code: 'newer-profile',
    message: 'This profile was last used by a newer version of Stint.',
    mend: 'Start that version or a later one, or choose another folder with --profile. Nothing was changed.',
  }
}
