import type { Settings } from '../../../shared/contract/entities.ts'
import { instantToWall } from '../../../shared/zone/wall-time.ts'
import type { Zone } from '../../../shared/zone/zone.ts'

/**
 * Whether the clock on the wall stands within quiet hours: the first minute is quiet, the last one is not. Over midnight
 * where they begin later than they end; the same minute twice is no time at all. By the wall, so that a night with a
 * clock change is quiet from its first to its last minute, however long it is.
 */
export function inQuietHours(quietHours: Settings['quietHours'], atMs: number, zone: Zone): boolean {
  if (quietHours === null) return false
  const { fromMinute, toMinute } = quietHours
  const { hour, minute } = instantToWall(atMs, zone)
  const now = hour * 60 + minute
  return fromMinute <= toMinute ? now >= fromMinute && now < toMinute : now >= fromMinute || now < toMinute
}
