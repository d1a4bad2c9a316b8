import type { Clock } from '../../core/ports/clock.ts'

/**
 * The machine's clock. The zone is `TZ` where it names an IANA zone, else the system's. Node notices a change of the
 * system's zone only at start, and `TZ` set in the process at once; both are asked anew on each call.
 */
export function createSystemClock(): Clock {
  return {
    nowMs: () => Date.now(),
    zone: () => zoneName(new Intl.DateTimeFormat('en').resolvedOptions().timeZone),
  }
}

/** Where the system has no zone at all, Intl answers with an offset or with nothing: UTC is the honest name then. */
function zoneName(zone: string | undefined): string {
  return zone === undefined || zone === '' || zone === 'Etc/Unknown' ? 'UTC' : zone
}
