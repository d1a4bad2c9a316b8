import { clsx } from 'clsx'
import { CircleDollarSign } from 'lucide-react'
import { Link } from 'wouter'
import type { Entry } from '../../../shared/contract/entities.ts'
import { type ClockStyle, formatClock } from '../../../shared/format/format-clock.ts'
import { formatDayTitle } from '../../../shared/format/format-day-title.ts'
import { formatDurationProse, formatDurationTable } from '../../../shared/format/format-duration.ts'
import { locale, useClockStyle } from '../../app/locale.ts'
import { useLive } from '../../client/live-store.ts'
import { Cell } from '../../ui/cell.tsx'
import { ColourDot } from '../../ui/colour-dot.tsx'
import type { EntryNames } from '../entries/entry-names.ts'
import { highlight, snippet } from './highlight.ts'
import { Highlighted } from './highlighted.tsx'
import { lengthOf, type ResultRow } from './result-rows.ts'

export const resultColumns =
  'grid-cols-[2.5rem_9rem_minmax(0,1fr)_2rem_5rem] max-sm:grid-cols-[2.5rem_minmax(0,1fr)_4rem]'

/** The heading of a day: opens it. */
export function DayCells({ row, isWhole }: { row: Extract<ResultRow, { kind: 'day' }>; isWhole: boolean }) {
  const today = useLive(({ state }) => state?.today)
  const title = row.day === today ? 'Today' : formatDayTitle(row.day, locale(), today)
  return (
    <Cell className="col-span-full flex items-baseline gap-2 pr-5 pl-5">
      <Link href={`/today/${row.day}`} tabIndex={-1} className="rounded-sm font-semibold hover:underline">
        {title}
      </Link>
      {isWhole && (
        <>
          <span className="text-sm text-ink-faint">{row.entries === 1 ? '1 entry' : `${row.entries} entries`}</span>
          <span className="tabular ml-auto text-ink-muted" title={formatDurationProse(row.totalMs)}>
            {formatDurationTable(row.totalMs)}
          </span>
        </>
      )}
    </Cell>
  )
}

export function EntryCells({
  entry,
  names,
  text,
  nowMs,
  isSelected,
  showsSelection,
  href,
  onToggle,
}: {
  entry: Entry
  names: EntryNames
  text: string
  nowMs: number
  isSelected: boolean
  showsSelection: boolean
  /** Where its day is shown. */
  href: string
  onToggle: (isRange: boolean) => void
}) {
  const clockStyle = useClockStyle()
  const ms = lengthOf(entry, nowMs)
  const note = snippet(entry.note, text)
  const isRunning = entry.time.kind === 'clock' && entry.time.endedAtMs === null
  return (
    <>
      <Cell className="flex justify-end pr-1">
        <input
          type="checkbox"
          aria-label={`Select ${note === '' ? 'entry without a note' : note}`}
          checked={isSelected}
          onChange={() => undefined}
          onClick={(event) => onToggle(event.shiftKey)}
          className={clsx(
            'size-4 accent-accent group-hover/row:opacity-100 group-focus-within/row:opacity-100',
            !showsSelection && 'opacity-0',
          )}
        />
      </Cell>
      <Cell className="tabular truncate px-2 text-ink-muted max-sm:hidden">{timesOf(entry, clockStyle)}</Cell>
      <Cell className="min-w-0">
        <span className="flex min-w-0 items-center gap-2">
          {isRunning && <span role="img" aria-label="running" className="size-2 shrink-0 rounded-full bg-running" />}
          <Link
            data-row-focus
            href={href}
            title={entry.note}
            className={clsx('truncate rounded-sm hover:underline', note === '' ? 'text-ink-faint' : 'font-medium')}
          >
            {note === '' ? 'No note' : <Highlighted text={note} query={text} />}
          </Link>
        </span>
        <Names names={names} text={text} />
      </Cell>
      <Cell className="flex justify-center max-sm:hidden">
        {entry.billable && (
          <CircleDollarSign size={16} strokeWidth={1.75} role="img" aria-label="billable" className="text-ink-muted" />
        )}
      </Cell>
      <Cell className="tabular pr-5 text-right" title={formatDurationProse(ms)}>
        {formatDurationTable(ms)}
      </Cell>
    </>
  )
}

function Names({ names, text }: { names: EntryNames; text: string }) {
  const { project, client, activity, workItem, tags } = names
  const isEmpty = project === undefined && activity === undefined && workItem === undefined && tags.length === 0
  if (isEmpty) return null
  return (
    <span className="flex min-w-0 items-center gap-2 text-sm whitespace-nowrap text-ink-muted">
      {project !== undefined && (
        <span className="flex min-w-0 items-center gap-1.5">
          <ColourDot colour={project.colour} />
          <span className="truncate">
            <Highlighted text={project.name} query={text} />
            {client !== undefined && (
              <span className="text-ink-faint">
                {' · '}
                <Highlighted text={client.name} query={text} />
              </span>
            )}
          </span>
        </span>
      )}
      {activity !== undefined && (
        <span className="truncate">
          <Highlighted text={activity.name} query={text} />
        </span>
      )}
      {workItem !== undefined && (
        <span className="truncate" title={workItem.title}>
          <Highlighted text={workItem.key} query={text} />
          {/* Said only where it is why the entry was found. */}
          {highlight(workItem.title, text).some(({ hit }) => hit) && (
            <span className="text-ink-faint">
              {' '}
              <Highlighted text={workItem.title} query={text} />
            </span>
          )}
        </span>
      )}
      {tags.length > 0 && (
        <span className="truncate text-ink-faint">
          {tags.map((tag, index) => (
            <span key={tag.id}>
              {index > 0 && ' '}#<Highlighted text={tag.name} query={text} />
            </span>
          ))}
        </span>
      )}
    </span>
  )
}

function timesOf({ time }: Entry, style: ClockStyle): string {
  if (time.kind === 'day') return 'no times'
  const clock = (ms: number) => formatClock(ms, time.zone, style)
  return `${clock(time.startedAtMs)}–${time.endedAtMs === null ? 'now' : clock(time.endedAtMs)}`
}
