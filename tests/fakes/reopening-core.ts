import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CorePorts } from '../../src/core/ports/core-ports.ts'
import { createStore } from '../../src/platform/db/create-store.ts'
import { FakeClock } from './fake-clock.ts'
import { createSequentialIds } from './sequential-ids.ts'
import { createTestCore, openTestDatabase } from './test-core.ts'

/** A test core over a file, which can be closed and opened again as a restart of the host does. */
export function createReopeningCore(clock = new FakeClock(), ports: Partial<CorePorts> = {}) {
  const dir = mkdtempSync(path.join(tmpdir(), 'stint-reopen-'))
  const file = path.join(dir, 'stint.db')
  const ids = createSequentialIds()
  let db = openTestDatabase(file)

  function open() {
    const current = db
    const store = createStore({ current: () => current, onReopen: () => () => undefined }, clock)
    const core = createTestCore({ clock, ids, store, ...ports })
    core.dispose()
    return { ...core, clock }
  }

  return {
    ...open(),
    /** The core after a restart; the one before must not be used any more. */
    reopen() {
      db.close()
      db = openTestDatabase(file)
      return open()
    },
    dispose() {
      db.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
