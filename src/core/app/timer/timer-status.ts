import type { ContractOutputs } from '../../../shared/contract/contract.ts'
import { dayBounds, dayOf } from '../../../shared/zone/day-bounds.ts'
import { isRunning } from '../../domain/entries/entry-span.ts'
import type { CoreContext } from '../core-context.ts'

export function timerStatus({ ports }: CoreContext): ContractOutputs['timer']['status'] {
  const nowMs = ports.clock.nowMs()
  const zone = ports.clock.zone()
  const today = dayOf(nowMs, zone)
  return ports.store.read((reader) => {
    const running = reader.runningEntry() ?? null
    const closedMs = reader.dayTotals(today, today)[0]?.totalMs ?? 0
    const runningMs =
      running !== null && isRunning(running)
        ? Math.max(0, nowMs - Math.max(running.time.startedAtMs, dayBounds(today, zone).startMs))
        : 0
    return { nowMs, zone, today, running, todayMs: closedMs + runningMs, revision: reader.revision() }
  })
}
