import type { Clock } from '../../core/ports/clock.ts'

/**
 * The machine's clock. The zone is `TZ` where it names an IANA zone, else the system's. Node notices a change of the
 * system's zone only at start, and `TZ` set in the process at once; both count anew on each call.
 */
export function createSystemClock(): Clock {
  let asked: { readonly TZ: string | undefined; readonly zone: string } | undefined
  return {
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    zone() {
      const TZ = process.env['TZ']
      // Asking Intl takes some 50 µs, a good part of a whole command, and only TZ can change its answer.
      if (asked === undefined || asked.TZ !== TZ) {
        asked = { TZ, zone: zoneName(new Intl.DateTimeFormat('en').resolvedOptions().timeZone) }
      }
      return asked.zone
    },
  }
}

/** Where the system has no zone at all, Intl answers with an offset or with nothing: UTC is the honest name then. */
function zoneName(zone: string | undefined): string {
  return zone === undefined || zone === '' || zone === 'Etc/Unknown' ? 'UTC' : zone
}
