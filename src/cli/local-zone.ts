import type { Zone } from '../shared/zone/zone.ts'

/** The zone of this process: the standard variable TZ where it is set, else the system's. */
export function localZone(): Zone {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC'
}
