import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Connection, connectHttp } from '../../src/platform/transport/http-client.ts'
import { errorTable } from '../../src/shared/errors.ts'
import { type ProcedureUnderTest, proceduresUnderTest } from './support/contract-samples.ts'
import { type Mutation, mutationsOf, seededRandom } from './support/mutations.ts'
import { newProfileDir, type SpawnedHost, servingHost } from './support/spawn-host.ts'
import { codeOf, cookieOf, exchange } from './support/started-host.ts'

/** Messages sent per run, of the about 18000 that the contract gives; the seed says which. */
const MESSAGES = Number(process.env['STINT_HOSTILE_MESSAGES'] ?? 6000)
const SEED = Number(process.env['STINT_HOSTILE_SEED'] ?? 7)
const MEMORY_BOUND_BYTES = 150_000_000

/** What must not cross the border: the insides of the program. */
const INSIDES =
  /SQLITE|sqlite|better-sqlite3|node_modules|\bat [\w.<>]+ \(|\.ts:\d+|select |insert into|stint host ö|profil med/

let host: SpawnedHost
let profileDir: string
let cookie: string
let connection: Connection
const agent = new http.Agent({ keepAlive: true, maxSockets: 4 })
const answers: string[] = []

beforeAll(async () => {
  profileDir = newProfileDir()
  host = await servingHost(profileDir)
  cookie = cookieOf(await exchange(host.port, codeOf(host.url)))
  connection = connectHttp({ url: `http://127.0.0.1:${host.port}`, token: host.token })
})
afterAll(async () => {
  connection?.close()
  agent.destroy()
  await host?.end('SIGTERM')
})

interface Answer {
  readonly status: number
  readonly body: string
}

/** One call as a page makes it. A stream is read until its first event, then left. */
function call(target: string, text: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      cookie,
      origin: `http://127.0.0.1:${host.port}`,
      'sec-fetch-site': 'same-origin',
    }
    const request = http.request(
      { host: '127.0.0.1', port: host.port, path: target, method: 'POST', agent, headers },
      (response) => {
        let body = ''
        const status = response.statusCode ?? 0
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          body += chunk
          if (response.headers['content-type'] === 'text/event-stream') {
            resolve({ status, body })
            request.destroy()
          }
        })
        response.on('end', () => resolve({ status, body }))
        response.on('error', () => resolve({ status, body }))
      },
    )
    request.on('error', reject)
    request.end(text)
  })
}

function codeIn(body: string): string | undefined {
  const parsed = JSON.parse(body) as { json?: { code?: string } }
  return parsed.json?.code
}

function memoryOf(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB$/m)
  return Number(line?.[1]) * 1000
}

/** Ids of things that are there, by the names of the fields that refer to them: mutations then reach past "not found". */
async function knownIds(): Promise<Record<string, string>> {
  const { client } = connection
  const { item: project } = await client.projects.create({ commandKey: 'hostile-project', name: 'A project' })
  const { item: tag } = await client.tags.create({ commandKey: 'hostile-tag', name: 'A tag' })
  const { entry } = await client.entries.add({
    commandKey: 'hostile-entry',
    time: { kind: 'clock', startedAtMs: 1_767_600_000_000, endedAtMs: 1_767_603_600_000 },
    projectId: project.id,
    tagIds: [tag.id],
  })
  return { id: entry.id, ids: entry.id, projectId: project.id, projectIds: project.id, tagIds: tag.id }
}

function withKnownIds(sample: Record<string, unknown>, ids: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => {
      const id = ids[name]
      if (id === undefined) return [name, value]
      return [name, Array.isArray(value) ? [id] : id]
    }),
  )
}

type Case = Mutation & { readonly procedure: ProcedureUnderTest }

async function sendAll(cases: readonly Case[]): Promise<Case[]> {
  const wrong: Case[] = []
  let next = 0
  const send = async () => {
    for (let index = next++; index < cases.length; index = next++) {
      const one = cases[index] as Case
      // A key of its own for each message, or all but the first would be refused as repeated.
      const text = one.text.replace(/"commandKey":"[0-9a-f-]{36}"/, `"commandKey":"hostile-${SEED}-${index}"`)
      const answer = await call(`/rpc${one.procedure.path}`, text)
      answers.push(answer.body)
      const isFine = answer.status === 200 || isRefusal(answer)
      if (!isFine) wrong.push({ ...one, name: `${answer.status} ${answer.body.slice(0, 300)} for ${one.name}` })
    }
  }
  await Promise.all([send(), send(), send(), send()])
  return wrong
}

/** A typed error of the closed list, and not a bug. */
function isRefusal({ status, body }: Answer): boolean {
  const code = codeIn(body)
  // A headless host has no desktop to act on, and says so with 501.
  if (code === 'not-available') return status === 501
  return code !== undefined && code !== 'internal' && code in errorTable && status >= 400 && status < 500
}

