import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../../../tests/torture/support/temp-dir.ts'
import { digestSteps } from './content-digest.ts'
import { drain } from './steps.ts'

const digest = (db: Database.Database) => drain(digestSteps(db)).digest

function withRows(rows: readonly (readonly [number | null, string | null, Uint8Array | null])[]): Database.Database {
  const db = new Database(':memory:')
  db.exec('create table t (a, b, c); create table w (k text primary key) without rowid; create index i on t (b)')
  const insert = db.prepare('insert into t values (?, ?, ?)')
  for (const row of rows) insert.run(...row)
  return db
}

const row = fc.tuple(
  fc.option(fc.integer()),
  fc.option(fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => text.isWellFormed() && !text.includes('\0'))),
  fc.option(fc.uint8Array({ maxLength: 8 })),
)

describe('the content digest', () => {
  it('of a VACUUM INTO copy is that of its source, whatever is in it', () => {
    const dir = tempDir()
    let count = 0
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.nat(), (rows, removed) => {
        const db = withRows(rows)
        // A gap in the rowids, which a copy may close.
        db.prepare('delete from t where rowid = ?').run(removed % (rows.length + 1))
        count += 1
        db.prepare('vacuum into ?').run(`${dir}/${count}.db`)
        const copy = new Database(`${dir}/${count}.db`, { readonly: true })
        expect(digest(copy)).toBe(digest(db))
        copy.close()
        db.close()
      }),
      { seed: 3, numRuns: 60, interruptAfterTimeLimit: 5000 },
    )
  })

  it.each<[string, string]>([
    ['one letter', "update t set b = 'y' where a = 1"],
    ['null for empty', 'update t set b = null where a = 2'],
    ['a number for its text', "update t set a = '1' where a = 1"],
    ['a byte of a blob', "update t set c = x'0102' where a = 2"],
    ['two rows for each other', 'update t set a = 3 - a'],
    ['a row more', 'insert into t values (null, null, null)'],
    ['a row in a table without rowids', "insert into w values ('k')"],
    ['an empty table more', 'create table u (a)'],
  ])('differs when %s changes', (_, sql) => {
    const db = withRows([
      [1, 'x', null],
      [2, '', new Uint8Array([1, 3])],
    ])
    const before = digest(db)
    db.exec(sql)
    expect(digest(db)).not.toBe(before)
    db.close()
  })

  it('yields between pages of a long table and counts every row', () => {
    const db = withRows(Array.from({ length: 5001 }, (_, index) => [index, 'x', null]))
    const steps = digestSteps(db)
    let yields = 0
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) yields += 1
    expect(step.value.rows).toBe(5001)
    expect(yields).toBeGreaterThanOrEqual(2)
    db.close()
  })
})
