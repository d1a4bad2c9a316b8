import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { errorShape, listShape, servedShape, statusShape } from './cli-shapes.ts'
import { CliWorld, end } from './cli-support.ts'

const HOUR_MS = 3_600_000

/** Touches every part of the contract, with times in the past, so that two runs give the same answers. */
const SCRIPT: readonly (readonly string[])[] = [
  ['status'],
  [
    'start',
    'Retry',
    '--project',
    'Acme/Shop',
    '--activity',
    'Dev',
    '--create',
    '-t',
    'b',
    '-t',
    'a',
    '--at',
    '2025-03-10T09:00',
  ],
  ['start', 'Review', '-p', 'shop', '--billable', '--at', '2025-03-10T10:00'],
  ['stop', '--at', '2025-03-10T11:30'],
  ['stop'],
  ['continue', '--at', '2025-03-10T13:00'],
  ['edit', 'running', '--note', 'Review again'],
  ['discard'],
  ['undo'],
  ['stop', '--at', '2025-03-10T14:00'],
  ['add', '2025-03-10 13:30-15 Overlap #a'],
  ['add', 'Reading', '--date', '2025-03-11', '--duration', '45m'],
  ['add', 'Broken', '--from', 'x', '--to', 'y'],
  ['day', '2025-03-10'],
  ['fix', '2025-03-10'],
  ['split', 'last', '--at', '10:30'],
  ['list'],
  ['list', '--limit', '2'],
  ['search', 'retry'],
  ['report', '--from', '2025-03-10', '--to', '2025-03-11', '--by', 'project,day'],
  ['report', 'all', '--by', 'tag'],
  ['projects', 'add', 'Other'],
  ['projects', 'rm', 'Shop'],
  ['projects', 'archive', 'Other'],
  ['projects', '--all'],
  ['tags', 'edit', 'a', '--name', 'c'],
  ['items', 'add', 'T-1', 'Task'],
  ['templates', 'add', 'Morning', '--note', 'Stand-up', '--duration', '15m'],
  ['activities'],
  ['clients', 'edit', 'Acme', '--name', ''],
  ['settings', 'set', 'weekStart', '1'],
  ['settings'],
  ['export', 'csv'],
  ['export', 'json'],
  ['history', '--limit', '5'],
  ['redo'],
  ['edit', 'ffffffff', '--note', 'x'],
]

