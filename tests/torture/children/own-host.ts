import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { openHost } from '../../../src/server/local/open-host.ts'
import type { StintClient } from '../../../src/shared/contract/contract.ts'

/** For child processes: a line on stdout that is in the pipe when the call returns, whatever happens next. */
export function say(line: string): void {
  writeSync(1, `${line}\n`)
}

/** For child processes: the host over a profile, with the machine's own clock. Says `refused CODE` where it cannot. */
export async function openOwnHost(dir: string) {
  const opened = await openHost({
    profileDir: dir,
    kind: 'cli',
    version: '0.0.0',
    migrationsDir: fileURLToPath(new URL('../../../drizzle/local', import.meta.url)),
    busyTimeoutMs: 100,
  })
  if (!opened.ok) {
    say(`refused ${opened.error.code}`)
    return undefined
  }
  const host = opened.value
  const client: StintClient = createRouterClient(host.core.router, { context: { actor: 'child' } })
  let keys = 0
  const key = () => {
    keys += 1
    return `child-${process.pid}-${keys}`
  }
  return { host, client, key }
}
