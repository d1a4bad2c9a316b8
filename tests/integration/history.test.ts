import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StintClient } from '../../src/shared/contract/contract.ts'
import { refusal } from '../fakes/refusal.ts'
import { createReopeningCore } from '../fakes/reopening-core.ts'
import { createTestJournal, type TestJournal } from '../fakes/test-journal.ts'

const HOUR = 3_600_000
const DAY_MS = 24 * HOUR

type Key = () => { commandKey: string }

/** What each command is tried on: names for everything that `prepare` makes. */
interface Scene {
  readonly entry: string
  readonly second: string
  readonly overlapping: string
  readonly client: string
  readonly project: string
  readonly activity: string
  readonly tag: string
  readonly workItem: string
  readonly template: string
  readonly unused: { client: string; project: string; activity: string; tag: string; workItem: string }
  readonly startMs: number
}

async function prepare(c: StintClient, key: Key, nowMs: number): Promise<Scene> {
  const startMs = nowMs - 8 * HOUR
  const client = (await c.clients.create({ ...key(), name: 'Client' })).item.id
  const project = (await c.projects.create({ ...key(), name: 'Project', clientId: client })).item.id
  const activity = (await c.activities.create({ ...key(), name: 'Activity', projectId: project })).item.id
  const tag = (await c.tags.create({ ...key(), name: 'tag' })).item.id
  const workItem = (await c.workItems.create({ ...key(), key: 'K-1', title: 'Title' })).item.id
  const details = { projectId: project, activityId: activity, workItemId: workItem, tagIds: [tag] }
  const template = (await c.templates.create({ ...key(), name: 'Template', ...details })).item.id
  const add = async (fromHours: number, toHours: number, more: object = {}) => {
    const time = {
      kind: 'clock' as const,
      startedAtMs: startMs + fromHours * HOUR,
      endedAtMs: startMs + toHours * HOUR,
    }
    return (await c.entries.add({ ...key(), time, note: 'note', ...more })).entry.id
  }
  return {
    entry: await add(0, 2, details),
    second: await add(2, 3),
    overlapping: await add(2.5, 4),
    client,
    project,
    activity,
    tag,
    workItem,
    template,
    unused: {
      client: (await c.clients.create({ ...key(), name: 'Unused' })).item.id,
      project: (await c.projects.create({ ...key(), name: 'Unused' })).item.id,
      activity: (await c.activities.create({ ...key(), name: 'Unused' })).item.id,
      tag: (await c.tags.create({ ...key(), name: 'unused' })).item.id,
      workItem: (await c.workItems.create({ ...key(), key: 'U-1', title: 'Unused' })).item.id,
    },
    startMs,
  }
}

type Act = (c: StintClient, s: Scene, key: Key) => Promise<unknown>

const begin: Act = (c, _s, key) => c.timer.start({ ...key(), note: 'running' })

