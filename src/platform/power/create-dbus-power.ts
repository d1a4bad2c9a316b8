import type { Clock } from '../../core/ports/clock.ts'
import type { Log } from '../../core/ports/log.ts'
import type { Power, PowerSignal } from '../../core/ports/power.ts'
import type { Dispose, Scheduler } from '../../core/ports/scheduler.ts'
import { busAddress } from '../dbus/bus-address.ts'
import { keepBusLink } from '../dbus/keep-bus-link.ts'
import { followLogind } from './logind.ts'
import { followMutterIdle, type MutterIdle } from './mutter-idle.ts'
import { followScreenSavers } from './screen-savers.ts'
import { askSessionIdle, type SessionIdle } from './session-idle.ts'

export interface DbusPower extends Power {
  /** As `idleMs`, but only where the source is exact to the second. */
  exactIdleMs(): number | undefined
  /** What is heard of now: 'logind', 'screen saver', 'idle monitor'. */
  sources(): string[]
  dispose(): void
}

export interface DbusPowerOptions {
  readonly log: Log
  readonly clock: Pick<Clock, 'monotonicMs'>
  readonly scheduler: Pick<Scheduler, 'after'>
  /** For tests; else where this machine's buses listen. */
  readonly addresses?: { readonly session: string | undefined; readonly system: string | undefined }
}

/**
 * What a Linux machine says of its person over D-Bus. Each source that is missing is simply not heard; one that comes
 * later is. The same event may be told by two of them (a lock by logind and by the screen saver): whoever listens takes
 * a repeated signal for the same one.
 */
export function createDbusPower({ log, clock, scheduler, addresses }: DbusPowerOptions): DbusPower {
  const listeners = new Set<(signal: PowerSignal) => void>()
  const available = new Set<string>()
  let mutter: MutterIdle | undefined
  let session: SessionIdle | undefined
  /** By logind's hint. undefined: never said, as on desktops that do not use it. */
  let hintSinceMs: number | undefined | null

  const note = (name: string) => (is: boolean) => void (is ? available.add(name) : available.delete(name))
  const tell = (signal: PowerSignal) => {
    log.debug({ signal }, 'Heard over D-Bus')
    for (const hear of [...listeners]) hear(signal)
  }

  const keep = { scheduler, log }
  const stopSystem: Dispose = keepBusLink({
    ...keep,
    address: addresses === undefined ? busAddress('system') : addresses.system,
    opened: (link) =>
      followLogind(link, {
        tell,
        available: note('logind'),
        idleHint(isIdle) {
          if (isIdle) hintSinceMs ??= clock.monotonicMs()
          // Not idle counts only from a desktop that has proven to use the hint: others leave it at 'no' for ever.
          else if (hintSinceMs !== undefined) hintSinceMs = null
        },
      }),
    lost() {
      available.delete('logind')
      hintSinceMs = undefined
    },
  })
  const stopSession: Dispose = keepBusLink({
    ...keep,
    address: addresses === undefined ? busAddress('session') : addresses.session,
    opened(link) {
      followScreenSavers(link, {
        tell,
        available(name, is) {
          note(name)(is)
          if (name !== 'org.freedesktop.ScreenSaver') return
          session?.stop()
          session = is ? askSessionIdle(link, clock, scheduler) : undefined
        },
      })
      mutter = followMutterIdle(link, clock, note('idle monitor'))
    },
    lost() {
      mutter = undefined
      session?.stop()
      session = undefined
      for (const name of [...available]) if (name !== 'logind') available.delete(name)
    },
  })

  const exactIdleMs = () => mutter?.idleMs()
  function hintedIdleMs(): number | undefined {
    if (hintSinceMs === undefined) return undefined
    return hintSinceMs === null ? 0 : Math.max(0, Math.round(clock.monotonicMs() - hintSinceMs))
  }
  return {
    exactIdleMs,
    // The hint comes last: desktops give it only after minutes.
    idleMs: () => exactIdleMs() ?? session?.idleMs() ?? hintedIdleMs(),
    listen(hear) {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    sources: () =>
      [...new Set([...available].map((name) => (name.endsWith('ScreenSaver') ? 'screen saver' : name)))].sort(),
    dispose() {
      stopSystem()
      stopSession()
      listeners.clear()
      available.clear()
      session?.stop()
      session = undefined
      mutter = undefined
    },
  }
}
