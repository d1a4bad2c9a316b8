import type { CoreContext } from '../core-context.ts'
import { listNotifications } from '../notifications/list-notifications.ts'
import { readNotifications } from '../notifications/read-notifications.ts'
import { unwrap } from './error-bridge.ts'
import type { ContractImplementer } from './implementer.ts'

/** What the person was told, and what they have read of it. */
export function createNotificationRoutes(os: ContractImplementer, context: CoreContext) {
  return {
    notifications: {
      list: os.notifications.list.handler(({ input }) => listNotifications(context, input)),
      read: os.notifications.read.handler(({ input, context: { actor } }) =>
        unwrap(readNotifications(context, input, actor)),
      ),
    },
  }
}
