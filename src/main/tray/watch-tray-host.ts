import type { Log } from '../../core/ports/log.ts'
import type { Dispose } from '../../core/ports/scheduler.ts'
import { busAddress } from '../../platform/dbus/bus-address.ts'
import type { BusLink } from '../../platform/dbus/bus-link.ts'
import { keepBusLink } from '../../platform/dbus/keep-bus-link.ts'
import { createScheduler } from '../../platform/scheduler/create-scheduler.ts'

const NAME = 'org.kde.StatusNotifierWatcher'
const WATCHER = { destination: NAME, path: '/StatusNotifierWatcher', interface: NAME }

/**
 * Whether this Linux desktop has a place for tray icons: GNOME has none without an extension, and while people sign in
 * Stint may be there before the panel is. Tells each change, the first time always; without D-Bus it never tells.
 */
export function watchTrayHost(log: Log, changed: (isThere: boolean) => void): Dispose {
  let last: boolean | undefined
  const told = (isThere: boolean) => {
    if (isThere === last) return
    last = isThere
    changed(isThere)
  }

  async function ask(link: BusLink): Promise<void> {
    const answer = await link.call({
      ...WATCHER,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [NAME, 'IsStatusNotifierHostRegistered'],
    })
    const value: unknown = answer.ok ? answer.value[0] : undefined
    // A watcher that does not answer the question is taken at its name; no watcher is no host.
    told(answer.ok ? !(typeof value === 'object' && value !== null && Reflect.get(value, 'value') === false) : false)
  }

  return keepBusLink({
    log,
    scheduler: createScheduler(),
    address: busAddress('session'),
    opened(link) {
      void ask(link)
      link.follow({
        name: NAME,
        signals: ['StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered'].map((member) => ({
          ...WATCHER,
          member,
          hear: () => void ask(link),
        })),
        came: () => void ask(link),
        went: () => told(false),
      })
    },
    lost: () => told(false),
  })
}
