import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectInMemory } from '../../src/platform/transport/in-memory-client.ts'
import { type OpenedHost, openHost } from '../../src/server/local/open-host.ts'
import { refusal } from '../fakes/refusal.ts'
import { migrationsDir } from '../fakes/test-core.ts'

const CSV =
  'Description,Start date,Start time,End date,End time,Duration\nImported,2026-11-02,09:00:00,2026-11-02,10:00:00,01:00:00\n'

describe('commands that work with files', () => {
  let folder: string
  let host: OpenedHost
  let client: ReturnType<typeof connectInMemory>
  let keys = 0
  const key = () => {
    keys += 1
    return { commandKey: `files-${keys}-key` }
  }
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'stint files å-'))
    const opened = await openHost({
      profileDir: path.join(folder, 'profil'),
      kind: 'test',
      version: '0.0.0',
      migrationsDir,
    })
    if (!opened.ok) throw new Error(opened.error.message)
    host = opened.value
    client = connectInMemory(host.core.router, 'test')
  })
  afterEach(async () => {
    await host.dispose()
    rmSync(folder, { recursive: true, force: true })
  })

  const add = (note: string) =>
    client.entries.add({ ...key(), note, time: { kind: 'day', day: '2026-11-20', durationMs: 60_000 } })
  const notes = async () => (await client.entries.list({})).entries.map(({ note }) => note)
  const upload = async () => {
    const { uploadId } = await client.imports.begin({ ...key(), fileName: 'toggl.csv' })
    const data = Buffer.from(CSV).toString('base64')
    await client.imports.append({ ...key(), uploadId, fileName: 'toggl.csv', index: 0, data })
    return { uploadId, format: 'toggl' as const, options: { zone: 'Europe/Stockholm' } }
  }

  it('make one backup for one key, and restore once', async () => {
    await add('A')
    const once = key()
    const first = await client.backups.create(once)
    expect(await client.backups.create(once)).toEqual(first)
    expect((await client.backups.list({})).backups.filter(({ reason }) => reason === 'manual')).toHaveLength(1)
    await add('B')
    const restoring = { ...key(), name: first.backup.name }
    const restored = await client.backups.restore(restoring)
    await add('C')
    expect(await client.backups.restore(restoring)).toEqual(restored)
    expect((await notes()).sort()).toEqual(['A', 'C'])
  })

  it('import once for one key, whole, and take it back as one step', async () => {
    const run = { ...key(), ...(await upload()) }
    const first = await client.imports.run(run)
    expect(await client.imports.run(run)).toEqual(first)
    expect(await notes()).toEqual(['Imported'])
    const undo = { ...key(), batchId: first.batch.id }
    const undone = await client.imports.undo(undo)
    expect(await client.imports.undo(undo)).toEqual(undone)
    expect(await notes()).toEqual([])
    await client.history.undo(key())
    expect(await notes()).toEqual(['Imported'])
    await client.history.undo(key())
    expect(await notes()).toEqual([])
    await client.history.redo(key())
    expect(await notes()).toEqual(['Imported'])
  })

  it('tell everybody who watches that all is new when a backup was put in place', async () => {
    await add('A')
    const { backup } = await client.backups.create(key())
    await add('B')
    const own = host.core.commits.listeners
    const events = await client.live.subscribe({})
    await events.next()
    await client.backups.restore({ ...key(), name: backup.name })
    const { value, done } = await events.next()
    if (done) throw new Error('the subscription ended')
    expect(value).toMatchObject({ type: 'snapshot', state: { undo: { label: 'Add “A”' } } })
    await add('C')
    const next = await events.next()
    expect(next.value).toMatchObject({ type: 'delta', previousRevision: value.state.revision })
    await events.return(undefined)
    expect(host.core.commits.listeners).toBe(own)
  })

  it('undo what was done before the backup, after it was put in place, and nothing that came later', async () => {
    await add('A')
    const { backup } = await client.backups.create(key())
    await add('B')
    await client.backups.restore({ ...key(), name: backup.name })
    expect((await client.history.undo(key())).item.label).toBe('Add “A”')
    expect(await notes()).toEqual([])
    expect((await refusal(client.history.undo(key()))).code).toBe('nothing-to-undo')
  })
})
