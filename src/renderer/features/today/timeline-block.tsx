import { clsx } from 'clsx'
import { memo } from 'react'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { projectColour } from '../../ui/colour-dot.tsx'
import { projectLabel } from '../entries/entry-names.ts'
import { useDayContext } from './day-context.ts'
import type { Block } from './timeline-blocks.ts'

/** Too low for a line of text. */
const TEXT_FROM_PX = 18
const TWO_LINES_FROM_PX = 38

export const TimelineBlock = memo(function TimelineBlock({
  block,
  isActive,
  tabIndex,
  onChoose,
}: {
  block: Block
  isActive: boolean
  tabIndex: number
  onChoose: (entryId: string) => void
}) {
  const { clockStyle, namesOf } = useDayContext()
  const { entry, topPx, heightPx, column, columns, isRunning } = block
  const names = namesOf(entry)
  const project = projectLabel(names)
  const note = entry.note === '' ? project || 'No note' : (entry.note.split('\n')[0] ?? '')
  const { time } = entry
  const clock = (ms: number | null) =>
    ms === null || time.kind !== 'clock' ? 'now' : formatClock(ms, time.zone, clockStyle)
  const times = time.kind === 'clock' ? `${clock(time.startedAtMs)}–${clock(time.endedAtMs)}` : ''
  const showsProject = project !== '' && project !== note
  return (
    <button
      type="button"
      data-block={entry.id}
      tabIndex={tabIndex}
      aria-label={heightPx < TEXT_FROM_PX ? `${note}, ${times}` : undefined}
      title={`${times}  ${note}${showsProject ? `\n${project}` : ''}`}
      onClick={() => onChoose(entry.id)}
      className={clsx(
        'project-colour absolute flex flex-col overflow-hidden rounded-sm border-l-3 border-(--project-shown) text-left text-sm',
        'bg-[color-mix(in_oklab,var(--project-shown)_18%,var(--color-surface))] hover:bg-[color-mix(in_oklab,var(--project-shown)_28%,var(--color-surface))]',
        heightPx >= TEXT_FROM_PX ? 'px-1.5' : 'px-0',
        isActive && 'z-10 ring-2 ring-accent',
        isRunning && 'rounded-b-none',
      )}
      style={{
        ...projectColour(names.project?.colour),
        top: topPx,
        // A hair's breadth between neighbours that touch.
        height: Math.max(3, heightPx - 1),
        left: `${(column / columns) * 100}%`,
        width: `calc(${100 / columns}% - 2px)`,
      }}
    >
      {heightPx >= TEXT_FROM_PX && <span className="w-full shrink-0 truncate leading-4 font-medium">{note}</span>}
      {heightPx >= TWO_LINES_FROM_PX && (
        <span className="w-full shrink-0 truncate leading-4 text-ink-muted">{showsProject ? project : times}</span>
      )}
      {heightPx >= TEXT_FROM_PX && (heightPx < TWO_LINES_FROM_PX || showsProject) && (
        <span className="sr-only">{times}</span>
      )}
    </button>
  )
})