/** Every command of the contract that can be undone, with what has to be there first. */
const commands: Record<string, { first?: Act; act: Act }> = {
  'timer.start': { act: begin },
  'timer.start (switch)': { first: begin, act: (c, _s, key) => c.timer.start({ ...key(), note: 'next' }) },
  'timer.start (cut)': {
    act: (c, s, key) => c.timer.start({ ...key(), startedAtMs: s.startMs + 3.5 * HOUR, onOverlap: 'cut' }),
  },
  'timer.stop': { first: begin, act: (c, _s, key) => c.timer.stop(key()) },
  'timer.stop (save and continue)': {
    first: async (c, s, key) => {
      await c.settings.update({ ...key(), saveAndContinue: true })
      await begin(c, s, key)
    },
    act: (c, _s, key) => c.timer.stop(key()),
  },
  'timer.continue': { first: begin, act: (c, s, key) => c.timer.continue({ ...key(), entryId: s.entry }) },
  'timer.discard': { first: begin, act: (c, _s, key) => c.timer.discard(key()) },
  'entries.add': {
    act: (c, s, key) =>
      c.entries.add({ ...key(), time: { kind: 'day', day: '2026-11-19', durationMs: 5 }, tagIds: [s.tag] }),
  },
  'entries.update': {
    act: (c, s, key) =>
      c.entries.update({
        ...key(),
        id: s.entry,
        note: 'å',
        tagIds: [],
        time: { kind: 'day', day: '2026-11-01', durationMs: 1 },
      }),
  },
  'entries.update (running)': {
    first: begin,
    act: async (c, s, key) => {
      const { running } = await c.timer.status({})
      const time = { kind: 'clock' as const, startedAtMs: s.startMs + 3.5 * HOUR, endedAtMs: null }
      return c.entries.update({ ...key(), id: running?.id ?? '', time, onOverlap: 'cut' })
    },
  },
  'entries.remove': { act: (c, s, key) => c.entries.remove({ ...key(), ids: [s.entry, s.second] }) },
  'entries.remove (running)': {
    first: begin,
    act: async (c, _s, key) => c.entries.remove({ ...key(), ids: [(await c.timer.status({})).running?.id ?? ''] }),
  },
  'entries.split': { act: (c, s, key) => c.entries.split({ ...key(), id: s.entry, atMs: s.startMs + HOUR }) },
  'entries.merge': { act: (c, s, key) => c.entries.merge({ ...key(), ids: [s.entry, s.second, s.overlapping] }) },
  'entries.duplicate': { act: (c, s, key) => c.entries.duplicate({ ...key(), id: s.entry, toDay: '2026-11-02' }) },
  'entries.bulkEdit': {
    act: (c, s, key) =>
      c.entries.bulkEdit({
        ...key(),
        ids: [s.entry, s.second],
        projectId: s.unused.project,
        addTagIds: [s.unused.tag],
      }),
  },
  'entries.fixOverlap': {
    act: (c, s, key) =>
      c.entries.fixOverlap({ ...key(), firstId: s.second, secondId: s.overlapping, fix: 'trim-second' }),
  },
  'clients.create': { act: (c, _s, key) => c.clients.create({ ...key(), name: 'New' }) },
  'clients.update': { act: (c, s, key) => c.clients.update({ ...key(), id: s.client, name: 'Other' }) },
  'clients.remove': { act: (c, s, key) => c.clients.remove({ ...key(), id: s.unused.client }) },
  'projects.create': { act: (c, s, key) => c.projects.create({ ...key(), name: 'New', clientId: s.client }) },
  'projects.update': { act: (c, s, key) => c.projects.update({ ...key(), id: s.project, clientId: null }) },
  'projects.remove': { act: (c, s, key) => c.projects.remove({ ...key(), id: s.unused.project }) },
  'activities.create': { act: (c, _s, key) => c.activities.create({ ...key(), name: 'New' }) },
  'activities.update': { act: (c, s, key) => c.activities.update({ ...key(), id: s.activity, archived: true }) },
  'activities.remove': { act: (c, s, key) => c.activities.remove({ ...key(), id: s.unused.activity }) },
  'tags.create': { act: (c, _s, key) => c.tags.create({ ...key(), name: 'new' }) },
  'tags.update': { act: (c, s, key) => c.tags.update({ ...key(), id: s.tag, colour: '#123456' }) },
  'tags.remove': { act: (c, s, key) => c.tags.remove({ ...key(), id: s.unused.tag }) },
  'workItems.create': { act: (c, _s, key) => c.workItems.create({ ...key(), key: 'N-1', title: 'New' }) },
  'workItems.update': { act: (c, s, key) => c.workItems.update({ ...key(), id: s.workItem, state: 'done' }) },
  'workItems.remove': { act: (c, s, key) => c.workItems.remove({ ...key(), id: s.unused.workItem }) },
  'templates.create': {
    act: (c, s, key) => c.templates.create({ ...key(), name: 'New', tagIds: [s.unused.tag, s.tag] }),
  },
  'templates.update': {
    act: (c, s, key) => c.templates.update({ ...key(), id: s.template, durationMs: 1, tagIds: [] }),
  },
  'templates.remove': { act: (c, s, key) => c.templates.remove({ ...key(), id: s.template }) },
  'settings.update': { act: (c, _s, key) => c.settings.update({ ...key(), theme: 'dark' }) },
}

