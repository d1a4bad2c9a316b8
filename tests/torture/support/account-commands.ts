import { randomUUID } from 'node:crypto'
import type { CommandPath } from './command-path.ts'
import type { TestHost } from './test-host.ts'

/** Settings of an account as the table keeps them; what asks a provider has its own tests. */
const CONFIG = JSON.stringify({
  rule: { kind: 'all' },
  workspaceId: '1',
  defaultProjectId: null,
  defaultActivityId: null,
  tags: [],
  noteTemplate: '',
  user: null,
  instance: null,
})

/** The commands about accounts and their queues that need no provider to answer. */
export function accountCommands({ client, key, profile }: TestHost): CommandPath[] {
  const db = () => profile.db.current()
  function account(): string {
    const id = randomUUID()
    db()
      .prepare(
        `insert into accounts (id, name, name_key, kind, base_url, config_json, direction, from_day, state, created_at_ms)
         values (?, ?, ?, 'toggl', 'https://api.track.toggl.com/api/v9', ?, 'push', '2000-01-01', 'paused', 0)`,
      )
      .run(id, id, id, CONFIG)
    return id
  }
  const project = async () => (await client.projects.create({ commandKey: key(), name: randomUUID() })).item.id
  const command = (name: string, prepare: CommandPath['prepare']): CommandPath => ({ name, prepare })
  return [
    command('accounts.update', async () => {
      const id = account()
      return (commandKey) => client.accounts.update({ commandKey, id, noteTemplate: '{note}' })
    }),
    command('accounts.pause', async () => {
      const id = account()
      db().prepare(`update accounts set state = 'active' where id = ?`).run(id)
      return (commandKey) => client.accounts.pause({ commandKey, id })
    }),
    command('accounts.resume', async () => {
      const id = account()
      return (commandKey) => client.accounts.resume({ commandKey, id })
    }),
    command('accounts.mapProject', async () => {
      const [id, projectId] = [account(), await project()]
      return (commandKey) => client.accounts.mapProject({ commandKey, accountId: id, projectId, remoteId: '7' })
    }),
    command('accounts.mapActivity', async () => {
      const id = account()
      const { item } = await client.activities.create({ commandKey: key(), name: randomUUID() })
      return (commandKey) =>
        client.accounts.mapActivity({ commandKey, accountId: id, activityId: item.id, remoteId: '7' })
    }),
    command('accounts.backfill', async () => {
      const id = account()
      return (commandKey) => client.accounts.backfill({ commandKey, id, fromDay: '2001-01-01' })
    }),
    command('accounts.remove', async () => {
      const id = account()
      return (commandKey) => client.accounts.remove({ commandKey, id })
    }),
  ]
}
