import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { CoreContext } from '../core-context.ts'

const PAGE = 50

/** Newest first. */
export function listNotifications(
  { ports }: CoreContext,
  { unreadOnly = false, limit = PAGE }: ContractInputs['notifications']['list'],
): ContractOutputs['notifications']['list'] {
  return ports.store.read((reader) => ({
    notifications: reader.notifications({ unreadOnly }, limit),
    unread: reader.unreadNotifications(),
  }))
}
