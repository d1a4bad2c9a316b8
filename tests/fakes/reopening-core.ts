import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createStore } from '../../src/platform/db/create-store.ts'
import { FakeClock } from './fake-clock.ts'
import { createSequentialIds } from './sequential-ids.ts'
import { createTestCore, openTestDatabase } from './test-core.ts'

/** A test core over a file, which can be closed and opened again as a restart of the host does. */
export function createReopeningCore() {
  const dir = mkdtempSync(path.join(tmpdir(), 'stint-reopen-'))
  const file = path.join(dir, 'stint.db')
  const clock = new FakeClock()
  const ids = createSequentialIds()
  let db = openTestDatabase(file)

  function open() {
    const current = db
    const store = createStore({ current: () => current, onReopen: () => () => undefined }, clock)
    const core = createTestCore({ clock, ids, store })
    core.dispose()
    return core
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
