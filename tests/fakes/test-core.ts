import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { createCore } from '../../src/core/app/create-core.ts'
import type { CorePorts } from '../../src/core/ports/core-ports.ts'
import { createStore } from '../../src/platform/db/create-store.ts'
import { createSyncStore } from '../../src/platform/db/store/create-sync-store.ts'
import { noNotifier } from '../../src/platform/notifier/no-notifier.ts'
import { noPower } from '../../src/platform/power/no-power.ts'
import { createTextDecoding } from '../../src/platform/text/create-text-decoding.ts'
import type { StintClient } from '../../src/shared/contract/contract.ts'
import { FakeClock } from './fake-clock.ts'
import { createMemoryLog } from './memory-log.ts'
import { createMemorySecrets, noProviders } from './memory-secrets.ts'
import { createSequentialIds } from './sequential-ids.ts'

export const migrationsDir = fileURLToPath(new URL('../../drizzle/local', import.meta.url))

/** A database with the whole schema, in memory or in a file. */
export function openTestDatabase(file = ':memory:'): Database.Database {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('foreign_keys = ON')
  migrate(drizzle(db), { migrationsFolder: migrationsDir })
  return db
}

/**
 * The real core and the real store over a fresh database in memory, with a clock the test moves. What a test does
 * not touch (backups, uploads, diagnostics) throws, so that a hidden use shows.
 */
export function createTestCore(overrides: Partial<CorePorts> = {}, clock = new FakeClock()) {
  const log = createMemoryLog()
  const db = openTestDatabase()
  const unused = (name: string) => () => {
    throw new Error(`${name} is not part of this test`)
  }
  const ports: CorePorts = {
    clock,
    log,
    ids: createSequentialIds(),
    scheduler: { after: unused('scheduler'), pause: () => Promise.resolve() },
    store: createStore({ current: () => db, onReopen: () => () => undefined }, clock),
    syncStore: createSyncStore({ current: () => db, onReopen: () => () => undefined }),
    secrets: createMemorySecrets(),
    providers: noProviders,
    random: () => 0.5,
    backups: { list: () => [], create: unused('backups'), restore: unused('backups') },
    diagnostics: { run: unused('diagnostics') },
    uploads: {
      begin: unused('uploads'),
      append: unused('uploads'),
      read: unused('uploads'),
      remove: unused('uploads'),
    },
    delimitedText: { parse: unused('delimitedText') },
    textDecoding: createTextDecoding(),
    power: noPower,
    notifier: noNotifier,
    lifeSigns: { read: () => null, write: () => undefined, clear: () => undefined },
    shell: null,
    host: { version: '0.0.0', contractHash: 'test', kind: 'test', pid: 1, startedAtMs: clock.nowMs(), profile: '/' },
    ...overrides,
  }
  const core = createCore(ports)
  const client: StintClient = createRouterClient(core.router, { context: { actor: 'test' } })
  let keys = 0
  /** A fresh command key. */
  const key = () => {
    keys += 1
    return `test-key-${keys}`
  }
  return { core, client, clock, log, db, ports, key, dispose: () => db.close() }
}
