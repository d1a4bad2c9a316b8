import type { Notifier } from '../../ports/notifier.ts'
import type { CoreContext } from '../core-context.ts'

/**
 * Asks something of the host's notification service. What it does with that is its own affair: a service that is
 * missing or throws is noted in the log, and everything else stands.
 */
export function tellOutside({ ports }: CoreContext, ask: (notifier: Notifier) => void): void {
  try {
    ask(ports.notifier)
  } catch (err) {
    ports.log.warn({ err }, 'the notification service failed')
  }
}
