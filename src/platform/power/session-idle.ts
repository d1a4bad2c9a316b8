import type { Clock } from '../../core/ports/clock.ts'
import type { Dispose, Scheduler } from '../../core/ports/scheduler.ts'
import type { BusLink } from '../dbus/bus-link.ts'

const NAME = 'org.freedesktop.ScreenSaver'
const ASK_EVERY_MS = 30_000

export interface SessionIdle {
  /** As of the last question, at most half a minute ago: never more than the truth. undefined: not known (yet). */
  idleMs(): number | undefined
  stop: Dispose
}

interface Sample {
  readonly value: number
  readonly atMs: number
}

/**
 * Asks a screen saver for the session's idle time, for desktops without a monitor that calls (KDE). The interface promises
 * seconds and KDE answers in milliseconds, so the unit is taken from how fast the answer grows while nobody is there. A
 * desktop that always answers 0 (Plasma on Wayland) is never believed; one that does not know the question is not asked
 * again.
 */
export function askSessionIdle(
  link: BusLink,
  clock: Pick<Clock, 'monotonicMs'>,
  scheduler: Pick<Scheduler, 'after'>,
): SessionIdle {
  let last: Sample | undefined
  let unitMs: number | undefined
  let isStopped = false
  let cancel: Dispose = () => undefined

  async function ask(): Promise<void> {
    const path = '/org/freedesktop/ScreenSaver'
    const answer = await link.call({ destination: NAME, path, interface: NAME, member: 'GetSessionIdleTime' })
    const value = answer.ok ? Number(answer.value[0]) : Number.NaN
    if (isStopped || !Number.isFinite(value)) {
      last = undefined
      return
    }
    const sample = { value, atMs: clock.monotonicMs() }
    unitMs ??= last === undefined ? undefined : unitOf(last, sample)
    last = sample
    cancel = scheduler.after(ASK_EVERY_MS, () => void ask())
  }
  void ask()

  return {
    idleMs: () => (unitMs === undefined || last === undefined ? undefined : last.value * unitMs),
    stop() {
      isStopped = true
      last = undefined
      cancel()
    },
  }
}

/** One step per second is seconds, a thousand is milliseconds; anything else says that somebody was there between. */
function unitOf(from: Sample, to: Sample): number | undefined {
  const perSecond = ((to.value - from.value) * 1000) / (to.atMs - from.atMs)
  if (perSecond > 0.8 && perSecond < 1.25) return 1000
  return perSecond > 800 && perSecond < 1250 ? 1 : undefined
}
