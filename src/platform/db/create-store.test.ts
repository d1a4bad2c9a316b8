import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finished } from '../../../tests/fakes/sample-entries.ts'
import { createSequentialIds } from '../../../tests/fakes/sequential-ids.ts'
import { openTestDatabase } from '../../../tests/fakes/test-core.ts'
import type { CommandMeta, Store, StoreWriter } from '../../core/ports/store.ts'
import { appError } from '../../shared/errors.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { createStore } from './create-store.ts'
import { createDbHandle } from './db-handle.ts'

const clock = { nowMs: () => 1_000_000, zone: () => 'UTC' }
const entry = (id: string, from = 0, to = 60_000) => finished(id, from, to)

describe('the store', () => {
  let dir: string
  let db: Database.Database
  let store: Store
  const ids = createSequentialIds()
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'stint-store-'))
    db = openTestDatabase(path.join(dir, 'stint.db'))
    store = createStore({ current: () => db, onReopen: () => () => undefined }, clock)
  })
  afterEach(() => {
    db.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const meta = (): CommandMeta => ({
    id: ids.next(),
    name: 'test',
    label: 'Test',
    actor: 'test',
    atMs: 1,
    moves: null,
    undoable: true,
  })
  const run = <T>(
    work: (writer: StoreWriter) => Result<T, ReturnType<typeof appError>>,
    key = ids.next(),
    input = 'input',
  ) => store.command<T>(key, input, work, meta)
  const counts = () =>
    ['entries', 'entry_days', 'entry_tags', 'changes', 'commands'].map(
      (table) => (db.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n,
    )

  it('writes a command with its change rows, or nothing of it', () => {
    const refused = run((writer) => {
      writer.put('entry', entry(ids.next()))
      return err(appError('nothing-running', 'No.', {}))
    })
    expect(refused).toMatchObject({ outcome: 'refused', error: { code: 'nothing-running' } })
    expect(counts()).toEqual([0, 0, 0, 0, 0])
    expect(() =>
      run((writer) => {
        writer.put('entry', entry(ids.next()))
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    expect(counts()).toEqual([0, 0, 0, 0, 0])
    const done = run((writer) => {
      writer.put('entry', entry(ids.next()))
      return ok('value')
    })
    expect(done).toMatchObject({ outcome: 'done', value: 'value', commit: { previousRevision: 0, revision: 1 } })
    expect(counts()).toEqual([1, 1, 0, 1, 1])
  })

  it('gives a key its first answer, and refuses it for anything else', () => {
    let calls = 0
    const work = () => {
      calls += 1
      return ok({ calls })
    }
    expect(run(work, 'key-1', 'a')).toMatchObject({ outcome: 'done', value: { calls: 1 } })
    expect(run(work, 'key-1', 'a')).toEqual({ outcome: 'repeated', value: { calls: 1 } })
    expect(run(work, 'key-1', 'b')).toMatchObject({ outcome: 'refused', error: { code: 'key-reused' } })
    expect(calls).toBe(1)
  })

  it('never holds two running entries, whatever is asked of it', () => {
    const running = (id: string) => ({ ...entry(id), time: { ...entry(id).time, endedAtMs: null } })
    run((writer) => {
      writer.put('entry', running(ids.next()))
      return ok(null)
    })
    expect(() =>
      run((writer) => {
        writer.put('entry', running(ids.next()))
        return ok(null)
      }),
    ).toThrow(/UNIQUE/)
    expect(counts()[0]).toBe(1)
  })

  it('never holds an entry that ends before it starts', () => {
    expect(() =>
      run((writer) => {
        writer.put('entry', entry(ids.next(), 10, 9))
        return ok(null)
      }),
    ).toThrow(/entries_time/)
  })

  it('keeps day slices equal to the entry through put, remove and putting back', () => {
    const id = ids.next()
    const days = () => db.prepare('select day, ms from entry_days order by day').all()
    const put = (from: number, to: number) =>
      run((writer) => {
        writer.put('entry', entry(id, from, to))
        return ok(null)
      })
    const midnight = Date.UTC(2026, 0, 2)
    put(midnight - 5, midnight + 7)
    expect(days()).toEqual([
      { day: '2026-01-01', ms: 5 },
      { day: '2026-01-02', ms: 7 },
    ])
    put(midnight, midnight)
    expect(days()).toEqual([{ day: '2026-01-02', ms: 0 }])
    run((writer) => {
      writer.remove('entry', id)
      return ok(null)
    })
    expect(days()).toEqual([])
    put(midnight, midnight + 1)
    expect(days()).toEqual([{ day: '2026-01-02', ms: 1 }])
  })

  it('refuses to put back what was changed in another way since', () => {
    const id = ids.next()
    const command = ids.next()
    store.command(
      'key-a',
      '',
      (writer) => ok(writer.put('entry', entry(id))),
      () => ({ ...meta(), id: command }),
    )
    run((writer) => ok(writer.put('entry', { ...entry(id), note: 'changed' })))
    const undo = run((writer) => writer.applyChanges(writer.changesOf(command), 'before'))
    expect(undo).toMatchObject({ outcome: 'refused', error: { code: 'changed-since', data: { kind: 'entry', id } } })
    expect(store.read((reader) => reader.get('entry', id))?.note).toBe('changed')
  })

  it('says in words that another program holds the database, and changes nothing', () => {
    db.pragma('busy_timeout = 0')
    const other = new Database(path.join(dir, 'stint.db'))
    other.exec('begin immediate')
    expect(run(() => ok(null))).toMatchObject({ outcome: 'refused', error: { code: 'busy' } })
    other.exec('rollback')
    other.close()
    expect(run(() => ok(null)).outcome).toBe('done')
  })

  it('says in words that the profile cannot be written', () => {
    const readonly = new Database(path.join(dir, 'stint.db'), { readonly: true })
    const closedStore = createStore({ current: () => readonly, onReopen: () => () => undefined }, clock)
    const refused = closedStore.command('key-ro', '', (writer) => ok(writer.put('entry', entry(ids.next()))), meta)
    expect(refused).toMatchObject({ outcome: 'refused', error: { code: 'read-only' } })
    readonly.close()
  })

  it('speaks to the database that is open now, after another was put in its place', () => {
    const handle = createDbHandle(db)
    const swapping = createStore(handle, clock)
    const id = ids.next()
    swapping.command('key-s', '', (writer) => ok(writer.put('entry', entry(id))), meta)
    const next = openTestDatabase(path.join(dir, 'other.db'))
    let told = 0
    const leave = handle.onReopen(() => {
      told += 1
    })
    handle.swap(next)
    expect(swapping.read((reader) => reader.get('entry', id))).toBeUndefined()
    expect(swapping.read((reader) => reader.revision())).toBe(0)
    leave()
    handle.swap(db)
    expect(swapping.read((reader) => reader.get('entry', id))?.id).toBe(id)
    expect(told).toBe(1)
    next.close()
  })

  it('scans oldest first in pages without repeats, for exports', () => {
    run((writer) => {
      for (let n = 0; n < 25; n += 1) writer.put('entry', entry(ids.next(), n % 3, 10))
      return ok(null)
    })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = store.scanEntries({}, cursor, 4)
      seen.push(...page.entries.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
  })
})
