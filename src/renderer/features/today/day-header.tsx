import { CalendarSearch, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { DayView } from '../../../shared/contract/entries.ts'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import type { Day } from '../../../shared/zone/day.ts'
import { addDays } from '../../../shared/zone/day-arithmetic.ts'
import { useProvideActions, useShortcuts } from '../../app/actions.ts'
import { useClockStyle } from '../../app/locale.ts'
import { useRunning, useSettings } from '../../client/live-store.ts'
import { useNowMs } from '../../client/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { dayFacts } from './day-facts.ts'
import { DayPicker } from './day-picker.tsx'

/** Moving between days: buttons, keys, and a place to type one. */
export function DayNavigation({ day, today, onGo }: { day: Day; today: Day; onGo: (day: Day) => void }) {
  const shortcuts = useShortcuts()
  const [isPicking, setIsPicking] = useState(false)
  useProvideActions({
    'today.previous': () => onGo(addDays(day, -1)),
    'today.next': () => onGo(addDays(day, 1)),
    'today.today': { run: () => onGo(today), when: () => day !== today },
    'today.pick': () => setIsPicking(true),
  })
  return (
    <div className="flex items-center gap-0.5">
      <IconButton label="Day before" shortcut={shortcuts.get('today.previous')} onClick={() => onGo(addDays(day, -1))}>
        <ChevronLeft size={18} />
      </IconButton>
      <IconButton label="Day after" shortcut={shortcuts.get('today.next')} onClick={() => onGo(addDays(day, 1))}>
        <ChevronRight size={18} />
      </IconButton>
      <Popover
        label="Go to a day"
        open={isPicking}
        onOpenChange={setIsPicking}
        className="w-72 p-3"
        trigger={
          <IconButton label="Go to a day" shortcut={shortcuts.get('today.pick')}>
            <CalendarSearch size={18} strokeWidth={1.75} />
          </IconButton>
        }
      >
        <DayPicker
          day={day}
          onPick={(picked) => {
            setIsPicking(false)
            onGo(picked)
          }}
        />
      </Popover>
      {day !== today && (
        <Button size="sm" variant="quiet" onClick={() => onGo(today)}>
          Today
        </Button>
      )}
    </div>
  )
}

/** `5 h 12 m of 8 h`, how far that is, and when the target is reached if the timer goes on. */
export function DayTotal({ view, today }: { view: DayView; today: Day }) {
  const running = useRunning()
  const targetMs = useSettings()?.dayTargetMs ?? null
  const nowMs = useNowMs()
  const style = useClockStyle()
  const { totalMs, progress, leftMs, reachedAtMs } = dayFacts(view, running, targetMs, nowMs)
  return (
    <div className="tabular ml-auto flex items-center gap-3">
      <p>
        {/* Whole minutes: seconds here would only flicker. */}
        <span className="text-lg font-semibold">{totalMs < 60_000 ? '0 m' : formatDurationProse(totalMs)}</span>
        {targetMs !== null && <span className="text-ink-muted"> of {formatDurationProse(targetMs)}</span>}
      </p>
      {progress !== null && (
        <ProgressBar label="Part of the day’s target" value={progress} className="w-28 max-md:w-16 max-sm:hidden" />
      )}
      {leftMs !== null && (
        <p className="min-w-24 text-sm text-ink-muted max-md:hidden">
          {leftMs === 0
            ? 'target reached'
            : reachedAtMs !== null
              ? `free at ${formatClock(reachedAtMs + 59_999, view.zone, style)}`
              : view.day === today
                ? `${formatDurationProse(Math.ceil(leftMs / 60_000) * 60_000)} left`
                : `${formatDurationProse(leftMs)} short`}
        </p>
      )}
    </div>
  )
}
