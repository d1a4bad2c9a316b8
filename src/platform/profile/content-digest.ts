import { createHash, type Hash } from 'node:crypto'
import type Database from 'better-sqlite3'

export interface ContentDigest {
  /** sha-256 over every value of every row of every table, base64url. */
  readonly digest: string
  readonly rows: number
}

interface Table {
  readonly name: string
  readonly hasRowid: boolean
}

/** Some 5 ms of reading. */
const ROWS_PER_STEP = 2_000

/**
 * What a database says, apart from how its pages lie: equal for a file and its `VACUUM INTO` copy, unequal when one
 * byte of data differs. SQLite's own checks look at structure only and miss a flipped byte inside a value.
 * Yields between steps and holds no statement open meanwhile; the caller makes sure that nothing was written.
 */
export function* digestSteps(db: Database.Database): Generator<void, ContentDigest> {
  const hash = createHash('sha256')
  let rows = 0
  for (const table of tablesOf(db)) {
    hash.update(`\u0000${table.name}\u0000`)
    rows += yield* addTable(db, table, hash)
  }
  return { digest: hash.digest('base64url'), rows }
}

function* addTable(db: Database.Database, { name, hasRowid }: Table, hash: Hash): Generator<void, number> {
  const quoted = `"${name.replaceAll('"', '""')}"`
  if (!hasRowid) return addRows(hash, db.prepare(`select * from ${quoted}`).raw().all(), 0)
  const page = db.prepare(`select rowid, * from ${quoted} where rowid > ? order by rowid limit ${ROWS_PER_STEP}`).raw()
  let rows = 0
  for (let after: unknown = -(2 ** 53); ; ) {
    const found = page.all(after)
    rows += addRows(hash, found, 1)
    if (found.length < ROWS_PER_STEP) return rows
    after = firstOf(found.at(-1))
    yield
  }
}

/** Without the rowid, where it was asked for: one that no column holds may change in a copy, the order does not. */
function addRows(hash: Hash, rows: unknown[], skipped: 0 | 1): number {
  let text = ''
  for (const row of rows) text += JSON.stringify(Array.isArray(row) ? row.slice(skipped) : row)
  hash.update(text)
  return rows.length
}

function firstOf(row: unknown): unknown {
  return Array.isArray(row) ? row[0] : undefined
}

function tablesOf(db: Database.Database): Table[] {
  return db
    .prepare(
      "select name, wr from pragma_table_list where schema = 'main' and type in ('table', 'shadow') order by name",
    )
    .raw()
    .all()
    .flatMap((row) => {
      const [name, withoutRowid] = row as [string, number]
      const isOurs = !name.startsWith('sqlite_') || name === 'sqlite_sequence'
      return isOurs ? [{ name, hasRowid: withoutRowid === 0 }] : []
    })
}
