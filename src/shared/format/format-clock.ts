import { instantToWall } from '../zone/wall-time.ts'
import type { Zone } from '../zone/zone.ts'

export type ClockStyle = '24h' | '12h'

/** The time on the wall at an instant: `09:05` or `9:05 am`; with seconds `09:05:07` or `9:05:07 am`. Cut, not rounded. */
export function formatClock(
  ms: number,
  zone: Zone,
  style: ClockStyle,
  precision: 'minutes' | 'seconds' = 'minutes',
): string {
  const { hour, minute, second } = instantToWall(ms, zone)
  const rest = `:${twoDigits(minute)}${precision === 'seconds' ? `:${twoDigits(second)}` : ''}`
  if (style === '24h') return `${twoDigits(hour)}${rest}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${rest} ${hour < 12 ? 'am' : 'pm'}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
