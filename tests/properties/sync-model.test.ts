import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedFields } from '../../src/core/domain/sync/sync-fields.ts'
import { type Fault, milltimeLike, togglLike } from '../fakes/memory-provider.ts'
import { createSyncHarness, HOUR, type SyncHarness } from '../integration/sync-harness.ts'
import { checkProperty } from './support/check-property.ts'

/** A long run: STINT_SYNC_RUNS=5000 STINT_SYNC_SEED=1 vitest run --project properties tests/properties/sync-model.test.ts */
const LONG_RUNS = Number(process.env['STINT_SYNC_RUNS'] ?? 0)
const LONG_SEED = Number(process.env['STINT_SYNC_SEED'] ?? 20_261_121)
const RUNS = 120

function check<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => Promise<void>): Promise<void> {
  if (LONG_RUNS === 0) return checkProperty(arbitrary, holds, RUNS)
  return fc.assert(fc.asyncProperty(arbitrary, holds), { seed: LONG_SEED, numRuns: LONG_RUNS })
}

type Operation =
  | { readonly kind: 'add' | 'add-there'; readonly atHour: number; readonly hours: number }
  | {
      readonly kind: 'note' | 'move' | 'remove' | 'note-there' | 'move-there' | 'remove-there' | 'settle'
      readonly which: number
      readonly atHour: number
    }
  | { readonly kind: 'undo' | 'pass' | 'restart' | 'wait' }

const atHour = fc.integer({ min: 0, max: 100 })
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('add' as const, 'add' as const, 'add-there' as const),
      atHour,
      hours: fc.constantFrom(0.5, 1, 2.25),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'note' as const,
        'move' as const,
        'remove' as const,
        'note-there' as const,
        'move-there' as const,
        'remove-there' as const,
        'settle' as const,
      ),
      which: fc.nat(9),
      atHour,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('pass' as const, 'pass' as const, 'undo' as const, 'restart' as const, 'wait' as const),
    }),
  },
)

const faultKinds = [
  'lost-answer',
  'lost-request',
  'killed-before',
  'killed-after',
  'upstream',
  'limited',
  'edit-there',
] as const
/** One in four calls goes wrong, each in one of six ways, or somebody edits there at that moment. */
const faultPlan = fc.array(fc.option(fc.constantFrom(...faultKinds), { freq: 4 }), { minLength: 60, maxLength: 60 })

/**
 * Records that somebody may edit there. A record without a key of ours whose answer was lost, and that was edited before
 * it was found, is anybody's: no provider without keys lets anyone tell.
 */
function editable(t: SyncHarness): string[] {
  const { records, capabilities } = t.provider
  const isOurs = (id: string) => t.ports.syncStore.linkOf(t.accountId(), id) !== undefined
  const hasDoubt = t.ports.syncStore.openIntents(t.accountId()).length > 0
  return [...records.keys()].filter((id) => capabilities.searchKey !== 'none' || !hasDoubt || isOurs(id))
}

function editThere(t: SyncHarness, number: number): void {
  const ids = editable(t)
  const id = ids[number % Math.max(1, ids.length)]
  if (id !== undefined) t.provider.editThere(id, { note: `R-meanwhile${number}` })
}

function faultOf(kind: Exclude<(typeof faultKinds)[number], 'edit-there'>, nowMs: number): Fault {
  switch (kind) {
    case 'upstream':
      return { kind: 'refused', error: { kind: 'upstream', status: 502, retryable: true, said: null } }
    case 'limited':
      return { kind: 'refused', error: { kind: 'rate-limited', retryAtMs: nowMs + 90_000, scope: 'api' } }
    default:
      return { kind }
  }
}

