import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type FakeServer, startFakeServer } from '../conformance/fake-server/start-fake-server.ts'
import { CliWorld } from './cli-support.ts'

const SECRET = 'canary-3f9a51c7'

const statusShape = z.strictObject({
  accounts: z.array(
    z.strictObject({
      name: z.string(),
      queued: z.int(),
      sending: z.int(),
      unknown: z.int(),
      dead: z.int(),
      conflicts: z.int(),
      lastSuccessAt: z.iso.datetime().nullable(),
      budget: z.strictObject({ remaining: z.int(), resetAt: z.iso.datetime() }).nullable(),
      state: z.enum(['active', 'paused', 'needs-credential']),
      notBefore: z.iso.datetime().nullable(),
      doneAt: z.iso.datetime().nullable(),
      problem: z
        .strictObject({
          code: z.string(),
          happened: z.string(),
          todo: z.string(),
          said: z.string().nullable(),
          at: z.iso.datetime(),
        })
        .nullable(),
    }),
  ),
})

interface Row {
  id: number
  description: string
  [key: string]: unknown
}

describe('accounts from the command line', () => {
  const world = new CliWorld()
  const rows = new Map<number, Row>()
  let server: FakeServer
  let accepted = SECRET
  const env = (secret = SECRET) => ({ env: { STINT_SECRET: secret } })

  beforeAll(async () => {
    server = await startFakeServer()
    const guard = (headers: { authorization?: string | undefined }) =>
      headers.authorization === `Basic ${btoa(`${accepted}:api_token`)}`
        ? undefined
        : { status: 403, body: 'Incorrect username and/or password' }
    const me = { id: 1, fullname: 'Ada', timezone: 'Europe/Stockholm', default_workspace_id: 7 }
    server.route('GET', /^\/me$/, ({ headers }) => guard(headers) ?? { body: me })
    server.route('GET', /^\/me\/workspaces$/, ({ headers }) => guard(headers) ?? { body: [{ id: 7, name: 'Acme' }] })
    server.route('GET', /^\/workspaces\/7\/projects$/, () => ({ body: [] }))
    server.route('GET', /^\/me\/time_entries$/, ({ headers }) => guard(headers) ?? { body: [...rows.values()] })
    server.route('POST', /^\/workspaces\/7\/time_entries$/, ({ headers, body }) => {
      const refused = guard(headers)
      if (refused !== undefined) return refused
      const id = rows.size + 1
      const row: Row = { ...JSON.parse(body), id, at: new Date().toISOString(), server_deleted_at: null }
      if (row.description === 'Refused') return { status: 400, body: '"description is not allowed"' }
      rows.set(id, row)
      return { body: row }
    })
  })
  afterAll(async () => {
    await world.dispose()
    await server.close()
  })

  const add = ['accounts', 'add', 'toggl', '--name', 'Work', '--from', '2025-01-01']

  it('are refused in words and with a code, and nothing is kept', async () => {
    expect(await world.refused([...add, '--base-url', 'http://192.0.2.1'], env())).toMatchObject({
      code: 2,
      error: { code: 'invalid-input' },
    })
    expect(await world.refused([...add, '--base-url', server.origin], env('wrong'))).toMatchObject({
      code: 1,
      error: { code: 'provider-refused', data: { kind: 'unauthenticated' } },
    })
    expect(await world.refused([...add, '--base-url', server.origin])).toMatchObject({ code: 2 })
    expect(
      await world.refused(['accounts', 'add', 'kleer', '--name', 'K', '--base-url', server.origin], env()),
    ).toMatchObject({
      code: 1,
      error: { code: 'unsupported' },
    })
    expect(await world.json(['accounts'])).toEqual({ accounts: [] })
  })

  it('send what is there from the first day on, and say so', async () => {
    await world.json(['add', 'Paid', '--from', '2025-03-10 9:00', '--to', '2025-03-10 10:00'])
    await world.json([...add, '--base-url', server.origin], env())
    expect(statusShape.parse(await world.json(['sync', 'status']))).toMatchObject({
      accounts: [{ name: 'Work', queued: 1, dead: 0 }],
    })
    const dry = (await world.json(['sync', '--dry-run'])) as { accounts: { writes: { kind: string }[] }[] }
    expect(dry.accounts[0]?.writes).toMatchObject([{ kind: 'create' }])
    expect(rows.size).toBe(0)
    await world.json(['sync', '--account', 'work', '--wait'])
    expect([...rows.values()].map(({ description }) => description)).toEqual(['Paid'])
    expect(statusShape.parse(await world.json(['sync', 'status']))).toMatchObject({
      accounts: [{ queued: 0, lastSuccessAt: expect.any(String) }],
    })
  })

  it('end a wait with 1 where only refusals are left, list them, and try again', async () => {
    await world.json(['add', 'Refused', '--from', '2025-03-11 9:00', '--to', '2025-03-11 10:00'])
    const ran = await world.run(['sync', '--wait', '--json'])
    expect([ran.code, ran.stderr]).toEqual([1, ''])
    expect(await world.json(['sync', 'dead'])).toMatchObject({
      items: [{ account: 'Work', code: 'validation', said: 'description is not allowed' }],
    })
    await world.json(['edit', 'last', '--note', 'Taken'])
    await world.json(['sync', '--wait'])
    expect([...rows.values()].map(({ description }) => description)).toEqual(['Paid', 'Taken'])
    expect(await world.json(['sync', 'retry'])).toEqual({ queued: 0 })
    expect(await world.json(['sync', 'conflicts'])).toEqual({ conflicts: [] })
  })

  it('stop at a credential that is refused, and go on with another', async () => {
    accepted = 'another'
    await world.json(['add', 'Later', '--from', '2025-03-12 9:00', '--to', '2025-03-12 10:00'])
    const ran = await world.run(['sync', '--wait'])
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('needs a new token')
    await world.json(['accounts', 'secret', 'Work'], env('another'))
    await world.json(['sync', '--wait'])
    expect(rows.size).toBe(3)
  })

  it('pause, go on and go; what was signed in with is nowhere in the profile', async () => {
    expect(await world.json(['accounts', 'pause', 'Work'])).toMatchObject({ account: { state: 'paused' } })
    expect(await world.json(['accounts', 'resume', 'Work'])).toMatchObject({ account: { state: 'active' } })
    for (const name of readdirSync(world.profile, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(world.profile, name)
      const bytes = readdirSync(path.dirname(file)).includes(path.basename(file)) ? read(file) : ''
      expect(bytes.includes(SECRET), name).toBe(false)
    }
    await world.json(['accounts', 'rm', 'Work'])
    expect(await world.json(['sync', 'status'])).toEqual({ accounts: [] })
    expect(rows.size).toBe(3)
  })
})

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    // A folder.
    if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return ''
    throw error
  }
}
