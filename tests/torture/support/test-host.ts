import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { silentLog } from '../../../src/platform/log/silent-log.ts'
import { type OpenProfileDeps, openProfile, type Profile } from '../../../src/platform/profile/open-profile.ts'
import { type OpenedHost, openHost } from '../../../src/server/local/open-host.ts'
import type { StintClient } from '../../../src/shared/contract/contract.ts'
import { FakeClock } from '../../fakes/fake-clock.ts'
import { migrationsDir } from '../../fakes/test-core.ts'

export interface TestHost {
  readonly host: OpenedHost
  readonly profile: Profile
  readonly client: StintClient
  readonly clock: FakeClock
  /** A fresh command key. */
  key(): string
}

let keys = 0

export function freshKey(): string {
  keys += 1
  return `torture-${process.pid}-${keys}`
}

/** The real host over the profile in `dir`: real core, real store, real file; only the clock is ours. */
export async function openTestHost(dir: string, clock = new FakeClock(), version = migrationsDir): Promise<TestHost> {
  const opened = await openHost({
    profileDir: dir,
    kind: 'cli',
    version: '0.0.0',
    migrationsDir: version,
    clock,
    busyTimeoutMs: 200,
  })
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`)
  const host = opened.value
  onTestFinished(() => host.profile.close())
  const client: StintClient = createRouterClient(host.core.router, { context: { actor: 'test' } })
  return { host, profile: host.profile, client, clock, key: freshKey }
}

export function profileDeps(changes: Partial<OpenProfileDeps> = {}): OpenProfileDeps {
  return { migrationsDir, clock: new FakeClock(), log: silentLog, busyTimeoutMs: 50, ...changes }
}

/** Opens a profile that must open, and closes it with the test. */
export async function openOk(dir: string, changes: Partial<OpenProfileDeps> = {}): Promise<Profile> {
  const opened = await openProfile(dir, profileDeps(changes))
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`)
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** Opens a profile that must be refused, and gives the reason. */
export async function openRefused(dir: string, changes: Partial<OpenProfileDeps> = {}) {
  const opened = await openProfile(dir, profileDeps(changes))
  if (!opened.ok) return opened.error
  await opened.value.close()
  throw new Error('The profile was opened, though it should have been refused')
}

/** Everything a person can see, for comparing two moments or two files. */
export async function visible(client: StintClient) {
  const { entries, count, totalMs } = await client.entries.list({ limit: 500 })
  const { settings } = await client.settings.get({})
  const { running } = await client.timer.status({})
  return JSON.stringify({ entries, count, totalMs, settings, running, catalogue: await client.catalogue.get({}) })
}