describe.each([
  ['tells its changes', togglLike],
  ['is read by days', { ...togglLike, pull: 'window' as const, tombstones: false }],
  ['keeps our key', { ...togglLike, searchKey: 'list' as const }],
  ['keeps amounts of days that cannot move', milltimeLike],
])('with a provider that %s', (_name, capabilities) => {
  it(
    'nothing is there twice, nothing is lost, and no edit of either side is overwritten unseen',
    () =>
      check(
        fc.tuple(fc.array(operation, { minLength: 12, maxLength: 40, size: 'max' }), faultPlan),
        async ([operations, faults]) => {
          const t = createSyncHarness(capabilities)
          const witness = watchOverwrites(t)
          try {
            await t.connect()
            const plan = [...faults]
            let edits = 0
            let editsAfterPull = 0
            const pull = t.provider.pull.bind(t.provider)
            t.provider.pull = async (request) => {
              const page = await pull(request)
              // What nobody can have seen yet when the next write is planned.
              for (; editsAfterPull > 0; editsAfterPull -= 1) editThere(t, edits)
              return page
            }
            t.provider.nextFault = async (call) => {
              const kind = plan.shift()
              if (kind === 'edit-there') {
                // Between a look and the write that follows it at once nobody can see an edit: not tried.
                edits += 1
                if (call === 'pull') editsAfterPull += 1
                else if (call !== 'update' && call !== 'remove') editThere(t, edits)
                return undefined
              }
              return kind === undefined || kind === null ? undefined : faultOf(kind, t.clock.nowMs())
            }
            const state = { words: 0, addedThere: 0 }
            for (const step of operations) await run(t, state, step, capabilities === milltimeLike)
            t.provider.nextFault = async () => undefined
            t.restart()
            t.clock.advance(20 * 60_000)
            await t.sync()
            await t.sync()
            await compare(t)
            const { entries } = await t.client.entries.list({ limit: 500 })
            // What was sent from here never comes back as an entry of theirs.
            expect(entries.filter(({ source }) => source === 'provider').length).toBeLessThanOrEqual(state.addedThere)
            witness.check()
          } finally {
            t.dispose()
          }
        },
      ),
    LONG_RUNS === 0 ? 30_000 : 3_600_000,
  )
})

async function run(
  t: SyncHarness,
  state: { words: number; addedThere: number },
  step: Operation,
  isAmount: boolean,
): Promise<void> {
  state.words += 1
  const word = `${step.kind.endsWith('there') ? 'R' : 'L'}${state.words}`
  switch (step.kind) {
    case 'add':
      await t.add(word, step.atHour, step.atHour + step.hours)
      return
    case 'add-there':
      state.addedThere += 1
      t.provider.addThere({
        ...t.fields(word, step.atHour, step.atHour + step.hours),
        time: timeThere(t, step.atHour, step.hours, isAmount),
      })
      return
    case 'note':
    case 'move':
    case 'remove': {
      const { entries } = await t.client.entries.list({ limit: 100 })
      const entry = entries[step.which % Math.max(1, entries.length)]
      if (entry === undefined) return
      if (step.kind === 'note') await t.edit(entry.id, word)
      else if (step.kind === 'remove') await t.remove(entry.id)
      else if (entry.time.kind === 'clock') await t.move(entry.id, step.atHour, step.atHour + 1)
      return
    }
    case 'note-there':
    case 'move-there':
    case 'remove-there': {
      const ids = editable(t)
      const id = ids[step.which % Math.max(1, ids.length)]
      if (id === undefined) return
      if (step.kind === 'remove-there') t.provider.removeThere(id)
      else if (step.kind === 'note-there') t.provider.editThere(id, { note: word })
      else t.provider.editThere(id, { time: timeThere(t, step.atHour, 1.5, isAmount) })
      return
    }
    case 'settle': {
      const [conflict] = await t.conflicts()
      const kind = step.which % 2 === 0 ? 'mine' : 'theirs'
      if (conflict === undefined) return
      await t.client.sync.resolve({ commandKey: t.key(), conflictId: conflict.id, choice: { kind } }).catch(refused)
      return
    }
    case 'undo':
      await t.client.history.undo({ commandKey: t.key() }).catch(refused)
      return
    case 'pass':
      await t.client.sync.run({ commandKey: t.key() })
      return
    case 'restart':
      t.restart()
      return
    case 'wait':
      t.clock.advance(10 * 60_000)
  }
}

/** An undo of what changed since, a part of an entry that cannot be taken over: refused in words, and nothing happened. */
function refused(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (!['nothing-to-undo', 'changed-since', 'fix-not-possible'].includes(String(code))) throw error
}

