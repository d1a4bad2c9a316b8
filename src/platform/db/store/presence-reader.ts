import type { EntityMap } from '../../../core/ports/store.ts'
import type { Statements } from '../statements.ts'
import { codecs } from './catalogue-codecs.ts'

type Row = Record<string, unknown>

const absenceColumns = codecs.absence.columns.join(', ')
const notificationColumns = codecs.notification.columns.join(', ')

/** Questions about absences, and notifications. */
export const presenceQueries = {
  unansweredAbsences(statements: Statements): EntityMap['absence'][] {
    return statements
      .all<Row>(
        `select ${absenceColumns} from absences
         where state in ('open', 'waiting') and deleted_at_ms is null order by asked_at_ms, id`,
      )
      .map((row) => codecs.absence.read(row))
  },

  notifications(
    statements: Statements,
    filter: { unreadOnly: boolean; sinceMs?: number | undefined },
    limit: number,
  ): EntityMap['notification'][] {
    const unread = filter.unreadOnly ? 'and read_at_ms is null' : ''
    return statements
      .all<Row>(
        `select ${notificationColumns} from notifications
         where deleted_at_ms is null and at_ms >= ? ${unread} order by at_ms desc, id desc limit ?`,
        filter.sinceMs ?? 0,
        limit,
      )
      .map((row) => codecs.notification.read(row))
  },

  unread(statements: Statements): number {
    return (
      statements.one<{ unread: number }>(
        'select count(*) as unread from notifications where deleted_at_ms is null and read_at_ms is null',
      )?.unread ?? 0
    )
  },

  byKey(statements: Statements, key: string): EntityMap['notification'] | undefined {
    const row = statements.one<Row>(
      `select ${notificationColumns} from notifications where natural_key = ? and deleted_at_ms is null`,
      key,
    )
    return row && codecs.notification.read(row)
  },
}
