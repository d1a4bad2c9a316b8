import { createRouterClient } from '@orpc/server'
import { createCore } from '../../src/core/app/create-core.ts'
import type { SyncFields } from '../../src/core/domain/sync/sync-fields.ts'
import type { TimeCapabilities } from '../../src/core/ports/time-provider.ts'
import type { SyncDirection } from '../../src/shared/contract/accounts.ts'
import { FakeClock } from '../fakes/fake-clock.ts'
import { FakeScheduler } from '../fakes/fake-scheduler.ts'
import { type Fault, MemoryProvider, togglLike } from '../fakes/memory-provider.ts'
import { createMemoryProviders } from '../fakes/memory-providers.ts'
import { createMemorySecrets } from '../fakes/memory-secrets.ts'
import { createTestCore } from '../fakes/test-core.ts'

export const HOUR = 3_600_000
export const CANARY = 'canary-token-5f1c'

/** The real core with accounts over the contract, against a provider in memory. Times count from ten days ago. */
export function createSyncHarness(capabilities: TimeCapabilities = togglLike, direction: SyncDirection = 'both') {
  const clock = new FakeClock()
  const scheduler = new FakeScheduler(clock)
  const provider = new MemoryProvider(capabilities, () => clock.nowMs())
  const { providers, opened } = createMemoryProviders(() => provider)
  const secrets = createMemorySecrets()
  const t = createTestCore({ providers, secrets, scheduler }, clock)
  const startMs = clock.nowMs() - 240 * HOUR
  const { key } = t
  let client = t.client
  let accountId = ''

  const time = (fromH: number, toH: number) => ({
    kind: 'clock' as const,
    startedAtMs: startMs + fromH * HOUR,
    endedAtMs: startMs + toH * HOUR,
  })

  /** Passes until nothing waits any more, moving the clock to whatever is waited for. */
  async function sync() {
    for (let round = 0; round < 2000; round += 1) {
      const { nextAtMs, more } = await client.sync.run({ commandKey: key() })
      if (nextAtMs === null && !more) return
      clock.set(Math.max(clock.nowMs(), nextAtMs ?? 0))
    }
    throw new Error('the queue does not end')
  }

  return {
    ...t,
    get client() {
      return client
    },
    /** Another process over the same profile: what was in memory is gone. */
    restart() {
      client = createRouterClient(createCore(t.ports).router, { context: { actor: 'test' } })
    },
    scheduler,
    provider,
    secrets,
    opened,
    startMs,
    sync,
    async connect(settings: { fromDay?: string; direction?: SyncDirection; name?: string } = {}) {
      const { account } = await client.accounts.add({
        commandKey: key(),
        kind: 'toggl',
        name: 'Work',
        secret: CANARY,
        direction,
        fromDay: '2026-11-01',
        ...settings,
      })
      accountId = account.id
      return account
    },
    accountId: () => accountId,
    async add(note: string, fromH: number, toH: number) {
      return (await client.entries.add({ commandKey: key(), note, time: time(fromH, toH) })).entry.id
    },
    edit: (id: string, note: string) => client.entries.update({ commandKey: key(), id, note }),
    move: (id: string, fromH: number, toH: number) =>
      client.entries.update({ commandKey: key(), id, time: time(fromH, toH) }),
    remove: (id: string) => client.entries.remove({ commandKey: key(), ids: [id] }),
    instants: (fromH: number, toH: number | null): SyncFields['time'] => ({
      kind: 'instants',
      startMs: startMs + fromH * HOUR,
      endMs: toH === null ? null : startMs + toH * HOUR,
    }),
    fields: (note: string, fromH: number, toH: number | null): SyncFields => ({
      time: { kind: 'instants', startMs: startMs + fromH * HOUR, endMs: toH === null ? null : startMs + toH * HOUR },
      note,
      projectId: null,
      activityId: null,
      tags: [],
      billable: false,
    }),
    /** One fault for the next call of this kind, then none. */
    failNext(call: string, fault: Fault) {
      let isDue = true
      provider.nextFault = async (made) => {
        if (!isDue || made !== call) return undefined
        isDue = false
        return fault
      }
    },
    idOf: (note: string) => [...provider.records.values()].find(({ fields }) => fields.note === note)?.remoteId ?? '',
    remote: () => [...provider.records.values()].map(({ fields }) => inShort(fields, startMs)).sort(),
    async local() {
      const { entries } = await client.entries.list({ limit: 500 })
      return entries
        .map(({ note, time }) =>
          time.kind === 'clock'
            ? `${note} ${hours(time.startedAtMs - startMs)}-${time.endedAtMs === null ? '…' : hours(time.endedAtMs - startMs)}`
            : `${note} ${time.day} ${hours(time.durationMs)}`,
        )
        .sort()
    },
    async status() {
      const { accounts } = await client.accounts.list({})
      return accounts[0]?.status
    },
    conflicts: async () => (await client.sync.conflicts({})).conflicts,
  }
}

export type SyncHarness = ReturnType<typeof createSyncHarness>

const hours = (ms: number) => String(Math.round((ms / HOUR) * 1000) / 1000)

function inShort({ note, time }: SyncFields, startMs: number): string {
  if (time.kind === 'amount') return `${note} ${time.day} ${hours(time.durationMs)}`
  return `${note} ${hours(time.startMs - startMs)}-${time.endMs === null ? '…' : hours(time.endMs - startMs)}`
}
