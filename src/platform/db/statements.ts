import type Database from 'better-sqlite3'

/** Prepares each statement once per open database. */
export class Statements {
  readonly db: Database.Database
  readonly #prepared = new Map<string, Database.Statement>()

  constructor(db: Database.Database) {
    this.db = db
  }

  get(sql: string): Database.Statement {
    let statement = this.#prepared.get(sql)
    if (statement === undefined) {
      statement = this.db.prepare(sql)
      this.#prepared.set(sql, statement)
    }
    return statement
  }

  /** Rows as the SQL text names them; the caller states their shape, which the schema guarantees. */
  all<Row>(sql: string, ...params: unknown[]): Row[] {
    return this.get(sql).all(...params) as Row[]
  }

  one<Row>(sql: string, ...params: unknown[]): Row | undefined {
    return this.get(sql).get(...params) as Row | undefined
  }

  run(sql: string, ...params: unknown[]): Database.RunResult {
    return this.get(sql).run(...params)
  }
}