function timeThere(t: SyncHarness, atHour: number, hours: number, isAmount: boolean) {
  if (!isAmount) return t.instants(atHour, atHour + hours)
  const day = new Date(t.startMs + atHour * HOUR).toISOString().slice(0, 10)
  return { kind: 'amount' as const, day, durationMs: hours * HOUR }
}

/** What of the entries that stand in no conflict each side has; a conflict keeps both as they are. */
async function compare(t: SyncHarness): Promise<void> {
  const conflicts = await t.conflicts()
  const inConflict = new Set(conflicts.map(({ entryId }) => entryId))
  const accountId = t.accountId()
  const dead = (await t.client.sync.items({})).items.filter(({ entryId }) => !inConflict.has(entryId))
  expect(dead).toEqual([])
  const known = new Set<string>()
  const quantumMs = t.provider.capabilities.rules.quantumMs
  const { entries } = await t.client.entries.list({ limit: 500 })
  for (const { id, note } of entries) {
    const links = t.ports.syncStore.links(accountId, id)
    for (const { remoteId } of links) known.add(remoteId)
    if (inConflict.has(id)) continue
    expect(links.length, `${note} is there`).toBeGreaterThan(0)
    for (const { remoteId, sent } of links) {
      const there = t.provider.records.get(remoteId)
      expect(there, `${note} has its record ${remoteId}`).toBeDefined()
      if (there !== undefined) expect(changedFields(sent, there.fields, quantumMs), note).toEqual([])
      expect(there?.fields.note).toBe(note)
    }
  }
  for (const { remoteId } of conflicts) known.add(remoteId)
  for (const entryId of inConflict) {
    for (const { remoteId } of t.ports.syncStore.links(accountId, entryId)) known.add(remoteId)
  }
  // One record that no entry knows is one too many.
  const strangers = [...t.provider.records.values()].filter(({ remoteId }) => !known.has(remoteId))
  expect(strangers.map(({ fields }) => fields.note)).toEqual([])
  const remoteIds = t.db.prepare('select remote_id from sync_links').pluck().all()
  expect(new Set(remoteIds).size).toBe(remoteIds.length)
}

/** Words of a person that were written over, on either side: each must have been seen by the other side first. */
function watchOverwrites(t: SyncHarness) {
  const overThere = new Set<string>()
  const everThere = new Set<string>()
  const { provider } = t
  const update = provider.update.bind(provider)
  const remove = provider.remove.bind(provider)
  const create = provider.create.bind(provider)
  const noteOf = (remoteId: string) => provider.records.get(remoteId)?.fields.note ?? ''
  const held = () => {
    for (const { fields } of provider.records.values()) everThere.add(fields.note)
  }
  provider.create = async (write) => {
    try {
      return await create(write)
    } finally {
      held()
    }
  }
  provider.update = async (remoteId, write, changed) => {
    const before = noteOf(remoteId)
    try {
      return await update(remoteId, write, changed)
    } finally {
      held()
      if (noteOf(remoteId) !== before) overThere.add(before)
    }
  }
  provider.remove = async (remoteId) => {
    const before = noteOf(remoteId)
    try {
      return await remove(remoteId)
    } finally {
      if (!provider.records.has(remoteId)) overThere.add(before)
    }
  }
  return {
    check() {
      const here = JSON.stringify([
        t.db.prepare('select after_json from changes').pluck().all(),
        t.db.prepare('select theirs_json from sync_conflicts').pluck().all(),
      ])
      for (const word of overThere) if (word.startsWith('R')) expect(here, `${word} was seen here`).toContain(word)
      const conflicts = JSON.stringify(t.db.prepare('select mine_json from sync_conflicts').pluck().all())
      const pulled = t.db
        .prepare(
          `select before_json, after_json from changes c join commands m on m.revision = c.revision
           where m.actor = 'account' and c.kind = 'entry' and before_json is not null`,
        )
        .all() as { before_json: string; after_json: string | null }[]
      for (const { before_json, after_json } of pulled) {
        const before: { note: string } = JSON.parse(before_json)
        const after: { note: string } | null = after_json === null ? null : JSON.parse(after_json)
        if (!before.note.startsWith('L') || after?.note === before.note) continue
        expect(everThere.has(before.note) || conflicts.includes(before.note), `${before.note} was sent`).toBe(true)
      }
    },
  }
}
