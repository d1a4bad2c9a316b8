import { useState } from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import type { Gap } from '../../../shared/contract/entries.ts'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { useDayContext } from './day-context.ts'
import { FixRow, fixClass } from './fix-row.tsx'

/** Time that nothing was tracked in, and what one may want to do about it. Nothing happens by itself. */
export function GapRow({
  gap,
  previous,
  next,
  isActive,
}: {
  gap: Gap
  previous: Entry
  next: Entry
  isActive: boolean
}) {
  const { commands, zone, clockStyle, focusEntry } = useDayContext()
  const [problem, setProblem] = useState<string | null>(null)
  const { startMs, endMs } = gap
  const clock = (ms: number) => formatClock(ms, zone, clockStyle)
  const tabIndex = isActive ? 0 : -1

  async function fill() {
    const result = await commands.add({ time: { kind: 'clock', startedAtMs: startMs, endedAtMs: endMs, zone } }, null)
    if (result.ok) focusEntry(result.value.entry.id, true)
    else setProblem(result.error.message)
  }

  return (
    <FixRow
      problem={problem}
      tone="gap"
      text={
        <>
          <span className="tabular">
            {clock(startMs)}–{clock(endMs)}
          </span>{' '}
          nothing tracked, {formatDurationProse(endMs - startMs)}
        </>
      }
    >
      <button type="button" tabIndex={tabIndex} className={fixClass} onClick={() => void fill()}>
        Fill
      </button>
      {previous.time.kind === 'clock' && (
        <button
          type="button"
          tabIndex={tabIndex}
          className={fixClass}
          title={`Let the entry before end at ${clock(endMs)}`}
          onClick={async () => {
            if (previous.time.kind !== 'clock') return
            setProblem(await commands.setTime(previous, { ...previous.time, endedAtMs: endMs }))
          }}
        >
          Extend previous
        </button>
      )}
      {next.time.kind === 'clock' && (
        <button
          type="button"
          tabIndex={tabIndex}
          className={fixClass}
          title={`Let the entry after start at ${clock(startMs)}`}
          onClick={async () => {
            if (next.time.kind !== 'clock') return
            setProblem(await commands.setTime(next, { ...next.time, startedAtMs: startMs }))
          }}
        >
          Start next earlier
        </button>
      )}
    </FixRow>
  )
}
