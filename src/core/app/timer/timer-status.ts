import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { splitByDay } from '../../../shared/zone/split-by-day.ts'
import { isRunning } from '../../domain/entries/entry-span.ts'
import type { CoreContext } from '../core-context.ts'

export function timerStatus({ ports }: CoreContext): ContractOutputs['timer']['status'] {
  const nowMs = ports.clock.nowMs()
  const zone = ports.clock.zone()
  const today = dayOf(nowMs, zone)
  return ports.store.read((reader) => {
    const running = reader.runningEntry() ?? null
    const closedMs = reader.dayTotals(today, today)[0]?.totalMs ?? 0
    const runningMs = running !== null && isRunning(running) ? msOnDay(running.time, nowMs, today) : 0
    return { nowMs, zone, today, running, todayMs: closedMs + runningMs, revision: reader.revision() }
  })
}

/** By the entry's own zone, as reports will count it once it has ended. */
function msOnDay(time: { startedAtMs: number; zone: string }, nowMs: number, day: string): number {
  return splitByDay(time.startedAtMs, nowMs, time.zone).find((slice) => slice.day === day)?.ms ?? 0
}
