/** 07:45: where a day begins to be looked at that says nothing else. */
const MORNING_H = 7.75

/**
 * Where the timeline is scrolled to when a day is opened, in px. Today shows now, and the first entry with it where both
 * fit; any other day shows its first entry. What comes over from the night before (a block at the very top) does not count
 * where there is anything else.
 */
export function firstSightPx(
  blockTopsPx: readonly number[],
  nowPx: number | null,
  heightPx: number,
  pxPerHour: number,
): number {
  const own = blockTopsPx.filter((topPx) => topPx > 0)
  const first = own[0] ?? (blockTopsPx.length > 0 && nowPx === null ? 0 : MORNING_H * pxPerHour)
  const fromFirst = first - pxPerHour / 2
  const showsNow = nowPx === null || (nowPx >= fromFirst && nowPx <= fromFirst + heightPx - pxPerHour / 2)
  return Math.max(0, showsNow ? fromFirst : nowPx - heightPx * 0.6)
}
