import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Clock } from '../../core/ports/clock.ts'
import type {
  CommandMeta,
  CommandOutcome,
  EntryFilter,
  Store,
  StoreReader,
  StoreWriter,
} from '../../core/ports/store.ts'
import { type AppError, appError } from '../../shared/errors.ts'
import type { Result } from '../../shared/result.ts'
import type { DbHandle } from './db-handle.ts'
import { storeErrorOf } from './sqlite-errors.ts'
import { Statements } from './statements.ts'
import { AS_CREATED } from './store/history-reader.ts'
import { SqliteReader } from './store/sqlite-reader.ts'
import { SqliteWriter } from './store/sqlite-writer.ts'

/** The store over a profile's database. Prepared statements live as long as the database that is open. */
export function createStore(handle: DbHandle, clock: Pick<Clock, 'nowMs' | 'zone'>): Store {
  const prepared = new WeakMap<Database.Database, Statements>()

  function statements(): Statements {
    const db = handle.current()
    let found = prepared.get(db)
    if (found === undefined) {
      found = new Statements(db)
      prepared.set(db, found)
    }
    return found
  }

  return {
    read: <T>(ask: (reader: StoreReader) => T) => ask(new SqliteReader(statements())),

    command: <T>(
      key: string,
      input: string,
      work: (writer: StoreWriter) => Result<T, AppError>,
      metaOf: (value: T) => CommandMeta,
    ) => runCommand(statements(), clock.nowMs(), key, input, work, metaOf),

    scanEntries: (filter: EntryFilter, cursor: string | undefined, limit: number) =>
      new SqliteReader(statements()).scanEntries(filter, limit, cursor),
  }
}

/** Thrown only to leave better-sqlite3's transaction with a rollback. */
class Refusal extends Error {
  readonly error: AppError
  constructor(error: AppError) {
    super(error.message)
    this.error = error
  }
}

function runCommand<T>(
  statements: Statements,
  nowMs: number,
  key: string,
  input: string,
  work: (writer: StoreWriter) => Result<T, AppError>,
  metaOf: (value: T) => CommandMeta,
): CommandOutcome<T> {
  const inputHash = hash('sha256', input, 'base64url')
  const attempt = (): CommandOutcome<T> => {
    const seen = statements.one<{ input_hash: string; result_json: string }>(
      'select input_hash, result_json from commands where command_key = ?',
      key,
    )
    if (seen !== undefined) {
      if (seen.input_hash !== inputHash) throw new Refusal(keyReused(key))
      // The answer that this same command gave before, as it was written then.
      return { outcome: 'repeated', value: JSON.parse(seen.result_json) as T }
    }
    const writer = new SqliteWriter(statements, nowMs)
    const result = work(writer)
    if (!result.ok) throw new Refusal(result.error)
    const revision = writeCommand(statements, key, inputHash, result.value, metaOf(result.value))
    writeChanges(statements, revision, writer)
    return {
      outcome: 'done',
      value: result.value,
      // Revisions are counted by the table itself, one by one, and no command is ever deleted.
      commit: { previousRevision: revision - 1, revision, kinds: [...writer.kinds], days: writer.days },
    }
  }
  try {
    return statements.inTransaction(attempt)
  } catch (error) {
    const refused = error instanceof Refusal ? error.error : storeErrorOf(error)
    if (refused === undefined) throw error
    return { outcome: 'refused', error: refused }
  }
}

function writeCommand(
  statements: Statements,
  key: string,
  inputHash: string,
  value: unknown,
  meta: CommandMeta,
): number {
  const inserted = statements.run(
    `insert into commands (id, command_key, name, label, actor, at_ms, input_hash, result_json, undoable, moves)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    meta.id,
    key,
    meta.name,
    meta.label,
    meta.actor,
    meta.atMs,
    inputHash,
    JSON.stringify(value ?? null),
    meta.undoable ? 1 : 0,
    meta.moves,
  )
  return Number(inserted.lastInsertRowid)
}

function writeChanges(statements: Statements, revision: number, writer: SqliteWriter): void {
  writer.changes.forEach((change, ordinal) => {
    statements.run(
      'insert into changes (revision, ordinal, kind, entity_id, before_json, after_json) values (?, ?, ?, ?, ?, ?)',
      revision,
      ordinal,
      change.kind,
      change.id,
      side(change.before),
      side(change.after),
    )
  })
}

function side(value: unknown): string | null {
  if (value === null) return null
  return value === AS_CREATED ? '' : JSON.stringify(value)
}

function keyReused(key: string): AppError {
  return appError('key-reused', 'This command key was used for another command. Use a new key for each action.', {
    key,
  })
}
