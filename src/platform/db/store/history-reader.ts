import type { Change, CommandRecord } from '../../../core/ports/store.ts'
import { type EntityKind, entityKindSchema } from '../../../shared/contract/entities.ts'
import type { Statements } from '../statements.ts'

interface CommandRow {
  revision: number
  id: string
  name: string
  label: string
  actor: string
  at_ms: number
  undone_at_ms: number | null
  moves: string | null
}

interface ChangeRow {
  kind: string
  entity_id: string
  before_json: string | null
  after_json: string | null
}

const SELECT = 'select revision, id, name, label, actor, at_ms, undone_at_ms, moves from commands'
const OWN = 'undoable = 1 and moves is null'

/**
 * Undo takes back the newest command that still stands. Redo brings back the one taken back last, unless a
 * command that still stands came after it.
 */
export const historyQueries = {
  lastUndoable(statements: Statements, sinceMs: number): CommandRecord | undefined {
    // Asked after each commit: by the end of the table, which finds it at once, not by all of the last weeks.
    const row = statements.one<CommandRow>(
      `${SELECT} where ${OWN} and undone_at_ms is null order by revision desc limit 1`,
    )
    return row && row.at_ms >= sinceMs ? toRecord(row) : undefined
  },

  lastRedoable(statements: Statements, sinceMs: number): CommandRecord | undefined {
    const standing = statements.one<{ revision: number }>(
      `select revision from commands where ${OWN} and undone_at_ms is null order by revision desc limit 1`,
    )
    const row = statements.one<CommandRow>(
      `${SELECT} where ${OWN} and undone_at_ms is not null and at_ms >= ? and revision > ?
       order by (select max(u.revision) from commands u where u.moves = commands.id) desc limit 1`,
      sinceMs,
      standing?.revision ?? 0,
    )
    return row && toRecord(row)
  },

  list(statements: Statements, sinceMs: number, limit: number): CommandRecord[] {
    return statements
      .all<CommandRow>(`${SELECT} where ${OWN} and at_ms >= ? order by revision desc limit ?`, sinceMs, limit)
      .map(toRecord)
  },

  changesOf(statements: Statements, commandId: string): Change[] {
    return statements
      .all<ChangeRow>(
        `select c.kind, c.entity_id, c.before_json, c.after_json from changes c
         join commands m on m.revision = c.revision where m.id = ? order by c.ordinal`,
        commandId,
      )
      .map((row) => ({
        kind: entityKindSchema.parse(row.kind),
        id: row.entity_id,
        before: row.before_json === null ? null : JSON.parse(row.before_json),
        after: row.after_json === null ? null : row.after_json === '' ? AS_CREATED : JSON.parse(row.after_json),
      }))
  },

  createdWithBatch(statements: Statements, batchId: string): { kind: EntityKind; id: string }[] {
    return statements
      .all<{ kind: string; entity_id: string }>(
        `select kind, entity_id from changes
         where revision = (select min(revision) from changes where kind = 'importBatch' and entity_id = ?)
           and before_json is null and kind not in ('entry', 'importBatch') order by ordinal`,
        batchId,
      )
      .map((row) => ({ kind: entityKindSchema.parse(row.kind), id: row.entity_id }))
  },
}

/** Stands for the state of an imported entry right after its creation, which is not written twice. */
export const AS_CREATED = Symbol('as created')

function toRecord(row: CommandRow): CommandRecord {
  return {
    revision: row.revision,
    id: row.id,
    name: row.name,
    label: row.label,
    actor: row.actor,
    atMs: row.at_ms,
    undoneAtMs: row.undone_at_ms,
    moves: row.moves,
  }
}
