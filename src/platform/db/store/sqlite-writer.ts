import { isDeepStrictEqual } from 'node:util'
import type { Change, EntityMap, StoreWriter } from '../../../core/ports/store.ts'
import type { EntityKind, Entry } from '../../../shared/contract/entities.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Statements } from '../statements.ts'
import { codecs, type RowKind } from './catalogue-codecs.ts'
import { entryQueries } from './entry-reader.ts'
import { daySlices, hideEntry, insertImportedEntry, localDay, showEntry, writeEntry } from './entry-writer.ts'
import { AS_CREATED } from './history-reader.ts'
import { queueEntry } from './queue-entry.ts'
import { SqliteReader } from './sqlite-reader.ts'

const MAX_NAMED_DAYS = 100

/** Writes inside one open transaction and remembers each change, for the change rows and the live delta. */
export class SqliteWriter extends SqliteReader implements StoreWriter {
  readonly changes: Change[] = []
  readonly kinds = new Set<EntityKind>()
  readonly #days = new Set<string>()
  readonly #atMs: number
  #accountsKept: boolean | undefined

  constructor(statements: Statements, atMs: number) {
    super(statements)
    this.#atMs = atMs
  }

  /** Local days whose time changed, or null where they are too many to name. */
  get days(): readonly string[] | null {
    return this.#days.size > MAX_NAMED_DAYS ? null : [...this.#days].sort()
  }

  put<K extends EntityKind>(kind: K, value: EntityMap[K]): void {
    const before = kind === 'settings' && !this.#settingsKept() ? null : (this.get(kind, value.id) ?? null)
    this.#write(kind, value, before)
    this.#note({ kind, id: value.id, before, after: value })
  }

  putImported(entry: Entry, importKey: string): void {
    insertImportedEntry(this.statements, entry, importKey)
    this.#note({ kind: 'entry', id: entry.id, before: null, after: AS_CREATED })
    this.#noteDays(entry)
  }

  remove(kind: Exclude<EntityKind, 'settings'>, id: string): void {
    const before = this.get(kind, id)
    if (before === undefined) return
    this.#hide(kind, id)
    this.#note({ kind, id, before, after: null })
  }

  applyChanges(changes: readonly Change[], side: 'before' | 'after'): Result<void, AppError> {
    const ordered = side === 'before' ? [...changes].reverse() : changes
    for (const change of ordered) {
      const expected = side === 'before' ? change.after : change.before
      const target = side === 'before' ? change.before : change.after
      const current = this.#currentState(change)
      if (expected !== AS_CREATED && !isDeepStrictEqual(current, expected)) return changedSince(change)
      if (expected === AS_CREATED && current === null) return changedSince(change)
      this.#moveTo(change, current, target)
    }
    return ok(undefined)
  }

  setUndone(commandId: string, atMs: number | null): void {
    this.statements.run('update commands set undone_at_ms = ? where id = ?', atMs, commandId)
  }

  #currentState(change: Change): unknown {
    if (change.kind === 'settings' && !this.#settingsKept()) return null
    return this.get(change.kind, change.id) ?? null
  }

  #moveTo(change: Change, current: unknown, target: unknown): void {
    if (target === null) {
      if (change.kind === 'settings') this.statements.run(`delete from settings where id = 'settings'`)
      else this.#hide(change.kind, change.id)
    } else if (target === AS_CREATED) {
      showEntry(this.statements, change.id)
      const entry = entryQueries.byId(this.statements, change.id)
      if (entry !== undefined) writeEntry(this.statements, entry, undefined)
    } else {
      // Change rows hold exactly what `put` was given for this kind.
      this.#write(change.kind, target as EntityMap[typeof change.kind], current)
    }
    this.#note({ kind: change.kind, id: change.id, before: current, after: target })
  }

  /** `before` is what stands there now, or null. */
  #write(kind: EntityKind, value: EntityMap[EntityKind], before: unknown): void {
    if (kind === 'entry') {
      writeEntry(this.statements, value as Entry, before === null ? undefined : (before as Entry))
    } else if (kind === 'settings') {
      const { id: _id, ...settings } = value as EntityMap['settings']
      this.statements.run(
        `insert into settings (id, value_json) values ('settings', ?) on conflict (id) do update set value_json = excluded.value_json`,
        JSON.stringify(settings),
      )
    } else {
      this.#writeRow(kind, value as never)
    }
  }

  #writeRow<K extends RowKind>(kind: K, value: EntityMap[K]): void {
    const { table, columns, write } = codecs[kind]
    this.statements.run(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
       on conflict (id) do update set ${columns
         .slice(1)
         .map((column) => `${column} = excluded.${column}`)
         .join(', ')}, deleted_at_ms = null`,
      ...write(value),
    )
  }

  #hide(kind: Exclude<EntityKind, 'settings'>, id: string): void {
    if (kind === 'entry') hideEntry(this.statements, id, this.#atMs)
    else this.statements.run(`update ${codecs[kind].table} set deleted_at_ms = ? where id = ?`, this.#atMs, id)
  }

  #note(change: Change): void {
    this.changes.push(change)
    this.kinds.add(change.kind)
    if (change.kind !== 'entry') return
    this.#queueForAccounts(change)
    if (change.before !== null && change.before !== AS_CREATED) this.#noteDays(change.before as Entry)
    if (change.after !== null && change.after !== AS_CREATED) this.#noteDays(change.after as Entry)
  }

  /** In the same transaction as the change itself: a change that is kept is also sent. */
  #queueForAccounts(change: Change): void {
    if (!this.#hasAccounts()) return
    const sides = [change.before, change.after].filter((side): side is Entry => side !== null && side !== AS_CREATED)
    const imported = sides.length === 0 ? entryQueries.byId(this.statements, change.id) : undefined
    queueEntry(this.statements, change.id, imported === undefined ? sides : [imported], this.#atMs)
  }

  #hasAccounts(): boolean {
    this.#accountsKept ??= this.statements.one('select 1 from accounts where deleted_at_ms is null') !== undefined
    return this.#accountsKept
  }

  #noteDays(entry: Entry): void {
    if (this.#days.size > MAX_NAMED_DAYS) return
    this.#days.add(localDay(entry))
    for (const slice of daySlices(entry)) this.#days.add(slice.day)
  }

  #settingsKept(): boolean {
    return this.statements.one(`select 1 from settings where id = 'settings'`) !== undefined
  }
}

function changedSince(change: Change): Result<never, AppError> {
  return {
    ok: false,
    error: appError('changed-since', 'This cannot be undone: something it touched was changed in another way since.', {
      kind: change.kind,
      id: change.id,
    }),
  }
}
