import { describe, expect, it } from 'vitest'
import { createSyncHarness } from './sync-harness.ts'

describe('an account', () => {
  it('gets the entries from its first day on, and none of before', async () => {
    const t = createSyncHarness()
    await t.add('Old', -240, -239)
    await t.add('New', 1, 2)
    await t.connect()
    await t.sync()
    expect(t.remote()).toEqual(['New 1-2'])
    expect(await t.status()).toMatchObject({ queued: 0, dead: 0, conflicts: 0, problem: null })
    t.dispose()
  })

  it('brings what is there already, with its project and tags, and sends none of it back', async () => {
    const t = createSyncHarness()
    t.provider.projects = {
      projects: [{ remoteId: 'p1', name: 'Payments', clientName: 'Acme', archived: false, activities: null }],
      activities: [],
    }
    t.provider.addThere({ ...t.fields('There', 3, 4), projectId: 'p1', tags: ['deep'], billable: true })
    await t.connect()
    await t.sync()
    const { entries } = await t.client.entries.list({})
    const { projects, clients, tags } = await t.client.catalogue.get({})
    expect(entries).toMatchObject([{ note: 'There', source: 'provider', billable: true }])
    expect(entries[0]?.projectId).toBe(projects[0]?.id)
    expect([projects[0]?.name, clients[0]?.name, tags[0]?.name]).toEqual(['Payments', 'Acme', 'deep'])
    expect(t.provider.calls.filter((call) => /create|update|remove/.test(call))).toEqual([])
    t.dispose()
  })

  it('finds what is on both sides already to be the same, twins one by one', async () => {
    const t = createSyncHarness()
    for (const note of ['Twin', 'Twin', 'One']) {
      await t.add(note, 5, 6)
      t.provider.addThere(t.fields(note, 5, 6))
    }
    await t.connect()
    await t.sync()
    expect(t.remote()).toEqual(['One 5-6', 'Twin 5-6', 'Twin 5-6'])
    expect(await t.local()).toEqual(['One 5-6', 'Twin 5-6', 'Twin 5-6'])
    t.dispose()
  })

  it('that only sends looks for what is there already, too, and leaves the rest of it alone', async () => {
    const t = createSyncHarness(undefined, 'push')
    await t.add('Mine', 5, 6)
    t.provider.addThere(t.fields('Mine', 5, 6))
    t.provider.addThere(t.fields('Not mine', 7, 8))
    await t.connect()
    await t.sync()
    expect(t.remote()).toEqual(['Mine 5-6', 'Not mine 7-8'])
    expect(await t.local()).toEqual(['Mine 5-6'])
    t.dispose()
  })

  it('takes over what was edited there, as a change that is nobody’s undo but has its change rows', async () => {
    const t = createSyncHarness()
    await t.connect()
    await t.add('Before', 1, 2)
    await t.sync()
    t.provider.editThere(t.idOf('Before'), { note: 'After', time: t.instants(1, 3) })
    await t.sync()
    expect(await t.local()).toEqual(['After 1-3'])
    expect((await t.client.history.list({})).items.map(({ label }) => label)).toEqual(['Add “Before”'])
    expect(t.db.prepare(`select count(*) from commands where actor = 'account'`).pluck().get()).toBe(1)
    t.dispose()
  })

  it('brings edits of different fields on both sides together, without asking', async () => {
    const t = createSyncHarness()
    await t.connect()
    const id = await t.add('Note', 1, 2)
    await t.sync()
    t.provider.editThere(t.idOf('Note'), { time: t.instants(1, 4) })
    await t.edit(id, 'Mine')
    await t.sync()
    expect([t.remote(), await t.local()]).toEqual([['Mine 1-4'], ['Mine 1-4']])
    t.dispose()
  })

  it('makes a conflict of edits of the same field, overwrites neither, and does as the person says', async () => {
    for (const [choice, expected] of [
      [{ kind: 'mine' }, 'Mine 1-2'],
      [{ kind: 'theirs' }, 'Theirs 1-2'],
      [{ kind: 'fields', fields: { note: 'theirs' } }, 'Theirs 1-2'],
    ] as const) {
      const t = createSyncHarness()
      await t.connect()
      const id = await t.add('Base', 1, 2)
      await t.sync()
      t.provider.editThere(t.idOf('Base'), { note: 'Theirs' })
      await t.edit(id, 'Mine')
      await t.sync()
      expect([t.remote(), await t.local()]).toEqual([['Theirs 1-2'], ['Mine 1-2']])
      const [conflict, ...others] = await t.conflicts()
      expect(others).toEqual([])
      expect(conflict).toMatchObject({ fields: ['note'], mine: { note: 'Mine' }, theirs: { note: 'Theirs' } })
      expect(await t.status()).toMatchObject({ conflicts: 1, dead: 0 })
      await t.client.sync.resolve({ commandKey: t.key(), conflictId: conflict?.id ?? '', choice })
      await t.sync()
      expect([t.remote(), await t.local()]).toEqual([[expected], [expected]])
      expect(await t.conflicts()).toEqual([])
      t.dispose()
    }
  })

  it('looks at a record before it is changed, also when no pull came before', async () => {
    const t = createSyncHarness()
    await t.connect()
    const id = await t.add('Base', 1, 2)
    await t.sync()
    await t.edit(id, 'Mine')
    // Between the pull and the write.
    t.provider.nextFault = async (call) => {
      if (call === 'get') t.provider.editThere('r1', { note: 'Theirs' })
      return undefined
    }
    await t.sync()
    expect(t.remote()).toEqual(['Theirs 1-2'])
    expect(await t.conflicts()).toHaveLength(1)
    t.dispose()
  })

  it('removes here what was removed there, and asks where it was changed here since', async () => {
    const t = createSyncHarness()
    await t.connect()
    await t.add('Goes', 1, 2)
    const id = await t.add('Stays', 3, 4)
    await t.sync()
    t.provider.removeThere(t.idOf('Goes'))
    t.provider.removeThere(t.idOf('Stays'))
    await t.edit(id, 'Stays, changed')
    await t.sync()
    expect(await t.local()).toEqual(['Stays, changed 3-4'])
    const [conflict] = await t.conflicts()
    expect(conflict).toMatchObject({ theirs: null, fields: [] })
    await t.client.sync.resolve({ commandKey: t.key(), conflictId: conflict?.id ?? '', choice: { kind: 'mine' } })
    await t.sync()
    expect(t.remote()).toEqual(['Stays, changed 3-4'])
    t.dispose()
  })

  it('asks where an entry was removed here and changed there; theirs brings it back under its own id', async () => {
    const t = createSyncHarness()
    await t.connect()
    const id = await t.add('Base', 1, 2)
    await t.sync()
    t.provider.editThere(t.idOf('Base'), { note: 'Theirs' })
    await t.remove(id)
    await t.sync()
    expect(t.remote()).toEqual(['Theirs 1-2'])
    const [conflict] = await t.conflicts()
    expect(conflict).toMatchObject({ mine: null })
    await t.client.sync.resolve({ commandKey: t.key(), conflictId: conflict?.id ?? '', choice: { kind: 'theirs' } })
    await t.sync()
    expect(await t.local()).toEqual(['Theirs 1-2'])
    expect((await t.client.entries.get({ id })).entry.note).toBe('Theirs')
    expect(t.remote()).toEqual(['Theirs 1-2'])
    t.dispose()
  })

  it('waits for a good credential: one attempt, one notice, everything kept and sent in the end', async () => {
    const t = createSyncHarness()
    await t.connect()
    await t.sync()
    for (let n = 0; n < 5; n += 1) await t.add(`E${n}`, n, n + 1)
    const before = t.provider.calls.length
    t.provider.nextFault = async () => ({ kind: 'refused', error: { kind: 'unauthenticated', said: null } })
    await t.sync()
    await t.sync()
    expect(t.provider.calls.length - before).toBe(1)
    expect((await t.client.notifications.list({})).notifications).toHaveLength(1)
    expect((await t.client.accounts.list({})).accounts[0]?.account.state).toBe('needs-credential')
    await expect(
      t.client.accounts.setSecret({ commandKey: t.key(), id: t.accountId(), secret: 'also bad' }),
    ).rejects.toMatchObject({ code: 'provider-refused', data: { kind: 'unauthenticated' } })
    expect([...t.secrets.kept.values()]).toEqual(['canary-token-5f1c'])
    t.provider.nextFault = async () => undefined
    await t.client.accounts.setSecret({ commandKey: t.key(), id: t.accountId(), secret: 'good' })
    await t.sync()
    expect(t.remote()).toHaveLength(5)
    t.dispose()
  })

  it('goes with everything that is known of it, but not with an entry, here or there', async () => {
    const t = createSyncHarness()
    await t.connect()
    await t.add('Kept', 1, 2)
    await t.sync()
    await t.client.accounts.remove({ commandKey: t.key(), id: t.accountId() })
    expect([t.remote(), await t.local()]).toEqual([['Kept 1-2'], ['Kept 1-2']])
    expect([...t.secrets.kept]).toEqual([])
    for (const table of ['sync_items', 'sync_links', 'sync_states']) {
      expect(t.db.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0)
    }
    t.dispose()
  })

  it('that is made anew after it was removed sends nothing twice', async () => {
    const t = createSyncHarness(undefined, 'push')
    await t.connect()
    await t.add('Once', 1, 2)
    await t.sync()
    await t.client.accounts.remove({ commandKey: t.key(), id: t.accountId() })
    await t.connect()
    await t.sync()
    expect(t.remote()).toEqual(['Once 1-2'])
    t.dispose()
  })

  it('looks first after a restore, for what was sent since the backup is not known here', async () => {
    const t = createSyncHarness(undefined, 'push')
    await t.connect()
    await t.add('Sent', 1, 2)
    await t.sync()
    // As a restore leaves it: the entry is there, its link is not.
    t.db.prepare('delete from sync_links').run()
    t.db
      .prepare(
        `insert into sync_items (account_id, entry_id, state, queued_at_ms) select ?, id, 'queued', 0 from entries`,
      )
      .run(t.accountId())
    t.ports.syncStore.distrust()
    await t.sync()
    expect(t.remote()).toEqual(['Sent 1-2'])
    t.dispose()
  })

  it('sends nothing while it is paused, and all of it after', async () => {
    const t = createSyncHarness()
    await t.connect()
    await t.client.accounts.pause({ commandKey: t.key(), id: t.accountId() })
    await t.add('Later', 1, 2)
    await t.sync()
    expect(t.remote()).toEqual([])
    await t.client.accounts.resume({ commandKey: t.key(), id: t.accountId() })
    await t.sync()
    expect(t.remote()).toEqual(['Later 1-2'])
    t.dispose()
  })

  it('shows what would be sent, and sends nothing by that', async () => {
    const t = createSyncHarness()
    await t.connect()
    const id = await t.add('Draft', 1, 2)
    const { writes, entries } = await t.client.sync.dryRun({ accountId: t.accountId() })
    expect(entries).toBe(1)
    expect(writes).toMatchObject([{ entryId: id, kind: 'create', fields: { note: 'Draft' } }])
    expect(t.remote()).toEqual([])
    t.dispose()
  })

  it('keeps dead letters with their reason until somebody tries again', async () => {
    const t = createSyncHarness()
    await t.connect()
    await t.sync()
    await t.add('Refused', 1, 2)
    t.failNext('create', {
      kind: 'refused',
      error: { kind: 'period-locked', reason: 'closed', said: 'June is closed' },
    })
    await t.sync()
    expect((await t.client.sync.items({ states: ['dead'] })).items).toMatchObject([
      { problem: { code: 'period-locked', said: 'June is closed' } },
    ])
    expect(await t.client.sync.retry({ commandKey: t.key(), code: 'validation' })).toEqual({ queued: 0 })
    expect(await t.client.sync.retry({ commandKey: t.key() })).toEqual({ queued: 1 })
    await t.sync()
    expect(t.remote()).toEqual(['Refused 1-2'])
    t.dispose()
  })
})

