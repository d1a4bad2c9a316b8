import { useState } from 'react'
import type { ClockTime, DayTime, Entry } from '../../../shared/contract/entities.ts'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { formatDurationTable } from '../../../shared/format/format-duration.ts'
import { zoneOffsetMs } from '../../../shared/zone/zone-offset.ts'
import { hostNowMs } from '../../client/live-store.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { Popover } from '../../ui/popover.tsx'
import { StartTime } from '../timer/start-time.tsx'
import { useTimer } from '../timer/use-timer.ts'
import { useDayContext } from './day-context.ts'
import { withTypedEnd, withTypedRange, withTypedStart } from './typed-times.ts'

/** Start and end of an entry, each typed as people type times. */
export function TimesCell({ entry, tabIndex }: { entry: Entry; tabIndex: number }) {
  const { time } = entry
  if (time.kind === 'day') return <NoTimes entry={entry} time={time} tabIndex={tabIndex} />
  return <ClockTimes entry={entry} time={time} tabIndex={tabIndex} />
}

function ClockTimes({ entry, time, tabIndex }: { entry: Entry; time: ClockTime; tabIndex: number }) {
  const { clockStyle, commands } = useDayContext()
  const isRunning = time.endedAtMs === null
  const clock = (ms: number) => formatClock(ms, time.zone, clockStyle)
  return (
    <span className="tabular flex h-6 min-w-0 items-center whitespace-nowrap">
      {isRunning ? (
        <RunningStart entry={entry} time={time} tabIndex={tabIndex} />
      ) : (
        <InlineEdit
          name="start"
          label="Start"
          tabIndex={tabIndex}
          value={clock(time.startedAtMs)}
          inputClassName="w-16"
          onSave={(text) => {
            const typed = withTypedStart(time, text, hostNowMs())
            return typed.ok ? commands.setTime(entry, typed.value) : typed.error.message
          }}
        />
      )}
      <span aria-hidden="true" className="text-ink-faint">
        –
      </span>
      <InlineEdit
        name="end"
        label="End"
        tabIndex={tabIndex}
        value={time.endedAtMs === null ? '' : clock(time.endedAtMs)}
        placeholder="now"
        display={isRunning ? <Now /> : undefined}
        inputClassName="w-16"
        onSave={(text) => {
          if (text.trim() === '' && isRunning) return null
          const typed = withTypedEnd(time, text, hostNowMs())
          return typed.ok ? commands.setTime(entry, typed.value) : typed.error.message
        }}
      />
    </span>
  )
}

/** A dot, so that the running entry is found at a glance. */
function Now() {
  return (
    <span className="inline-flex items-center gap-1.5 pr-1 text-running">
      now
      <span aria-hidden="true" className="size-2 rounded-full bg-running" />
    </span>
  )
}

/** The running entry may reach back into finished time: the panel can ask what to do about it. */
function RunningStart({ entry, time, tabIndex }: { entry: Entry; time: ClockTime; tabIndex: number }) {
  const { clockStyle } = useDayContext()
  const timer = useTimer()
  const [open, setOpen] = useState(false)
  const text = formatClock(time.startedAtMs, time.zone, clockStyle)
  return (
    <Popover
      label="Start of the timer"
      open={open}
      onOpenChange={setOpen}
      className="w-84 p-3"
      trigger={
        <button
          type="button"
          data-edit="start"
          tabIndex={tabIndex}
          aria-label={`Start: ${text}. Edit`}
          className="rounded-sm px-1 hover:bg-pressed"
        >
          {text}
        </button>
      }
    >
      <StartTime
        startedAtMs={time.startedAtMs}
        zone={time.zone}
        verb="Change the start"
        onSet={async (ms, onOverlap) => {
          const result = await timer.moveStart(entry, ms, onOverlap)
          return result.ok ? null : result.error
        }}
        onDone={() => setOpen(false)}
      />
    </Popover>
  )
}

function NoTimes({ entry, time, tabIndex }: { entry: Entry; time: DayTime; tabIndex: number }) {
  const { commands } = useDayContext()
  return (
    <InlineEdit
      name="start"
      label="Times"
      tabIndex={tabIndex}
      value=""
      placeholder="no times"
      className="h-6"
      inputClassName="w-28"
      onSave={(text) => {
        if (text.trim() === '') return null
        const typed = withTypedRange(time, text, hostNowMs())
        return typed.ok ? commands.setTime(entry, typed.value) : typed.error.message
      }}
    />
  )
}

/** `from yesterday`, `into tomorrow`, or the zone where it was recorded when clocks there differ from here. */
export function TimesNote({
  entry,
  fromDayBefore,
  intoDayAfter,
}: {
  entry: Entry
  fromDayBefore: boolean
  intoDayAfter: boolean
}) {
  const { zone } = useDayContext()
  const notes: string[] = []
  if (fromDayBefore) notes.push('from yesterday')
  if (intoDayAfter) notes.push('into tomorrow')
  const { time } = entry
  if (time.kind === 'clock' && zoneOffsetMs(time.startedAtMs, time.zone) !== zoneOffsetMs(time.startedAtMs, zone)) {
    notes.push(time.zone.split('/').at(-1)?.replaceAll('_', ' ') ?? time.zone)
  }
  if (notes.length === 0) return null
  return (
    <span className="block truncate px-1 text-sm text-ink-faint" title={notes.join(', ')}>
      {notes.join(', ')}
    </span>
  )
}

/** `1:15`; below a minute nothing would be left of it. */
export function shownDuration(ms: number): string {
  return ms > 0 && ms < 60_000 ? '<0:01' : formatDurationTable(ms)
}
