import { Combine, Scissors } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { formatDayTitle } from '../../../shared/format/format-day-title.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { hostNowMs } from '../../client/live-store.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Input } from '../../ui/text-field.tsx'
import { ProjectField } from '../entries/project-field.tsx'
import { TagsField } from '../entries/tags-field.tsx'
import { spanWords, type TimeWords } from './absence-words.ts'
import type { MovedDetails } from './moved-details.ts'
import { readBoundary } from './read-boundary.ts'
import type { SplitRow } from './split-rows.ts'

const kinds = [
  { value: 'keep', label: 'Keep' },
  { value: 'discard', label: 'Discard' },
  { value: 'move', label: 'Move' },
] as const

/** One part: when, how long, what becomes of it, and for time that moves what it was. */
export function SplitRowFields({
  row,
  endUntilMs,
  words,
  onChange,
  onEnd,
  onUnread,
  onDivide,
  onJoin,
}: {
  row: SplitRow
  /** Where its end can be moved: the end of the part that follows it without a gap. null: it stays. */
  endUntilMs: number | null
  words: TimeWords
  onChange: (change: Partial<Pick<SplitRow, 'kind' | 'details'>>) => void
  onEnd: (atMs: number) => void
  /** Whether what is typed as its end cannot be read. */
  onUnread: (isBad: boolean) => void
  onDivide: (() => void) | undefined
  onJoin: (() => void) | undefined
}) {
  const cut = useRef<HTMLButtonElement>(null)
  const { zone, style, today, locale } = words
  const span = spanWords(row, words)
  const day = dayOf(row.fromMs, zone)
  const clock = (ms: number) => formatClock(ms, zone, style)
  const changeDetails = (change: Partial<MovedDetails>) => onChange({ details: { ...row.details, ...change } })
  return (
    <li className="border-b border-line px-3 py-1.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="tabular flex items-center gap-1">
          {day !== today && <span className="text-sm text-ink-muted">{formatDayTitle(day, locale, today)}</span>}
          <span className="min-w-10">{clock(row.fromMs)}</span>–
          {endUntilMs === null ? (
            <span className="inline-block w-18 px-2">{clock(row.untilMs)}</span>
          ) : (
            <EndField row={row} untilMs={endUntilMs} words={words} onEnd={onEnd} onUnread={onUnread} />
          )}
        </span>
        <span className="tabular min-w-14 text-sm text-ink-muted">{formatDurationProse(row.untilMs - row.fromMs)}</span>
        <SegmentedControl
          label={`${span}: what becomes of it`}
          value={row.kind}
          options={kinds}
          onChange={(kind) => onChange({ kind })}
        />
        <span className="ml-auto flex">
          {onJoin !== undefined && (
            <IconButton
              label={`Join ${span} with the next part`}
              size="sm"
              onClick={() => {
                onJoin()
                // The button goes with the last part there was to join.
                requestAnimationFrame(() => document.activeElement === document.body && cut.current?.focus())
              }}
            >
              <Combine size={16} />
            </IconButton>
          )}
          {onDivide !== undefined && (
            <IconButton ref={cut} label={`Cut ${span} in two`} size="sm" onClick={onDivide}>
              <Scissors size={16} />
            </IconButton>
          )}
        </span>
      </div>
      {row.kind === 'move' && (
        <div className="flex flex-wrap items-center gap-1 pt-1">
          <Input
            aria-label={`What you were doing ${span}`}
            placeholder="What were you doing?"
            value={row.details.note}
            maxLength={3000}
            onChange={(event) => changeDetails({ note: event.target.value })}
            className="w-auto! grow basis-60"
          />
          <ProjectField look="bar" value={row.details} onChange={(choice) => changeDetails({ ...choice })} />
          <TagsField look="bar" value={row.details.tagIds} onChange={(tagIds) => changeDetails({ tagIds })} />
        </div>
      )}
    </li>
  )
}

/** The time at which a part ends and the next begins. What cannot be read stays as typed, with the reason below. */
function EndField({
  row,
  untilMs,
  words,
  onEnd,
  onUnread,
}: {
  row: SplitRow
  untilMs: number
  words: TimeWords
  onEnd: (atMs: number) => void
  onUnread: (isBad: boolean) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const { zone, style } = words
  const read =
    typed === null ? null : readBoundary(typed, { fromMs: row.fromMs, untilMs, nowMs: hostNowMs(), zone, style })
  const problem = read === null || read.ok ? null : read.error

  const tell = useRef(onUnread)
  useEffect(() => {
    tell.current = onUnread
  })
  const isBad = problem !== null
  useEffect(() => {
    tell.current(isBad)
    return () => tell.current(false)
  }, [isBad])

  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <Input
        aria-label={`End of the part from ${formatClock(row.fromMs, zone, style)}`}
        aria-invalid={isBad}
        aria-describedby={isBad ? id : undefined}
        value={typed ?? formatClock(row.untilMs, zone, style)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text)
          const now = readBoundary(text, { fromMs: row.fromMs, untilMs, nowMs: hostNowMs(), zone, style })
          if (now.ok) onEnd(now.value)
        }}
        onBlur={() => {
          if (!isBad) setTyped(null)
        }}
        className="tabular w-18!"
      />
      {isBad && (
        <span id={id} role="alert" className="text-sm text-danger">
          {problem}
        </span>
      )}
    </span>
  )
}
