import type Database from 'better-sqlite3'

/** Prepares each statement once per open database. */
export class Statements {
  readonly db: Database.Database
  readonly #prepared = new Map<string, Database.Statement>()

  /** Runs work in a transaction that takes the write lock at once; what it throws rolls everything back. */
  readonly inTransaction: <T>(work: () => T) => T

  constructor(db: Database.Database) {
    this.db = db
    const transaction = db.transaction((work: () => unknown) => work())
    // better-sqlite3 types the answer by the function it was made from; each call answers with what its work answers.
    this.inTransaction = <T>(work: () => T) => transaction.immediate(work) as T
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
