import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'

export interface ContentDigest {
  /** sha-256 over every value of every row of every table, base64url. */
  readonly digest: string
  readonly rows: number
}

/**
 * What a database says, apart from how its pages lie: equal for a file and its `VACUUM INTO` copy, unequal when one
 * byte of data differs. SQLite's own checks look at structure only and miss a flipped byte inside a value.
 */
export function contentDigest(db: Database.Database): ContentDigest {
  const hash = createHash('sha256')
  let rows = 0
  for (const table of tablesOf(db)) {
    hash.update(`\u0000${table}\u0000`)
    const name = `"${table.replaceAll('"', '""')}"`
    let batch = ''
    for (const row of db.prepare(`select * from ${name}`).raw().iterate()) {
      rows += 1
      batch += JSON.stringify(row)
      if (batch.length > 65_536) {
        hash.update(batch)
        batch = ''
      }
    }
    hash.update(batch)
  }
  return { digest: hash.digest('base64url'), rows }
}

function tablesOf(db: Database.Database): string[] {
  return db
    .prepare("select name from pragma_table_list where schema = 'main' and type in ('table', 'shadow') order by name")
    .pluck()
    .all()
    .filter(
      (name): name is string => typeof name === 'string' && (!name.startsWith('sqlite_') || name === 'sqlite_sequence'),
    )
}
