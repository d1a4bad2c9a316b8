import type { Notification } from '../../shared/contract/notifications.ts'
import { formatClock } from '../../shared/format/format-clock.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { CliContext } from '../cli-context.ts'
import { type CliError, refusal, usageError } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { flag } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { oneLine } from '../output/display-width.ts'
import { tableLines } from '../output/table.ts'
import { plural } from '../present/entry-answer.ts'
import { relativeDay, shortId } from '../present/entry-text.ts'
import { notificationJson, notificationText } from '../present/notification-text.ts'

/** As many as the contract gives at once; older ones matter to nobody. */
const SHOWN = 200

const listCommand = defineCommand({
  name: 'notifications list',
  summary: 'What Stint told you',
  options: { unread: flag('--unread', 'Only those that were not read') },
  examples: [
    { line: 'stint notifications', what: 'newest first; a dot stands before those that were not read' },
    { line: 'stint notifications --unread --json', what: 'for a status bar' },
  ],
  async run(context, _args, { unread }) {
    const asked = await context.ask((client) => client.notifications.list({ unreadOnly: unread, limit: SHOWN }))
    if (!asked.ok) return asked
    const { notifications: list } = asked.value
    return ok({
      json: () => ({ notifications: list.map(notificationJson) }),
      text: () => (list.length === 0 ? [nothing(unread)] : lines(context, list)),
    })
  },
})

const readCommand = defineCommand({
  name: 'notifications read',
  summary: 'Mark notifications as read',
  details: ['Not part of undo.'],
  args: [argument('[id...]', 'Which ones (default: all)', 'notifications')],
  options: {},
  examples: [{ line: 'stint notifications read', what: 'all of them' }],
  async run(context, typed) {
    const ids = await findIds(context, typed)
    if (!ids.ok) return ids
    const read = await context.ask((client) =>
      client.notifications.read({ commandKey: commandKey(), ...(ids.value.length === 0 ? {} : { ids: ids.value }) }),
    )
    if (!read.ok) return read
    const { unread } = read.value
    return ok({
      json: () => ({ unread }),
      text: () => [unread === 0 ? 'All read.' : `${plural(unread, 'notification')} left to read.`],
    })
  },
})

function nothing(unread: boolean): string {
  return unread ? 'Everything has been read.' : 'Stint has not told you anything yet.'
}

function lines({ nowMs, zone, paint, out }: CliContext, list: readonly Notification[]): string[] {
  const today = dayOf(nowMs, zone)
  const rows = list.map((notification) => [
    shortId(notification.id),
    `${relativeDay(dayOf(notification.atMs, zone), today)} ${formatClock(notification.atMs, zone, '24h')}`,
    notification.readAtMs === null ? '•' : '',
    oneLine(notificationText(notification)),
  ])
  return tableLines([{ paint: paint.dim }, {}, {}, { flexible: true }], rows, out.columns)
}

/** Ids as lists show them, whole or six or more characters from their end. */
async function findIds(context: CliContext, typed: readonly string[]): Promise<Result<string[], CliError>> {
  if (typed.length === 0) return ok([])
  const asked = await context.ask((client) => client.notifications.list({ limit: SHOWN }))
  if (!asked.ok) return asked
  const ids = new Set<string>()
  for (const word of typed) {
    const wanted = word.toLowerCase().replaceAll('-', '')
    if (!/^[0-9a-f]{6,32}$/.test(wanted)) {
      return err(
        usageError(`“${word}” is not the id of a notification.`, '“stint notifications” shows them.', { typed: word }),
      )
    }
    const found = asked.value.notifications.filter(({ id }) => id.replaceAll('-', '').endsWith(wanted))
    const [one, other] = found
    if (one === undefined || other !== undefined) return err(notOne(word, found))
    ids.add(one.id)
  }
  return ok([...ids])
}

function notOne(word: string, found: readonly Notification[]): CliError {
  const kind = 'notification'
  if (found.length === 0) {
    const message = `No recent notification has an id with ${word} at its end.`
    return refusal('not-found', message, '“stint notifications” shows them.', { kind, id: word })
  }
  const candidates = found.map(({ id }) => id)
  return refusal('ambiguous-id', `${found.length} notifications have an id with ${word}.`, 'Write more of it.', {
    kind,
    candidates,
  })
}

export const notifications: CommandGroup = {
  kind: 'group',
  name: 'notifications',
  summary: 'What Stint told you',
  commands: [listCommand, readCommand],
  fallback: 'list',
}
