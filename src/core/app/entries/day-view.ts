import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import { dayBounds, dayOf } from '../../../shared/zone/day-bounds.ts'
import { isRunning } from '../../domain/entries/entry-span.ts'
import { findGaps, findOverlaps } from '../../domain/entries/find-overlaps.ts'
import type { CoreContext } from '../core-context.ts'

/** One day as it is shown: its entries, what they add up to, and where they overlap or leave gaps. */
export function dayView({ ports }: CoreContext, day: string): ContractOutputs['entries']['day'] {
  const nowMs = ports.clock.nowMs()
  const zone = ports.clock.zone()
  const { startMs, endMs } = dayBounds(day, zone)
  return ports.store.read((reader) => {
    const entries = reader.entriesOfDay(day)
    const running = reader.runningEntry()
    if (running !== undefined && isRunning(running)) {
      const startDay = dayOf(running.time.startedAtMs, running.time.zone)
      const today = dayOf(Math.max(nowMs, running.time.startedAtMs), zone)
      if (startDay <= day && day <= today) entries.push(running)
    }
    const clock = entries.filter((entry) => entry.time.kind === 'clock')
    return {
      day,
      zone,
      startMs,
      endMs,
      entries: [...clock, ...entries.filter((entry) => entry.time.kind === 'day')],
      closedMs: reader.dayTotals(day, day)[0]?.totalMs ?? 0,
      gaps: findGaps(clock, startMs, endMs),
      overlaps: findOverlaps(clock, nowMs),
    }
  })
}
