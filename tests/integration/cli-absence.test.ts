import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { entryShape, errorShape } from './cli-shapes.ts'
import { CliWorld } from './cli-support.ts'

const MINUTE = 60_000
const instant = z.iso.datetime({ precision: 3 })
const ms = z.int().min(0)
const presenceShape = z.strictObject({
  absence: z
    .strictObject({
      id: z.uuid(),
      entryId: z.uuid(),
      askedAt: instant,
      durationMs: ms,
      pieces: z.array(z.strictObject({ start: instant, end: instant, durationMs: ms, cause: z.string() })).min(1),
    })
    .nullable(),
  away: z.strictObject({ cause: z.string(), since: instant }).nullable(),
})
const answeredShape = z.strictObject({ entries: z.array(entryShape), keptMs: ms, movedMs: ms, removedMs: ms })

describe.each(['through a host', 'without a host'])('time away from the command line, %s', (how) => {
  const world = new CliWorld()
  beforeAll(async () => {
    if (how === 'through a host') await world.serve()
  })
  afterAll(() => world.dispose())

  const presence = async (...args: string[]) => presenceShape.parse(await world.json(args))
  const refusedWith = async (...args: string[]) => {
    const { code, error } = await world.refused(args)
    return [code, errorShape.parse(error).code]
  }

  it('refuses what makes no sense, and says why', async () => {
    expect(await presence('absence')).toEqual({ absence: null, away: null })
    expect((await world.run(['absence'])).stdout).toBe('Nothing is asked about time away.\n')
    expect(await refusedWith('away')).toEqual([1, 'nothing-running'])
    for (const answer of ['keep', 'discard', 'stop', 'move'])
      expect(await refusedWith('absence', answer)).toEqual([1, 'nothing-asked'])
    expect((await world.run(['back'])).stdout).toBe('Welcome back. There is nothing to ask.\n')
  })

  it('goes away, comes back, is asked, answers, and takes the answer back', async () => {
    await world.run(['start', 'Report', '--at', '-3h'])
    expect(await refusedWith('away', '--since', '+1h')).toEqual([1, 'in-future'])
    const gone = await presence('away', '--since', '-2h')
    expect(gone).toMatchObject({ absence: null, away: { cause: 'away' } })
    expect((await world.run(['status'])).stdout).toMatch(/\nAway since .*\(you said so\)\.\n$/)
    const { absence } = await presence('back')
    expect(absence?.durationMs).toBeGreaterThanOrEqual(120 * MINUTE)
    expect(absence?.pieces).toMatchObject([{ cause: 'away', start: gone.away?.since }])
    expect(await presence('absence', 'show')).toEqual({ absence, away: null })

    const asked = await world.run(['absence'])
    expect(asked.stdout).toMatch(/^You were away 2 h while “Report” ran:\n {2}.* · 2 h · you said so\nAnswer with /)
    const status = await world.run(['status'])
    expect(status.stdout).toMatch(/\nYou were away 2 h: answer with “stint absence”\.\n$/)
    expect(Object.keys(z.looseObject({}).parse(await world.json(['status'])))).toEqual(['running', 'todayMs'])

    const moved = answeredShape.parse(
      await world.json(['absence', 'move', 'Call', 'with', 'Acme', '--project', 'Acme', '--create']),
    )
    expect(moved).toMatchObject({ keptMs: 0, movedMs: absence?.durationMs, removedMs: 0 })
    expect(moved.entries.map(({ note, project, running }) => [note, project, running])).toEqual([
      ['Report', null, false],
      ['Call with Acme', 'Acme', false],
      ['Report', null, true],
    ])
    expect((await world.run(['undo'])).stdout).toContain('Move 2 h away out of “Report”')
    expect(await presence('absence')).toEqual({ absence, away: null })
  })

  it('keeps, discards or stops', async () => {
    const kept = answeredShape.parse(await world.json(['absence', 'keep']))
    expect([kept.entries, kept.movedMs, kept.removedMs]).toEqual([[], 0, 0])
    await world.run(['undo'])
    expect((await world.run(['absence', 'discard'])).stdout).toMatch(/^Discarded 2 h\.\n(.*“Report”.*\n){2}$/)
    await world.run(['undo'])
    const stopped = answeredShape.parse(await world.json(['absence', 'stop']))
    expect(stopped.entries).toMatchObject([{ note: 'Report', running: false }])
    // An hour and the moment between two commands.
    expect(Math.floor((stopped.entries[0]?.durationMs ?? 0) / MINUTE)).toBe(60)
    expect(await world.json(['status'])).toMatchObject({ running: null })
  })
})
