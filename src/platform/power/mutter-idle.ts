import type { Clock } from '../../core/ports/clock.ts'
import type { BusLink } from '../dbus/bus-link.ts'

const NAME = 'org.gnome.Mutter.IdleMonitor'
const MONITOR = { destination: NAME, path: '/org/gnome/Mutter/IdleMonitor/Core', interface: NAME }
/** Shorter idle times read as 0: half the shortest time that a person can set. */
const WATCH_AFTER_MS = 30_000

export interface MutterIdle {
  /** undefined: no GNOME here. Otherwise exact from half a minute on, and 0 below. */
  idleMs(): number | undefined
}

/**
 * GNOME's idle monitor on the session bus. It calls when nobody touched anything for half a minute, and again at the next
 * touch, so that nothing is ever polled.
 */
export function followMutterIdle(
  link: BusLink,
  clock: Pick<Clock, 'monotonicMs'>,
  available: (is: boolean) => void,
): MutterIdle {
  let isThere = false
  /** On the monotonic clock, which stands still while the machine sleeps, as Mutter's own does. */
  let idleSinceMs: number | undefined
  let idleWatch: unknown
  let activeWatch: unknown

  async function watchForIdle(): Promise<void> {
    const watch = await link.call({
      ...MONITOR,
      member: 'AddIdleWatch',
      signature: 't',
      body: [BigInt(WATCH_AFTER_MS)],
    })
    if (!watch.ok) return
    idleWatch = watch.value[0]
    isThere = true
    available(true)
    // Somebody may have been away for long when Stint starts.
    await measure(WATCH_AFTER_MS)
  }

  async function measure(atLeastMs: number): Promise<void> {
    const answer = await link.call({ ...MONITOR, member: 'GetIdletime' })
    const idleMs = Number(answer.ok ? answer.value[0] : 0)
    if (!(idleMs >= atLeastMs)) return
    idleSinceMs = clock.monotonicMs() - idleMs
    const watch = await link.call({ ...MONITOR, member: 'AddUserActiveWatch' })
    if (watch.ok) activeWatch = watch.value[0]
    // Nobody would tell of the next touch.
    else idleSinceMs = undefined
  }

  link.follow({
    name: NAME,
    signals: [
      {
        ...MONITOR,
        member: 'WatchFired',
        hear([watch]) {
          if (watch === undefined) return
          if (watch === activeWatch) {
            idleSinceMs = undefined
            activeWatch = undefined
          } else if (watch === idleWatch) void measure(1)
        },
      },
    ],
    came: () => void watchForIdle(),
    went() {
      isThere = false
      idleSinceMs = undefined
      idleWatch = undefined
      activeWatch = undefined
      available(false)
    },
  })

  return {
    idleMs() {
      if (!isThere) return undefined
      return idleSinceMs === undefined ? 0 : Math.max(0, Math.round(clock.monotonicMs() - idleSinceMs))
    },
  }
}
