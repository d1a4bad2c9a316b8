import { expect, it } from 'vitest'
import { CANARY, createSyncHarness } from '../integration/sync-harness.ts'

it('what an account signs in with is in no table, no log line, no answer and no live state', async () => {
  const t = createSyncHarness()
  const said: unknown[] = []
  said.push(await t.connect())
  await t.add('An entry', 1, 2)
  t.failNext('create', { kind: 'refused', error: { kind: 'validation', fields: [], said: 'no' } })
  await t.sync()
  const id = t.accountId()
  said.push(
    await t.client.accounts.list({}),
    await t.client.accounts.check({ id }),
    await t.client.accounts.setSecret({ commandKey: t.key(), id, secret: CANARY }),
    await t.client.accounts.catalogue({ id }),
    await t.client.sync.items({}),
    await t.client.sync.dryRun({ accountId: id }),
    await t.client.history.list({}),
    await t.client.notifications.list({}),
  )
  const live = await t.client.live.subscribe({})
  said.push((await live.next()).value)
  await live.return?.(undefined)
  await t.client.accounts
    .setSecret({ commandKey: t.key(), id: '01900000-0000-7000-8000-000000000000', secret: CANARY })
    .catch((error: unknown) => said.push(String(error), error))
  expect(JSON.stringify(said)).not.toContain(CANARY)
  expect(JSON.stringify(t.log)).not.toContain(CANARY)

  const tables = t.db.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[]
  expect(tables).toContain('changes')
  for (const table of tables) {
    expect(JSON.stringify(t.db.prepare(`select * from "${table}"`).all()), table).not.toContain(CANARY)
  }
  // It is kept where it belongs: the test would show a leak.
  expect([...t.secrets.kept.values()]).toEqual([CANARY])
  t.dispose()
})
