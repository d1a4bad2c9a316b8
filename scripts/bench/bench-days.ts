import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { connectInMemory } from '../../src/platform/transport/in-memory-client.ts'
import { openHost } from '../../src/server/local/open-host.ts'
import { addDays, weekdayOf } from '../../src/shared/zone/day-arithmetic.ts'
import { wallToInstant } from '../../src/shared/zone/wall-time.ts'
import { root } from '../setup.mjs'
import type { HistoryPlan } from '../support/sample-history.ts'
import type { BenchDays } from './page-figures.ts'

const OVERFULL = 500
const ZONE = 'Europe/Stockholm'

/** Finds an ordinary day in a seeded profile, and fills a Sunday with more entries than anybody makes. */
export async function benchDays(profileDir: string, plan: HistoryPlan): Promise<BenchDays> {
  const migrationsDir = path.join(root, 'drizzle', 'local')
  const opened = await openHost({ profileDir, kind: 'cli', version: '0.0.0', migrationsDir })
  if (!opened.ok) throw new Error(opened.error.message)
  try {
    const client = connectInMemory(opened.value.core.router, 'bench')
    const { days } = await client.entries.days({ fromDay: addDays(plan.until, -40), toDay: plan.until })
    const byCount = days.map(({ day, entries }) => ({ day, entries })).sort((a, b) => a.entries - b.entries)
    const ordinary = byCount[Math.floor(byCount.length / 2)]?.day ?? plan.until
    let overfull = plan.until
    while (weekdayOf(overfull) !== 7) overfull = addDays(overfull, -1)
    const startMs = wallToInstant({ day: overfull, hour: 0, minute: 5 }, ZONE).ms
    for (let n = 0; n < OVERFULL; n += 1) {
      const startedAtMs = startMs + n * 2 * 60_000
      const time = { kind: 'clock' as const, startedAtMs, endedAtMs: startedAtMs + 100_000, zone: ZONE }
      await client.entries.add({ commandKey: randomUUID(), time, note: `Entry ${n + 1} of very many` })
    }
    return { ordinary, overfull }
  } finally {
    await opened.value.dispose()
  }
}
