import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import { dayBounds, dayOf } from '../../../shared/zone/day-bounds.ts'
import { type ClockEntry, isClockEntry, isRunning } from '../../domain/entries/entry-span.ts'
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
    if (running !== undefined && isRunning(running) && isShownOn(day, running, nowMs, zone)) entries.push(running)
    const clock = entries.filter(isClockEntry).sort((a, b) => a.time.startedAtMs - b.time.startedAtMs)
    return {
      day,
      zone,
      startMs,
      endMs,
      entries: [...clock, ...entries.filter((entry) => entry.time.kind === 'day')],
      closedMs: reader.dayTotals(day, day)[0]?.totalMs ?? 0,
      gaps: findGaps(clock, startMs, endMs, nowMs),
      overlaps: findOverlaps(clock, nowMs),
    }
  })
}

/** On each day it covers where it was started; and on the machine's today, where a person looks for it. */
function isShownOn(day: string, running: ClockEntry, nowMs: number, zone: string): boolean {
  const { startedAtMs, zone: ownZone } = running.time
  const lastDay = dayOf(Math.max(nowMs, startedAtMs), ownZone)
  return day === dayOf(nowMs, zone) || (dayOf(startedAtMs, ownZone) <= day && day <= lastDay)
}
