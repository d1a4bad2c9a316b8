import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hashesUnder } from '../torture/support/file-tree.ts'
import { makeFilledProfile } from '../torture/support/filled-profile.ts'
import { tempDir } from '../torture/support/temp-dir.ts'
import { openOk, openRefused } from '../torture/support/test-host.ts'
import { shippedFiles, versionAfter, versionWith } from './support/migrations-folder.ts'

const EXTRA = { tag: '0001_extra', sql: 'CREATE TABLE extra (id integer);' }

/** T11, and what drizzle's own migrator does not notice. */
describe('a profile', () => {
  it('last used by a newer version is refused, and not a byte of it changes', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    await (await openOk(dir, { migrationsDir: versionAfter(EXTRA) })).close()
    const before = hashesUnder(dir)
    const error = await openRefused(dir)
    expect(error).toMatchObject({ code: 'newer-profile', mend: expect.stringContaining('that version') })
    expect(withoutIndex(dir)).toEqual(before)
    // The newer version finds it as it left it.
    await openOk(dir, { migrationsDir: versionAfter(EXTRA) })
  })

  it('that had run a migration which was edited since is refused and unchanged', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const before = hashesUnder(dir)
    const [first, ...rest] = shippedFiles()
    if (first === undefined) throw new Error('There is no migration')
    const migrationsDir = versionWith([{ ...first, sql: `${first.sql}\n-- edited` }, ...rest])
    expect(await openRefused(dir, { migrationsDir })).toMatchObject({ code: 'edited-migration', migration: first.tag })
    expect(withoutIndex(dir)).toEqual(before)
  })

  it('that would skip a migration which came in late is refused and unchanged', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const lastMs = shippedFiles().at(-1)?.when ?? 0
    await (await openOk(dir, { migrationsDir: versionAfter({ ...EXTRA, when: lastMs + 2000 }) })).close()
    const before = hashesUnder(dir)
    const late = { tag: '0001_late', sql: 'CREATE TABLE late (id integer);', when: lastMs + 1000 }
    const migrationsDir = versionAfter(late, { ...EXTRA, tag: '0002_extra', when: lastMs + 2000 })
    expect(await openRefused(dir, { migrationsDir })).toMatchObject({
      code: 'out-of-order-migration',
      migration: '0001_late',
    })
    expect(withoutIndex(dir)).toEqual(before)
  })

  it('is not opened by a version whose own migrations are out of order', async () => {
    const lastMs = shippedFiles().at(-1)?.when ?? 0
    const migrationsDir = versionAfter({ ...EXTRA, when: lastMs - 1 })
    const dir = tempDir()
    await makeFilledProfile(dir)
    expect(await openRefused(dir, { migrationsDir })).toMatchObject({ code: 'out-of-order-migration' })
  })

  it('of another line of versions is refused like a newer one', async () => {
    const dir = tempDir()
    await makeFilledProfile(dir)
    const lastMs = shippedFiles().at(-1)?.when ?? 0
    await (await openOk(dir, { migrationsDir: versionAfter({ ...EXTRA, when: lastMs + 500 }) })).close()
    const other = versionAfter({ tag: '0001_other', sql: 'CREATE TABLE other (id integer);', when: lastMs + 1000 })
    expect(await openRefused(dir, { migrationsDir: other })).toMatchObject({ code: 'newer-profile' })
  })
})

/** A read-only look may leave SQLite's empty log and its index; both go with the next open. */
function withoutIndex(dir: string): Record<string, string> {
  const left: readonly string[] = readdirSync(dir).filter((name) => name === 'stint.db-wal' || name === 'stint.db-shm')
  return Object.fromEntries(Object.entries(hashesUnder(dir)).filter(([name]) => !left.includes(name)))
}