describe('hostile messages, derived from every procedure of the contract', () => {
  it(`are answered with an error value, and the host lives on (seed ${SEED})`, { timeout: 120_000 }, async () => {
    const ids = await knownIds()
    const random = seededRandom(SEED)
    const all = proceduresUnderTest().flatMap((procedure): Case[] =>
      [procedure.sample(), withKnownIds(procedure.sample(), ids)].flatMap((sample) =>
        mutationsOf(sample).map((mutation) => ({ ...mutation, procedure })),
      ),
    )
    const chosen = all.filter(() => random() < MESSAGES / all.length)
    expect(new Set(chosen.map(({ procedure }) => procedure.path)).size).toBe(proceduresUnderTest().length)

    const before = memoryOf(host.pid)
    const wrong = await sendAll(chosen)
    expect(wrong.map(({ procedure, name }) => `${procedure.path}: ${name}`)).toEqual([])
    expect(memoryOf(host.pid) - before).toBeLessThan(MEMORY_BOUND_BYTES)
    expect((await connection.client.timer.status({})).nowMs).toBeGreaterThan(0)
  })

  it('name no procedure that is not in the contract', async () => {
    const targets = [
      'nope',
      'timer',
      'timer/start/x',
      '__proto__',
      'constructor',
      'timer/constructor',
      'timer/__proto__/x',
    ]
    targets.push('toString', 'timer/start.call', 'live/subscribe/..', '%74imer/status', 'timer//status', '')
    for (const target of targets) {
      const answer = await call(`/rpc/${target}`, '{"json":{}}')
      answers.push(answer.body)
      expect([answer.status, codeIn(answer.body)], target).toEqual([404, 'not-found'])
    }
  })

  it('do not change what objects are', async () => {
    for (const path of ['settings/update', 'clients/create', 'timer/start', 'imports/preview']) {
      for (const json of ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}']) {
        expect(isRefusal(await call(`/rpc/${path}`, `{"json":${json}}`))).toBe(true)
      }
    }
    // A host with a polluted prototype would send the key along, or refuse its own settings.
    const { body } = await call('/rpc/settings/get', '{"json":{}}')
    expect(body).not.toContain('polluted')
  })

  it('tell where the input is wrong, in words', async () => {
    const { client } = connection
    const refused = await client.entries.day({ day: 'tomorrow' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      defined: true,
      code: 'invalid-input',
      status: 400,
      data: { issues: expect.arrayContaining([{ path: 'day', message: expect.stringContaining('YYYY-MM-DD') }]) },
    })
    const nested = await client.entries
      .add({ commandKey: 'hostile-nested', time: { kind: 'day', day: '2026-01-05', durationMs: -1 } })
      .catch((error: unknown) => error)
    expect(nested).toMatchObject({ code: 'invalid-input', data: { issues: [{ path: 'time.durationMs' }] } })
  })

  it('over a WebSocket end the connection or get an answer, and nothing else', { timeout: 60_000 }, async () => {
    const random = seededRandom(SEED + 1)
    const before = memoryOf(host.pid)
    for (const procedure of proceduresUnderTest()) {
      const chosen = mutationsOf(procedure.sample()).filter(({ text }) => text.length < 2_000_000 && random() < 0.1)
      for (const [index, { name, text }] of chosen.entries()) {
        const frame = `{"i":"${index}","p":{"u":"${procedure.path}","b":${text === '' ? 'null' : text}}}`
        const answer = await overSocket(frame)
        answers.push(answer)
        const isFine = answer === 'closed 1008' || codeIn(bodyOf(answer)) !== 'internal'
        expect(isFine, `${procedure.path}: ${name}: ${answer.slice(0, 300)}`).toBe(true)
      }
    }
    expect(memoryOf(host.pid) - before).toBeLessThan(MEMORY_BOUND_BYTES)
  })

  it('leave nothing of the host’s insides or secrets in answers, and no secret in the log', async () => {
    // Some good answers name the folder or SQLite's version on purpose; a refusal never has a reason to.
    const insides = answers.filter((answer) => answer.includes('"code"') && INSIDES.test(answer))
    expect(insides.map((answer) => answer.slice(0, 300))).toEqual([])
    const log = readFileSync(path.join(profileDir, 'logs/stint.log'), 'utf8')
    const secrets = [host.token, cookie.split('=')[1] ?? '', codeOf(host.url)]
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(30)
      expect(answers.filter((answer) => answer.includes(secret))).toEqual([])
      expect(log).not.toContain(secret)
    }
    const failures = log.split('\n').filter((line) => line.includes('"level":50'))
    expect(failures.map((line) => line.slice(0, 500))).toEqual([])
    expect(host.errors()).toBe('')
  })
})

function bodyOf(frame: string): string {
  const message = JSON.parse(frame) as { p?: { b?: unknown } }
  return JSON.stringify(message.p?.b ?? {})
}

/** The first frame that comes back, or `closed <code>`. */
function overSocket(frame: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/ws`, {
      headers: { authorization: `Bearer ${host.token}` },
    })
    socket.on('open', () => socket.send(frame))
    socket.on('message', (data) => {
      resolve(String(data))
      socket.close()
    })
    socket.on('close', (code) => resolve(`closed ${code}`))
    socket.on('error', reject)
  })
}
