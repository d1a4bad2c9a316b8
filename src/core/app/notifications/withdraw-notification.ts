import type { CoreContext } from '../core-context.ts'
import { readNotifications } from './read-notifications.ts'

/** What it was about is settled: marks it as read and takes it off every screen. A key never told is nobody's loss. */
export function withdrawNotification(context: CoreContext, key: string): void {
  const { ids, log, store } = context.ports
  const notification = store.read((reader) => reader.notificationByKey(key))
  if (notification === undefined || notification.readAtMs !== null) return
  const input = { commandKey: `withdraw:${ids.next()}`, ids: [notification.id] }
  const read = readNotifications(context, input, 'stint')
  if (!read.ok) log.warn({ reason: read.error.code }, 'a notification could not be withdrawn')
}
