import { memo } from 'react'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { useDayContext } from './day-context.ts'
import { hourMarks, pxOf } from './timeline-scale.ts'

/** Lines and names of the hours, and the line of now. */
export const TimelineHours = memo(function TimelineHours({
  startMs,
  endMs,
  zone,
  pxPerHour,
  nowMs,
}: {
  startMs: number
  endMs: number
  zone: string
  pxPerHour: number
  nowMs: number
}) {
  const { clockStyle } = useDayContext()
  // Names that stand closer than a line of text would run into each other.
  const every = pxPerHour < 36 ? 2 : 1
  return (
    <div aria-hidden="true" className="absolute inset-x-0 top-2">
      {hourMarks(startMs, endMs, zone).map(({ ms, hour }) => (
        <div
          key={ms}
          className="absolute right-0 left-0 flex items-center"
          style={{ top: pxOf(ms - startMs, pxPerHour) }}
        >
          <span className="tabular -mt-px w-12 shrink-0 -translate-y-1/2 pr-2 text-right text-sm leading-none text-ink-faint">
            {hour % every === 0 ? hourName(ms) : ''}
          </span>
          <span className="absolute right-0 left-12 h-px bg-line" />
        </div>
      ))}
      {nowMs >= startMs && nowMs < endMs && (
        <div
          data-now
          className="absolute right-0 left-12 z-20 h-px bg-running"
          style={{ top: pxOf(nowMs - startMs, pxPerHour) }}
        >
          <span className="absolute -top-1 -left-1 size-2 rounded-full bg-running" />
        </div>
      )}
    </div>
  )

  function hourName(ms: number): string {
    const text = formatClock(ms, zone, clockStyle)
    return clockStyle === '12h' ? text.replace(':00', '') : text
  }
})