describe('a command and the host of its profile', () => {
  let worlds: CliWorld[] = []
  const newWorld = () => {
    const world = new CliWorld()
    worlds.push(world)
    return world
  }
  afterEach(async () => {
    for (const world of worlds) await world.dispose()
    worlds = []
  })

  it('gives the same answers through a running host and from the profile itself', async () => {
    const answers: string[][] = []
    for (const isServed of [true, false]) {
      const world = newWorld()
      if (isServed) await world.serve()
      const given: string[] = []
      for (const args of SCRIPT) {
        const { code, stdout, stderr } = await world.run(['--json', ...args])
        given.push(`${args.join(' ')} → ${code} ${stdout}${stderr}`)
      }
      answers.push(normalise(given))
    }
    for (const [index, answer] of answers[0]?.entries() ?? []) expect(answer).toBe(answers[1]?.[index])
    const refused = answers[0]?.filter((answer) => !answer.includes('→ 0 ')).map((answer) => answer.split(' → ')[0])
    expect(refused).toEqual([
      'stop',
      'add Broken --from x --to y',
      'split last --at 10:30',
      'projects rm Shop',
      'clients edit Acme --name ',
      'redo',
      'edit ffffffff --note x',
    ])
  }, 120_000)

  it('lets commands of one profile that run at the same time all succeed', async () => {
    const world = newWorld()
    await world.json(['status'])
    const runs = Array.from({ length: 4 }, (_, index) =>
      world.run(['--json', 'add', `2025-03-1${index} 9-10 Entry ${index}`]),
    )
    for (const ran of await Promise.all(runs)) expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(listShape.parse(await world.json(['list']))).toMatchObject({ count: 4, totalMs: 4 * HOUR_MS })
  })

  it('makes one new profile when two first commands start together', async () => {
    const world = newWorld()
    const runs = await Promise.all(
      ['One', 'Two'].map((note) => world.run(['--json', 'add', `2025-03-10 9-10 ${note}`])),
    )
    expect(runs.map(({ code }) => code)).toEqual([0, 0])
    expect(listShape.parse(await world.json(['list'])).count).toBe(2)
  })

  it('prints one line to serve, and ends with 0 on SIGTERM and SIGINT, everything written', async () => {
    const world = newWorld()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const { child, line } = await world.serve()
      expect(servedShape.parse(line)).toMatchObject({ pid: child.pid })
      await world.json(['start', signal])
      expect(await end(child, signal)).toBe(0)
      expect(existsSync(path.join(world.profile, 'host.json'))).toBe(false)
      expect(existsSync(path.join(world.profile, 'stint.db-wal'))).toBe(false)
      expect(statusShape.parse(await world.json(['status'])).running?.note).toBe(signal)
    }
  })

  it('points a second serve, and open, to the host that runs already', async () => {
    const world = newWorld()
    const nobody = await world.refused(['open'])
    expect([nobody.code, errorShape.parse(nobody.error).code]).toEqual([1, 'not-served'])
    const { line } = await world.serve()
    const first = servedShape.parse(line)
    const second = servedShape.parse(await world.json(['serve', '--port', '0']))
    expect(second).toMatchObject({ apiUrl: first.apiUrl, token: first.token, pid: first.pid, attached: true })
    expect(second.url).not.toBe(first.url)
    const spoken = await world.run(['serve'])
    expect(spoken.code).toBe(0)
    expect(spoken.stdout).toMatch(/^Stint is running at http:\/\/127\.0\.0\.1:\d+\/#code=\S+\n/)
    const opened = (await world.run(['open'])).stdout.trim()
    expect(opened.startsWith(`${first.apiUrl.replace('/api/v1', '')}/#code=`)).toBe(true)
  })

  it('refuses a port that is taken, or takes another where it may', async () => {
    const [one, two, three] = [newWorld(), newWorld(), newWorld()]
    const { line } = await one.serve()
    const port = new URL(servedShape.parse(line).url).port
    const refused = await two.refused(['serve', '--port', port])
    expect([refused.code, errorShape.parse(refused.error).code]).toEqual([1, 'port-taken'])
    const other = three.start(['serve', '--port', port, '--any-port-if-taken', '--json'])
    const [text] = await once(other.stdout ?? other, 'data')
    expect(new URL(servedShape.parse(JSON.parse(String(text))).url).port).not.toBe(port)
  })

  it('works on from the profile itself once a host was killed', async () => {
    const world = newWorld()
    const { child } = await world.serve()
    await world.json(['start', 'Survivor'])
    await end(child, 'SIGKILL')
    expect(existsSync(path.join(world.profile, 'host.json'))).toBe(true)
    expect(statusShape.parse(await world.json(['status'])).running?.note).toBe('Survivor')
    const { line } = await world.serve()
    servedShape.parse(line)
    expect(statusShape.parse(await world.json(['status'])).running?.note).toBe('Survivor')
  })
})

/** Ids by the order in which they appear, moments of the run itself as "now". */
function normalise(answers: readonly string[]): string[] {
  const ids = new Map<string, string>()
  const thisHour = Date.now() - HOUR_MS
  return answers.map((answer) =>
    answer
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
        ids.set(id, ids.get(id) ?? `id-${ids.size}`)
        return ids.get(id) ?? id
      })
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)/g, (instant) =>
        Date.parse(instant) >= thisHour ? 'now' : instant,
      )
      .replace(/"(durationMs|todayMs|atMs|nowMs|createdAtMs|updatedAtMs)\\?":(\d{13}|\d+)/g, (pair, name, value) =>
        Number(value) >= thisHour || Number(value) > 10_000 * HOUR_MS ? `"${name}":"now"` : pair,
      ),
  )
}