async function visible(c: StintClient) {
  const { entries } = await c.entries.list({ limit: 500 })
  const { days } = await c.entries.days({ fromDay: '2026-01-01', toDay: '2026-12-31' })
  const { settings } = await c.settings.get({})
  return { entries, days, settings, catalogue: await c.catalogue.get({}) }
}

describe('undo and redo', () => {
  it.each(Object.entries(commands))(
    'takes %s back and brings it again, across restarts',
    async (_name, { first, act }) => {
      let t = createReopeningCore()
      const { reopen, dispose, clock } = t
      let keys = 0
      const key = () => {
        keys += 1
        return { commandKey: `history-${keys}` }
      }
      try {
        const scene = await prepare(t.client, key, clock.nowMs())
        await first?.(t.client, scene, key)
        clock.advance(60_000)
        const before = await visible(t.client)
        await act(t.client, scene, key)
        const after = await visible(t.client)
        expect(after).not.toEqual(before)
        for (let round = 0; round < 2; round += 1) {
          t = { ...t, ...reopen() }
          await t.client.history.undo(key())
          expect(await visible(t.client)).toEqual(before)
          t = { ...t, ...reopen() }
          await t.client.history.redo(key())
          expect(await visible(t.client)).toEqual(after)
        }
      } finally {
        dispose()
      }
    },
  )

  it('covers every command of the contract but those that move files or history, say what was seen, or are tried elsewhere', async () => {
    const { contract } = await import('../../src/shared/contract/contract.ts')
    const tried = new Set(Object.keys(commands).map((name) => name.replace(/ \(.*$/, '')))
    // Answers to absences have their own tests (absence-undo.test.ts): the question comes back as well.
    const elsewhere = /^(history|imports|backups|absence|notifications|desktop|accounts|sync)\./
    const all = Object.entries(contract).flatMap(([group, procedures]) =>
      Object.entries(procedures)
        .filter(([, procedure]) => procedure['~orpc'].meta.kind === 'command')
        .map(([name]) => `${group}.${name}`),
    )
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter((name) => !tried.has(name) && !elsewhere.test(name))).toEqual([])
  })

  describe('the order of things', () => {
    let t: TestJournal
    beforeEach(() => {
      t = createTestJournal()
    })
    afterEach(() => t.dispose())

    const labels = async () =>
      (await t.client.history.list({})).items.map(({ label, undone }) => `${undone ? '✗' : '✓'} ${label}`)

    it('is newest first; a new command ends what could be redone', async () => {
      for (const note of ['A', 'B', 'C']) await t.add('9:00', '10:00', { note })
      expect(await t.undo()).toBe('Add “C”')
      expect(await t.undo()).toBe('Add “B”')
      expect(await t.redo()).toBe('Add “B”')
      await t.add('9:00', '10:00', { note: 'D' })
      expect((await refusal(t.redo())).code).toBe('nothing-to-redo')
      expect(await labels()).toEqual(['✓ Add “D”', '✗ Add “C”', '✓ Add “B”', '✓ Add “A”'])
      expect([await t.undo(), await t.undo(), await t.undo()]).toEqual(['Add “D”', 'Add “B”', 'Add “A”'])
      expect([await t.redo(), await t.redo(), await t.redo()]).toEqual(['Add “A”', 'Add “B”', 'Add “D”'])
      expect((await refusal(t.redo())).code).toBe('nothing-to-redo')
    })

    it('can be checked by the caller: a toast undoes its own command or nothing', async () => {
      await t.add('9:00', '10:00', { note: 'A' })
      const { items } = await t.client.history.list({ limit: 1 })
      const commandId = items[0]?.commandId ?? ''
      await t.add('10:00', '11:00', { note: 'B' })
      const stale = t.client.history.undo({ commandKey: t.key(), commandId })
      expect((await refusal(stale)).code).toBe('changed-since')
      await t.undo()
      expect((await t.client.history.undo({ commandKey: t.key(), commandId })).item.label).toBe('Add “A”')
    })

    it('does nothing twice for one key, be it undo or redo', async () => {
      await t.add('9:00', '10:00', { note: 'A' })
      await t.add('10:00', '11:00', { note: 'B' })
      const once = { commandKey: 'undo-once-1' }
      const first = await t.client.history.undo(once)
      expect(await t.client.history.undo(once)).toEqual(first)
      expect((await t.day()).entries).toHaveLength(1)
      const again = { commandKey: 'redo-once-1' }
      const redone = await t.client.history.redo(again)
      expect(await t.client.history.redo(again)).toEqual(redone)
      expect((await t.day()).entries).toHaveLength(2)
    })

    it('reaches back 30 days and not further', async () => {
      await t.add('9:00', '10:00', { note: 'old' })
      t.clock.advance(29 * DAY_MS)
      await t.add('9:00', '10:00', { note: 'new' })
      t.clock.advance(DAY_MS + 1)
      expect(await t.undo()).toBe('Add “new”')
      expect((await refusal(t.undo())).code).toBe('nothing-to-undo')
      expect((await t.client.history.list({})).items.map(({ label }) => label)).toEqual(['Add “new”'])
    })

    it('survives a clock that was set back in between', async () => {
      await t.add('9:00', '10:00', { note: 'A' })
      t.clock.advance(-40 * DAY_MS)
      await t.add('9:00', '10:00', { note: 'B' })
      expect([await t.undo(), await t.undo()]).toEqual(['Add “B”', 'Add “A”'])
      expect([await t.redo(), await t.redo()]).toEqual(['Add “A”', 'Add “B”'])
    })
  })

  it.each(Object.entries(commands))(
    'gives the first answer of %s again for its key and acts once, also after a restart',
    async (_name, { first, act }) => {
      let t = createReopeningCore()
      const { reopen, dispose, clock } = t
      let keys = 0
      const key = () => {
        keys += 1
        return { commandKey: `idempotent-${keys}` }
      }
      try {
        const scene = await prepare(t.client, key, clock.nowMs())
        await first?.(t.client, scene, key)
        const same = () => ({ commandKey: 'the-same-key' })
        const inputs: unknown[] = []
        const recording = record(t.client, inputs)
        const answer = await act(recording, scene, same)
        const after = await visible(t.client)
        clock.advance(60_000)
        t = { ...t, ...reopen() }
        const [path, input] = inputs.at(-1) as [string[], never]
        const repeat = (changed: object) => call(t.client, path, { ...(input as object), ...changed })
        expect(await repeat({})).toEqual(answer)
        expect(await visible(t.client)).toEqual(after)
        expect((await refusal(t.client.settings.update({ commandKey: 'the-same-key', theme: 'light' }))).code).toBe(
          'key-reused',
        )
      } finally {
        dispose()
      }
    },
  )
})

/** A client that remembers what it was asked, so that the very same call can be made again. */
function record(client: StintClient, calls: unknown[], path: string[] = []): StintClient {
  return new Proxy(client, {
    get(target, name) {
      if (typeof name !== 'string') return Reflect.get(target, name)
      const inner = Reflect.get(target, name) as StintClient
      return record(inner, calls, [...path, name])
    },
    apply(target, _this, [input]) {
      calls.push([path, input])
      return Reflect.apply(target as never, undefined, [input])
    },
  })
}

function call(client: StintClient, path: string[], input: object): Promise<unknown> {
  let target = client as unknown as Record<string, never>
  for (const name of path) target = target[name] as never
  return (target as unknown as (input: object) => Promise<unknown>)(input)
}
