import { instantToWall } from '../../../shared/zone/wall-time.ts'

/** Pixels per hour, from the whole day at a glance to five-minute work. */
export const ZOOMS = [24, 36, 48, 64, 96, 144, 192, 288, 384] as const
export const DEFAULT_ZOOM = 48

const HALF_HOUR_MS = 1_800_000

/** The next zoom in a direction; the same at either end. */
export function zoomed(pxPerHour: number, direction: 1 | -1): number {
  const index = ZOOMS.findIndex((zoom) => zoom >= pxPerHour)
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, index + direction))] ?? DEFAULT_ZOOM
}

export function pxOf(ms: number, pxPerHour: number): number {
  return (ms / 3_600_000) * pxPerHour
}

/**
 * The full hours of a day as they come: a day of 23 or 25 hours lacks one or has one twice, at its true place. Looked for
 * each half hour, because some zones change their clocks by that.
 */
export function hourMarks(
  startMs: number,
  endMs: number,
  zone: string,
): { readonly ms: number; readonly hour: number }[] {
  const marks: { ms: number; hour: number }[] = []
  for (let ms = startMs; ms < endMs; ms += HALF_HOUR_MS) {
    const { hour, minute } = instantToWall(ms, zone)
    if (minute === 0) marks.push({ ms, hour })
  }
  return marks
}
