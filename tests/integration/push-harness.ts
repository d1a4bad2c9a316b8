import type { PushContext } from '../../src/core/app/sync/push-context.ts'
import { pushEntry } from '../../src/core/app/sync/push-entry.ts'
import { entryParts } from '../../src/core/domain/sync/entry-parts.ts'
import type { SyncFields } from '../../src/core/domain/sync/sync-fields.ts'
import type { TimeCapabilities } from '../../src/core/ports/time-provider.ts'
import { createSyncStore } from '../../src/platform/db/store/create-sync-store.ts'
import { type Fault, Killed, MemoryProvider } from '../fakes/memory-provider.ts'
import { createTestCore } from '../fakes/test-core.ts'

const ZONE = 'Europe/Stockholm'
const ACCOUNT = 'account-1'

/** The real core, store and queue against a provider in memory; entries lie after the test's first instant. */
export async function createPushHarness(capabilities: TimeCapabilities) {
  const t = createTestCore()
  const startMs = t.clock.nowMs() - 10 * 24 * 3_600_000
  t.db
    .prepare(
      `insert into accounts (id, name, name_key, kind, base_url, config_json, direction, from_day, state, created_at_ms)
       values (?, 'Test', 'test', 'toggl', '', '{}', 'push', '2000-01-01', 'active', 0)`,
    )
    .run(ACCOUNT)
  const store = createSyncStore({ current: () => t.db, onReopen: () => () => undefined })
  const provider = new MemoryProvider(capabilities, () => t.clock.nowMs())
  const faults = new Map<string, Fault[]>()
  const effects = new Map<string, () => Promise<unknown>>()
  let anyFault: () => Fault | undefined = () => undefined
  provider.nextFault = async (call) => {
    await effects.get(call)?.()
    effects.delete(call)
    return faults.get(call)?.shift() ?? anyFault()
  }
  const context: PushContext = {
    accountId: ACCOUNT,
    provider,
    store,
    nowMs: () => t.clock.nowMs(),
    newId: () => t.ports.ids.next(),
    backOffMs: (attempt) => 1000 * 2 ** attempt,
    wanted(entryId) {
      const entry = t.ports.store.read((reader) => reader.get('entry', entryId))
      if (entry === undefined) return { kind: 'records', records: [], zone: ZONE, lane: 'background' }
      const parts = entryParts(entry, capabilities.shape, ZONE)
      const records = parts.kind === 'none' ? [] : parts.parts
      return {
        kind: 'records',
        records: records.map(({ part, time }) => ({
          part,
          fields: { time, note: entry.note, projectId: null, activityId: null, tags: [], billable: entry.billable },
        })),
        zone: ZONE,
        lane: 'background',
      }
    },
  }

  /** Works the queue until nothing is left, moving the clock to whatever is waited for. Returns why it stopped early. */
  async function drainUntilStopped(): Promise<'empty' | 'credential'> {
    for (let round = 0; round < 10_000; round += 1) {
      const item = store.nextDue(ACCOUNT, t.clock.nowMs())
      if (item === undefined) {
        const next = t.db.prepare(`select min(not_before_ms) as atMs from sync_items where state <> 'dead'`).get() as {
          atMs: number | null
        }
        if (next.atMs === null) return 'empty'
        t.clock.set(next.atMs)
        continue
      }
      try {
        const outcome = await pushEntry(context, item)
        if (outcome.kind === 'wait') t.clock.set(Math.max(t.clock.nowMs(), outcome.untilMs))
        if (outcome.kind === 'credential') return 'credential'
      } catch (error) {
        if (!(error instanceof Killed)) throw error
      }
    }
    throw new Error('the queue does not end')
  }

  return {
    ...t,
    provider,
    store,
    drainUntilStopped,
    async drain() {
      if ((await drainUntilStopped()) !== 'empty') throw new Error('the account stopped')
    },
    fail(call: string, ...those: Fault[]) {
      faults.set(call, [...(faults.get(call) ?? []), ...those])
    },
    /** Asked before every call, of whatever kind. */
    failBy(fault: () => Fault | undefined) {
      anyFault = fault
    },
    isLive: (id: string) => t.ports.store.read((reader) => reader.get('entry', id)) !== undefined,
    /** What the provider should hold: the live entries, in its terms. */
    local() {
      const ids = t.db.prepare('select id from entries where deleted_at_ms is null').all() as { id: string }[]
      return ids
        .flatMap(({ id }) => {
          const wanted = context.wanted(id)
          return wanted.kind === 'records' ? wanted.records : []
        })
        .map(({ fields }) => `${fields.note} ${minutesOf(fields)}`)
        .sort()
    },
    during(call: string, effect: () => Promise<unknown>) {
      effects.set(call, effect)
    },
    async add(note: string, fromMs: number, toMs: number) {
      const time = { kind: 'clock' as const, startedAtMs: startMs + fromMs, endedAtMs: startMs + toMs }
      const { entry } = await t.client.entries.add({ commandKey: t.key(), note, time })
      return entry.id
    },
    async move(id: string, fromMs: number, toMs: number) {
      const time = { kind: 'clock' as const, startedAtMs: startMs + fromMs, endedAtMs: startMs + toMs }
      await t.client.entries.update({ commandKey: t.key(), id, time })
    },
    /** Notes and minutes of what the provider holds. */
    remote: () => [...provider.records.values()].map(({ fields }) => `${fields.note} ${minutesOf(fields)}`).sort(),
    open: () =>
      (
        t.db.prepare(`select state, problem_json from sync_items order by queued_at_ms, entry_id`).all() as {
          state: string
          problem_json: string | null
        }[]
      ).map(({ state, problem_json }) => {
        const problem: { code: string } | null = problem_json === null ? null : JSON.parse(problem_json)
        return `${state} ${problem?.code ?? '-'}`
      }),
    conflicts: () => (t.db.prepare('select count(*) as n from sync_conflicts').get() as { n: number }).n,
  }
}

function minutesOf({ time }: SyncFields): number | null {
  if (time.kind === 'amount') return time.durationMs / 60_000
  return time.endMs === null ? null : (time.endMs - time.startMs) / 60_000
}
