import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { CoreContext } from '../core-context.ts'
import { type Command, runCommand } from '../run-command.ts'
import { tellOutside } from './tell-outside.ts'

type Input = ContractInputs['notifications']['read']

/** Marks notifications as read (without `ids` all of them) and takes them off the person's screen. Not undone by undo. */
export function readNotifications(
  context: CoreContext,
  input: Input,
  actor: string,
): Result<ContractOutputs['notifications']['read'], AppError> {
  const marked = runCommand(context, markRead, input, actor)
  if (!marked.ok) return marked
  const { ids, unread } = marked.value
  for (const id of ids) tellOutside(context, (notifier) => notifier.withdraw(id))
  return ok({ unread })
}

const markRead: Command<Input, { ids: string[]; unread: number }> = {
  name: 'notifications.read',
  undoable: false,
  label: ({ ids }) => `Read ${ids.length === 1 ? 'a notification' : `${ids.length} notifications`}`,
  run(writer, { ids }, { nowMs }) {
    const read: string[] = []
    const wanted =
      ids === undefined
        ? writer.notifications({ unreadOnly: true }, writer.unreadNotifications())
        : [...new Set(ids)].map((id) => writer.get('notification', id) ?? id)
    for (const notification of wanted) {
      if (typeof notification === 'string') {
        const data = { kind: 'notification', id: notification }
        return err(appError('not-found', 'There is no such notification.', data))
      }
      // The first reading counts.
      if (notification.readAtMs !== null) continue
      writer.put('notification', { ...notification, readAtMs: nowMs })
      read.push(notification.id)
    }
    return ok({ ids: read, unread: writer.unreadNotifications() })
  },
}
