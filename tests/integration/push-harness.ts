import type { SyncFields } from '../../src/core/domain/sync/sync-fields.ts'
import type { TimeCapabilities } from '../../src/core/ports/time-provider.ts'
import { type Fault, MemoryProvider } from '../fakes/memory-provider.ts'
import { createTestCore } from '../fakes/test-core.ts'
import { createPushQueue } from './push-queue.ts'

/** The real core, store and queue against a provider in memory; entries lie after the test's first instant. */
export async function createPushHarness(capabilities: TimeCapabilities) {
  const t = createTestCore()
  const provider = new MemoryProvider(capabilities, () => t.clock.nowMs())
  const queue = createPushQueue({ core: t, provider: () => provider, advanceTo: (ms) => t.clock.set(ms) })
  const faults = new Map<string, Fault[]>()
  const effects = new Map<string, () => Promise<unknown>>()
  let anyFault: () => Fault | undefined = () => undefined
  provider.nextFault = async (call) => {
    await effects.get(call)?.()
    effects.delete(call)
    return faults.get(call)?.shift() ?? anyFault()
  }
  return {
    ...t,
    ...queue,
    provider,
    fail(call: string, ...those: Fault[]) {
      faults.set(call, [...(faults.get(call) ?? []), ...those])
    },
    /** Asked before every call, of whatever kind. */
    failBy(fault: () => Fault | undefined) {
      anyFault = fault
    },
    local: () => queue.wanted().map(inShort).sort(),
    during(call: string, effect: () => Promise<unknown>) {
      effects.set(call, effect)
    },
    /** Notes and minutes of what the provider holds. */
    remote: () => [...provider.records.values()].map(inShort).sort(),
  }
}

function inShort({ fields }: { readonly fields: SyncFields }): string {
  return `${fields.note} ${minutesOf(fields)}`
}

function minutesOf({ time }: SyncFields): number | null {
  if (time.kind === 'amount') return time.durationMs / 60_000
  return time.endMs === null ? null : (time.endMs - time.startMs) / 60_000
}
