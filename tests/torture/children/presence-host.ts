import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { createSystemClock } from '../../../src/platform/clock/system-clock.ts'
import { openHost } from '../../../src/server/local/open-host.ts'
import type { StintClient } from '../../../src/shared/contract/contract.ts'
import { say } from './own-host.ts'

/** A host that lives, with a timer that runs, in a time of its own: `DIR AHEAD_MS`. Ends only when it is killed. */
const [, , dir = '', aheadMs = '0'] = process.argv
const clock = createSystemClock()
const opened = await openHost({
  profileDir: dir,
  kind: 'headless',
  version: '0.0.0',
  migrationsDir: fileURLToPath(new URL('../../../drizzle/local', import.meta.url)),
  clock: { ...clock, nowMs: () => clock.nowMs() + Number(aheadMs) },
})
if (!opened.ok) throw new Error(opened.error.message)
const client: StintClient = createRouterClient(opened.value.core.router, { context: { actor: 'child' } })
const { running } = await client.timer.status({})
if (running === null) await client.timer.start({ commandKey: `child-${process.pid}`, note: 'killed' })
say(JSON.stringify(await client.absence.get({})))
setInterval(() => undefined, 60_000)
