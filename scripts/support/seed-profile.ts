import path from 'node:path'
import { createSystemClock } from '../../src/platform/clock/system-clock.ts'
import { createStore } from '../../src/platform/db/create-store.ts'
import { silentLog } from '../../src/platform/log/silent-log.ts'
import { openProfile } from '../../src/platform/profile/open-profile.ts'
import { addDays } from '../../src/shared/zone/day-arithmetic.ts'
import { dayBounds } from '../../src/shared/zone/day-bounds.ts'
import { root } from '../setup.mjs'
import { sampleCatalogue } from './sample-catalogue.ts'
import { firstDay, type HistoryPlan, sampleHistory } from './sample-history.ts'
import { writeHistory } from './write-history.ts'

export interface Seeded {
  readonly entries: number
  readonly firstDay: string
  readonly seconds: number
  readonly names: Record<string, number>
}

/** A profile that cannot be filled, in words for the person at the terminal. */
export class SeedRefused extends Error {}

/** Fills the profile in `dir`, which must be new or without entries, with the history of `plan`. */
export async function seedProfile(dir: string, plan: HistoryPlan): Promise<Seeded> {
  const clock = createSystemClock()
  const deps = { migrationsDir: path.join(root, 'drizzle', 'local'), clock, log: silentLog }
  const opened = await openProfile(dir, deps)
  if (!opened.ok) throw new SeedRefused(`${opened.error.message} ${opened.error.mend}`)
  const profile = opened.value
  try {
    const store = createStore(profile.db, clock)
    if (store.read((reader) => reader.totals({}).entries + Number(reader.runningEntry() !== undefined)) > 0) {
      throw new SeedRefused(`${dir} has entries already. Choose a new folder with --profile.`)
    }
    const startedAt = performance.now()
    const first = firstDay(plan)
    const catalogue = sampleCatalogue(plan.seed, dayBounds(addDays(first, -1), 'UTC').startMs)
    const entries = writeHistory(store, catalogue, sampleHistory(plan, catalogue), clock.nowMs())
    const seconds = (performance.now() - startedAt) / 1000
    const names = Object.fromEntries(Object.entries(catalogue).map(([kind, list]) => [kind, list.length]))
    return { entries, firstDay: first, seconds, names }
  } finally {
    await profile.close()
  }
}
