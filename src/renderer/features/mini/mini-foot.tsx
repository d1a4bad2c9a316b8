import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { dayBounds } from '../../../shared/zone/day-bounds.ts'
import { useLive, useRunning } from '../../client/live-store.ts'
import { useNowMs } from '../../client/use-now.ts'
import { OpenStint } from './open-stint.tsx'

/** What stands below while nothing else is to be said: today's time, and the way to everything else. */
export function MiniFoot() {
  const state = useLive((live) => live.state)
  const running = useRunning()
  const nowMs = useNowMs()
  if (state === null) return null
  const { startMs } = dayBounds(state.today, state.zone)
  const runningMs = running?.time.kind === 'clock' ? nowMs - Math.max(startMs, running.time.startedAtMs) : 0
  const totalMs = state.todayClosedMs + Math.max(0, runningMs)
  return (
    <p className="flex min-w-0 grow items-center justify-between">
      <span className="tabular pl-2 text-ink-muted">
        {totalMs < 60_000 ? 'Nothing tracked today yet' : `${formatDurationProse(totalMs)} today`}
      </span>
      <OpenStint>Open Stint</OpenStint>
    </p>
  )
}