describe('the host', () => {
  it('shows a timer that starts and stops within two seconds, and by itself', async () => {
    const t = createSyncHarness()
    await t.connect()
    const stop = t.core.watch()
    await pass(t, 5_000)
    await t.client.timer.start({ commandKey: t.key(), note: 'Now' })
    await pass(t, 2_000)
    expect(t.remote()).toEqual(['Now 240.001-…'])
    await pass(t, 60_000)
    await t.client.timer.stop({ commandKey: t.key() })
    await pass(t, 2_000)
    expect(t.remote()).toEqual(['Now 240.001-240.019'])
    stop()
    expect(t.scheduler.waiting).toBe(0)
    t.dispose()
  })

  it('sends what waits once the network is back, with pauses between attempts, and asks there every five minutes', async () => {
    const t = createSyncHarness()
    await t.connect()
    const stop = t.core.watch()
    await pass(t, 5_000)
    t.provider.nextFault = async () => ({ kind: 'lost-request' })
    await t.add('Waits', 1, 2)
    const before = t.provider.calls.length
    for (let minute = 0; minute < 60; minute += 1) await pass(t, 60_000)
    expect(t.provider.calls.length - before).toBeLessThan(40)
    t.provider.nextFault = async () => undefined
    for (let minute = 0; minute < 16; minute += 1) await pass(t, 60_000)
    expect(t.remote()).toEqual(['Waits 1-2'])
    t.provider.addThere(t.fields('Theirs', 3, 4))
    for (let minute = 0; minute < 6; minute += 1) await pass(t, 60_000)
    expect(await t.local()).toEqual(['Theirs 3-4', 'Waits 1-2'])
    stop()
    t.dispose()
  })
})

/** Time passes in steps, and what it sets going gets its turn. */
async function pass(t: ReturnType<typeof createSyncHarness>, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 500) {
    t.scheduler.pass(Math.min(500, left))
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve()
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}
