import { expect, it, onTestFinished } from 'vitest'
import { type FakeServer, startFakeServer } from '../../../tests/conformance/fake-server/start-fake-server.ts'
import { FakeClock } from '../../../tests/fakes/fake-clock.ts'
import { FakeScheduler } from '../../../tests/fakes/fake-scheduler.ts'
import { createMemoryLog } from '../../../tests/fakes/memory-log.ts'
import type { Account } from '../../shared/contract/accounts.ts'
import { createProviders } from './create-providers.ts'

const clock = new FakeClock()

async function stand() {
  const server = await startFakeServer({ nowMs: () => clock.nowMs() })
  onTestFinished(() => server.close())
  return server
}

function start(offline = false) {
  const providers = createProviders({
    clock,
    scheduler: new FakeScheduler(clock),
    log: createMemoryLog(),
    version: '0',
    random: () => 0,
    offline,
  })
  onTestFinished(() => providers.end())
  return providers
}

const accountAt = (server: FakeServer): Account => ({
  id: 'a',
  kind: 'toggl',
  name: 'Work',
  baseUrl: server.origin,
  direction: 'push',
  fromDay: '2026-01-01',
  rule: { kind: 'all' },
  workspaceId: '7',
  defaultProjectId: null,
  defaultActivityId: null,
  tags: [],
  noteTemplate: '',
  user: null,
  instance: null,
  org: null,
  state: 'active',
  createdAtMs: 0,
})

it('a quota that is used up stays so over a restart: nothing is asked before it starts anew', async () => {
  const server = await stand()
  const quota = { 'x-toggl-quota-remaining': '0', 'x-toggl-quota-resets-in': '1800' }
  server.route('DELETE', /time_entries/, () => ({ status: 402, headers: quota, body: '"used up"' }))
  const before = start()
  const first = await before.open(accountAt(server), 'secret', null)
  expect(await first?.remove('1', 'background')).toMatchObject({ ok: false, error: { kind: 'quota-exhausted' } })
  expect(before.budgetLeft('a')).toEqual({ remaining: 0, resetAtMs: clock.nowMs() + 1_800_000 })
  const kept = before.budgetOf('a')

  const second = await start().open(accountAt(server), 'secret', kept)
  expect(await second?.remove('1', 'background')).toMatchObject({ ok: false, error: { kind: 'rate-limited' } })
  expect(server.log).toHaveLength(1)
})

it('takes https anywhere, plain http to this machine, and nothing outside it when it is told to stay', () => {
  const { address } = start()
  expect(address('https://time.example/api/')).toEqual({ ok: true, value: 'https://time.example/api' })
  expect(address('http://127.0.0.1:8080')).toMatchObject({ ok: true })
  expect(address('http://time.example')).toMatchObject({ ok: false })
  expect(address('https://user:word@time.example')).toMatchObject({ ok: false })
  expect(start(true).address('https://time.example')).toMatchObject({ ok: false })
})

it('an account that was closed is asked nothing more', async () => {
  const server = await stand()
  const providers = start()
  const provider = await providers.open(accountAt(server), 'secret', null)
  providers.close('a')
  expect(await provider?.remove('1', 'background')).toMatchObject({ ok: false })
  expect(server.log).toHaveLength(0)
})
