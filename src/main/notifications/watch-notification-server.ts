import type { Log } from '../../core/ports/log.ts'
import type { Dispose } from '../../core/ports/scheduler.ts'
import { busAddress } from '../../platform/dbus/bus-address.ts'
import type { BusLink } from '../../platform/dbus/bus-link.ts'
import { keepBusLink } from '../../platform/dbus/keep-bus-link.ts'
import { createScheduler } from '../../platform/scheduler/create-scheduler.ts'

const NAME = 'org.freedesktop.Notifications'

/** `hasMarkup`: it reads a small HTML in the body, so that text has to be escaped. */
export type NotificationServer = { readonly hasMarkup: boolean } | 'missing'

/**
 * Which notification server this Linux desktop has. Electron shows into the void where there is none, and passes the body
 * on as it is. Tells each change; without D-Bus at once that there is none.
 */
export function watchNotificationServer(log: Log, changed: (server: NotificationServer) => void): Dispose {
  const address = busAddress('session')
  if (address === undefined) changed('missing')

  async function ask(link: BusLink): Promise<void> {
    const answer = await link.call({
      destination: NAME,
      path: '/org/freedesktop/Notifications',
      interface: NAME,
      member: 'GetCapabilities',
      // Many desktops start theirs with the first notification.
      mayStart: true,
    })
    const abilities: unknown = answer.ok ? answer.value[0] : undefined
    changed(Array.isArray(abilities) ? { hasMarkup: abilities.includes('body-markup') } : 'missing')
  }

  return keepBusLink({
    log,
    address,
    scheduler: createScheduler(),
    opened(link) {
      void ask(link)
      // One that goes may be started again by the next notification: only another one in its place is news.
      link.follow({ name: NAME, signals: [], came: () => void ask(link), went: () => undefined })
    },
    lost: () => changed('missing'),
  })
}
