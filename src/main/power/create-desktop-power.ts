import { powerMonitor } from 'electron'
import type { Log } from '../../core/ports/log.ts'
import type { Power, PowerSignal } from '../../core/ports/power.ts'
import { createSystemClock } from '../../platform/clock/system-clock.ts'
import { createDbusPower } from '../../platform/power/create-dbus-power.ts'
import { createScheduler } from '../../platform/scheduler/create-scheduler.ts'

export interface DesktopPower extends Power {
  /** What is heard of now: 'powerMonitor', and on Linux 'logind', 'screen saver', 'idle monitor'. */
  sources(): string[]
  dispose(): void
}

/**
 * What the operating system says of machine and person: Electron's power monitor, and on Linux also D-Bus, which knows of
 * locks and of idle time where the power monitor does not (Wayland). Both may tell of the same event; a repeated signal
 * means the same one. Call it once the app is ready.
 */
export function createDesktopPower(log: Log): DesktopPower {
  const listeners = new Set<(signal: PowerSignal) => void>()
  const tell = (signal: PowerSignal) => {
    log.debug({ signal }, 'Heard from the power monitor')
    for (const hear of [...listeners]) hear(signal)
  }
  const dbus = createDbusPower({ log, clock: createSystemClock(), scheduler: createScheduler() })
  const stopDbus = dbus.listen((signal) => {
    for (const hear of [...listeners]) hear(signal)
  })

  const suspend = () => tell('suspend')
  const resume = () => tell('resume')
  const lock = () => tell('lock')
  const unlock = () => tell('unlock')
  const shutdown = () => tell('shutdown')
  const userLeft = () => tell('user-left')
  const userBack = () => tell('user-back')
  powerMonitor.on('suspend', suspend)
  powerMonitor.on('resume', resume)
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('unlock-screen', unlock)
  powerMonitor.on('shutdown', shutdown)
  powerMonitor.on('user-did-resign-active', userLeft)
  powerMonitor.on('user-did-become-active', userBack)

  return {
    /**
     * GNOME's monitor first: on Wayland the power monitor may see X11 programs only, and takes work in others for idling.
     * logind's hint comes last, where the power monitor sees nothing.
     */
    idleMs: () => dbus.exactIdleMs() ?? (systemIdleMs() || (dbus.idleMs() ?? 0)),
    listen(hear) {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    sources: () => ['powerMonitor', ...dbus.sources()],
    dispose() {
      stopDbus()
      dbus.dispose()
      listeners.clear()
      powerMonitor.off('suspend', suspend)
      powerMonitor.off('resume', resume)
      powerMonitor.off('lock-screen', lock)
      powerMonitor.off('unlock-screen', unlock)
      powerMonitor.off('shutdown', shutdown)
      powerMonitor.off('user-did-resign-active', userLeft)
      powerMonitor.off('user-did-become-active', userBack)
    },
  }
}

/** Electron counts in whole seconds; where it cannot know it says 0 or less. */
function systemIdleMs(): number {
  return Math.max(0, powerMonitor.getSystemIdleTime()) * 1000
}
