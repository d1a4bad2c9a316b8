import type { Notification, NotificationKind, Place } from '../../../shared/contract/notifications.ts'
import { ok } from '../../../shared/result.ts'
import { inQuietHours } from '../../domain/notifications/in-quiet-hours.ts'
import { plainLine } from '../../domain/notifications/plain-line.ts'
import type { CoreContext } from '../core-context.ts'
import { type Command, runCommand } from '../run-command.ts'
import { tellOutside } from './tell-outside.ts'

/** The contract's limits, in UTF-16 units. */
const MAX_TITLE = 120
const MAX_BODY = 400

export interface Occasion {
  /** Natural key, 1 to 200 characters: what makes this the same occasion. It is told once, ever. */
  readonly key: string
  readonly kind: NotificationKind
  readonly title: string
  readonly body: string
  readonly place: Place
}

/**
 * Keeps a notification, and shows it outside Stint's pages unless the person wants quiet now. Pages hear of it by the
 * live state. Texts may come from anywhere: they are made plain, single lines of bounded length here.
 * Undefined where this occasion was told before, or could not be kept (logged): what is not kept would be told again.
 */
export function notify(context: CoreContext, occasion: Occasion): Notification | undefined {
  const { ids, log, store } = context.ports
  // Asked before the command, so that a known occasion leaves no command behind; nothing else can write in between.
  if (store.read((reader) => reader.notificationByKey(occasion.key)) !== undefined) return undefined
  const kept = runCommand(context, keepNotification, { commandKey: `notify:${ids.next()}`, ...occasion }, 'stint')
  if (!kept.ok) {
    log.warn({ kind: occasion.kind, reason: kept.error.code }, 'a notification could not be kept')
    return undefined
  }
  const notification = kept.value
  if (!notification.quiet) {
    const { id, title, body, place } = notification
    tellOutside(context, (notifier) => notifier.show({ id, title, body, place }))
  }
  return notification
}

const keepNotification: Command<Occasion & { commandKey: string }, Notification> = {
  name: 'notifications.add',
  undoable: false,
  label: ({ title }) => `Notify: ${title}`,
  run(writer, { key, kind, title, body, place }, { nowMs, zone, newId }) {
    const settings = writer.settings()
    const notification: Notification = {
      id: newId(),
      key,
      kind,
      title: plainLine(title, MAX_TITLE) || 'Stint',
      body: plainLine(body, MAX_BODY),
      place,
      atMs: nowMs,
      quiet: !settings.notifications || inQuietHours(settings.quietHours, nowMs, zone),
      readAtMs: null,
    }
    writer.put('notification', notification)
    return ok(notification)
  },
}
