import type { PushContext } from '../../src/core/app/sync/push-context.ts'
import { pushEntry } from '../../src/core/app/sync/push-entry.ts'
import { entryParts } from '../../src/core/domain/sync/entry-parts.ts'
import type { WantedRecord } from '../../src/core/domain/sync/plan-writes.ts'
import { renderNote } from '../../src/core/domain/sync/render-note.ts'
import type { SyncStore } from '../../src/core/ports/sync-store.ts'
import type { TimeProvider } from '../../src/core/ports/time-provider.ts'
import { createSyncStore } from '../../src/platform/db/store/create-sync-store.ts'
import { Killed } from '../fakes/memory-provider.ts'
import type { createTestCore } from '../fakes/test-core.ts'

export const ACCOUNT = 'account-1'

interface Options {
  readonly core: ReturnType<typeof createTestCore>
  /** Asked for each entry: a restart gives another one. */
  readonly provider: () => TimeProvider
  /** Of the provider's profile: days are cut in it. */
  readonly zone?: string
  /** Where the provider wants one for every record. */
  readonly projectId?: string | null
  readonly activityId?: string | null
  /** What waits, waits until then. */
  readonly advanceTo: (ms: number) => void
  readonly wrapStore?: (store: SyncStore) => SyncStore
}

export type PushQueue = ReturnType<typeof createPushQueue>

/** The real queue over the real database, for any provider; the projects of entries are left out of it. */
export function createPushQueue(options: Options) {
  const { core: t, zone = 'Europe/Stockholm', projectId = null, activityId = null } = options
  const startMs = t.clock.nowMs() - 10 * 24 * 3_600_000
  t.db
    .prepare(
      `insert into accounts (id, name, name_key, kind, base_url, config_json, direction, from_day, state, created_at_ms)
       values (?, 'Test', 'test', 'toggl', '', '{}', 'push', '2000-01-01', 'active', 0)`,
    )
    .run(ACCOUNT)
  const open = createSyncStore({ current: () => t.db, onReopen: () => () => undefined })
  const store = options.wrapStore?.(open) ?? open
  const context = (): PushContext => ({
    accountId: ACCOUNT,
    provider: options.provider(),
    store,
    nowMs: () => t.clock.nowMs(),
    newId: () => t.ports.ids.next(),
    backOffMs: (attempt) => 1000 * 2 ** attempt,
    wanted: (entryId) => ({
      kind: 'records',
      records: wantedOf(entryId),
      zone,
      lane: isUrgent(entryId) ? 'interactive' : 'background',
    }),
  })
  const entryOf = (id: string) => t.ports.store.read((reader) => reader.get('entry', id))

  /** Somebody waits to see it: it runs, or has just stopped. */
  function isUrgent(entryId: string): boolean {
    return (
      t.db
        .prepare('select 1 from sync_items where account_id = ? and entry_id = ? and is_urgent = 1')
        .get(ACCOUNT, entryId) !== undefined
    )
  }

  function wantedOf(entryId: string): WantedRecord[] {
    const entry = entryOf(entryId)
    if (entry === undefined) return []
    const { capabilities } = options.provider()
    const parts = entryParts(entry, capabilities.shape, zone)
    const words = { projectName: null, item: null }
    const note = renderNote('', entry.note, words, capabilities.maxNoteLength)
    const billable = capabilities.billable ? entry.billable : null
    return (parts.kind === 'none' ? [] : parts.parts).map(({ part, time }) => ({
      part,
      fields: { time, note, projectId, activityId, tags: [], billable },
    }))
  }

  /** Takes up what is due. `waits`: nothing is, until `untilMs`. */
  async function step() {
    const item = store.nextDue(ACCOUNT, t.clock.nowMs())
    if (item === undefined) {
      // An aggregate always gives a row.
      const next = t.db.prepare(`select min(not_before_ms) as atMs from sync_items where state <> 'dead'`).get() as {
        atMs: number | null
      }
      return next.atMs === null ? { kind: 'empty' as const } : { kind: 'waits' as const, untilMs: next.atMs }
    }
    try {
      const outcome = await pushEntry(context(), item)
      if (outcome.kind === 'wait') return { kind: 'waits' as const, untilMs: outcome.untilMs }
      return { kind: outcome.kind }
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      return { kind: 'killed' as const }
    }
  }

  /** Works until nothing is left, moving the clock to whatever is waited for. Returns why it stopped early. */
  async function drainUntilStopped(): Promise<'empty' | 'credential'> {
    for (let round = 0; round < 50_000; round += 1) {
      const { kind, untilMs } = { untilMs: 0, ...(await step()) }
      if (kind === 'empty' || kind === 'credential') return kind
      if (kind === 'waits') options.advanceTo(Math.max(t.clock.nowMs(), untilMs))
    }
    throw new Error('the queue does not end')
  }

  const at = (fromMs: number, toMs: number) => ({
    kind: 'clock' as const,
    startedAtMs: startMs + fromMs,
    endedAtMs: startMs + toMs,
  })

  return {
    store,
    step,
    drainUntilStopped,
    async drain() {
      if ((await drainUntilStopped()) !== 'empty') throw new Error('the account stopped')
    },
    isLive: (id: string) => entryOf(id) !== undefined,
    /** What the provider should hold: the live entries, in its terms. */
    wanted(): WantedRecord[] {
      const ids = t.db.prepare('select id from entries where deleted_at_ms is null').all() as { id: string }[]
      return ids.flatMap(({ id }) => wantedOf(id))
    },
    wantedOf,
    /** Times count from ten days before the test's first instant. */
    async add(note: string, fromMs: number, toMs: number) {
      const { entry } = await t.client.entries.add({ commandKey: t.key(), note, time: at(fromMs, toMs) })
      return entry.id
    },
    async move(id: string, fromMs: number, toMs: number) {
      await t.client.entries.update({ commandKey: t.key(), id, time: at(fromMs, toMs) })
    },
    /** Whether a write of this kind is noted as under way. */
    hasIntent: (kinds: readonly string[]) =>
      (
        t.db.prepare(`select intent_json as json from sync_items where intent_json is not null`).all() as {
          json: string
        }[]
      ).some(({ json }) => kinds.some((kind) => json.includes(`"kind":"${kind}"`))),
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
