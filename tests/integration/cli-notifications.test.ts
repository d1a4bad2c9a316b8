import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorShape } from './cli-shapes.ts'
import { CliWorld } from './cli-support.ts'

const notificationsShape = z.strictObject({
  notifications: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      account: z.null(),
      repo: z.null(),
      number: z.null(),
      actor: z.null(),
      text: z.string(),
      url: z.null(),
      at: z.iso.datetime(),
      title: z.string(),
      body: z.string(),
      read: z.boolean(),
    }),
  ),
})

const OLD = '01900000-0000-7000-8000-00000000aaaa'
const NEW = '01900000-0000-7000-8000-00000000bbbb'

describe('notifications from the command line', () => {
  const world = new CliWorld()
  beforeAll(async () => {
    expect(await world.json(['notifications'])).toEqual({ notifications: [] })
    // A command tells nobody anything: what a host told is put there by hand.
    const db = new Database(path.join(world.profile, 'stint.db'))
    const add = db.prepare(
      `insert into notifications (id, natural_key, kind, title, body, place_json, at_ms, quiet, read_at_ms)
       values (?, ?, ?, ?, ?, '{"page":"timer"}', ?, 0, null)`,
    )
    add.run(OLD, 'a', 'nothing-tracked', 'Nothing tracked yet today', '', Date.UTC(2025, 2, 10, 9))
    add.run(
      NEW,
      'b',
      'break',
      'Time for a break',
      'You have worked for 2 h \u001b[31min one go.',
      Date.UTC(2025, 2, 10, 11),
    )
    db.close()
    await world.serve()
  })
  afterAll(() => world.dispose())

  const list = async (...args: string[]) =>
    notificationsShape.parse(await world.json(['notifications', ...args])).notifications

  it('lists them newest first, as a script wants them and as a person does', async () => {
    expect(await list()).toMatchObject([
      { id: NEW, kind: 'break', at: '2025-03-10T11:00:00.000Z', read: false },
      { id: OLD, kind: 'nothing-tracked', text: 'Nothing tracked yet today', read: false },
    ])
    const { stdout } = await world.run(['notifications'])
    expect(stdout).toMatch(/^0000bbbb +\S.* 12:00 +• +Time for a break · You have worked for 2 h/)
    expect(stdout).not.toContain('\u001b')
  })

  it('marks one as read by the end of its id, then all; undo has nothing to do with it', async () => {
    expect(await world.json(['notifications', 'read', '00aaaa'])).toEqual({ unread: 1 })
    expect((await list('--unread')).map(({ id }) => id)).toEqual([NEW])
    expect((await world.run(['notifications', 'read'])).stdout).toBe('All read.\n')
    expect(await list('--unread')).toEqual([])
    expect(errorShape.parse((await world.refused(['undo'])).error).code).toBe('nothing-to-undo')
  })

  it('refuses what is no id with exit 2, and an id that nothing has with exit 1', async () => {
    expect(await world.refused(['notifications', 'read', 'all'])).toMatchObject({ code: 2, error: { code: 'usage' } })
    expect(await world.refused(['notifications', 'read', 'cccccc'])).toMatchObject({
      code: 1,
      error: { code: 'not-found' },
    })
  })

  it('completes what can be read', async () => {
    const { stdout } = await world.run(['completion', '--query', '--', 'notifications', 'r'])
    expect(stdout).toContain('read')
  })
})
