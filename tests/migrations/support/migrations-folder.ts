import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrationsDir } from '../../fakes/test-core.ts'
import { tempDir } from '../../torture/support/temp-dir.ts'

export interface MigrationFile {
  readonly tag: string
  readonly when: number
  readonly sql: string
}

/** The migrations of this version, oldest first. */
export function shippedFiles(): MigrationFile[] {
  const journal = JSON.parse(readFileSync(path.join(migrationsDir, 'meta', '_journal.json'), 'utf8'))
  return journal.entries.map(({ tag, when }: MigrationFile) => ({
    tag,
    when,
    sql: readFileSync(path.join(migrationsDir, `${tag}.sql`), 'utf8'),
  }))
}

/** A folder as drizzle-kit makes it, of these migrations: another version of Stint. */
export function versionWith(files: readonly MigrationFile[]): string {
  const dir = tempDir()
  mkdirSync(path.join(dir, 'meta'))
  const entries = files.map(({ tag, when }, idx) => ({ idx, version: '6', when, tag, breakpoints: true }))
  writeFileSync(path.join(dir, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }))
  for (const { tag, sql } of files) writeFileSync(path.join(dir, `${tag}.sql`), sql)
  return dir
}

/** This version and one more migration. */
export function versionAfter(...more: readonly (Omit<MigrationFile, 'when'> & { when?: number })[]): string {
  const shipped = shippedFiles()
  const lastMs = shipped.at(-1)?.when ?? 0
  return versionWith([...shipped, ...more.map((file, index) => ({ when: lastMs + 1000 * (index + 1), ...file }))])
}

export const BREAKPOINT = '--> statement-breakpoint\n'
