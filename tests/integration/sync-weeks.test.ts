import { expect, it } from 'vitest'
import { createSyncHarness } from './sync-harness.ts'

const DAY = 24 * 3_600_000
const ENTRIES = 120
const CHANGES = 600

it('three weeks offline, then with an ended token, then with a good one: all of it arrives, once and in its last form', async () => {
  const t = createSyncHarness()
  await t.connect()
  await t.sync()
  t.provider.nextFault = async () => ({ kind: 'lost-request' })
  const ids: string[] = []
  for (let n = 0; n < ENTRIES; n += 1) ids.push(await t.add(`E${n}`, n, n + 0.5))
  for (let n = 0; n < CHANGES; n += 1) {
    const id = ids[(n * 7) % ENTRIES]
    if (id !== undefined) await t.edit(id, `E${(n * 7) % ENTRIES} v${n}`)
    if (n % 30 === 0) {
      t.clock.advance(DAY)
      await t.client.sync.run({ commandKey: t.key() })
    }
  }
  const removed = ids.slice(0, 10)
  for (const id of removed) await t.remove(id)
  // One attempt a pass while nothing can be reached.
  expect(t.provider.calls.filter((call) => call === 'create').length).toBeLessThan(60)
  expect(t.remote()).toEqual([])

  t.provider.nextFault = async () => ({ kind: 'refused', error: { kind: 'unauthenticated', said: null } })
  const before = t.provider.calls.length
  t.clock.advance(DAY)
  for (let n = 0; n < 5; n += 1) await t.client.sync.run({ commandKey: t.key() })
  expect(t.provider.calls.length - before).toBe(1)
  expect((await t.client.notifications.list({})).unread).toBe(1)

  t.provider.nextFault = async () => undefined
  await t.client.accounts.setSecret({ commandKey: t.key(), id: t.accountId(), secret: 'a new one' })
  await t.sync()
  expect(t.remote()).toEqual(await t.local())
  expect(t.remote()).toHaveLength(ENTRIES - removed.length)
  expect(await t.status()).toMatchObject({ queued: 0, unknown: 0, dead: 0, conflicts: 0, problem: null })
  // Sent in its last form only: one write for each entry.
  expect(t.provider.calls.filter((call) => call === 'update')).toEqual([])
  t.dispose()
})
