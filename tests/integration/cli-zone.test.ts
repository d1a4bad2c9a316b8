import { afterAll, describe, expect, it } from 'vitest'
import { dayShape, listShape, oneShape, reportShape, startedShape, stoppedShape } from './cli-shapes.ts'
import { CliWorld } from './cli-support.ts'

const HOUR_MS = 3_600_000

/** In process, so that TZ of the command is the zone of everything. */
describe('time zones and the clock that changes', () => {
  const world = new CliWorld()
  const add = async (line: string, tz = 'Europe/Stockholm') =>
    oneShape.parse(await world.json(['add', line], { env: { TZ: tz } })).entry
  afterAll(() => world.dispose())

  it('counts two hours on the wall as one where the clock is put forward', async () => {
    expect(await add('2025-03-30 1:30-3:30 Spring')).toMatchObject({
      start: '2025-03-30T00:30:00.000Z',
      end: '2025-03-30T01:30:00.000Z',
      durationMs: HOUR_MS,
    })
    const view = dayShape.parse(await world.json(['day', '2025-03-30']))
    expect(Date.parse(view.end) - Date.parse(view.start)).toBe(23 * HOUR_MS)
  })

  it('counts two hours on the wall as three where the clock is put back', async () => {
    expect(await add('2025-10-26 1:30-3:30 Autumn')).toMatchObject({ durationMs: 3 * HOUR_MS })
    const view = dayShape.parse(await world.json(['day', '2025-10-26']))
    expect(Date.parse(view.end) - Date.parse(view.start)).toBe(25 * HOUR_MS)
  })

  it('says which time it took where a typed one does not exist', async () => {
    const started = await world.run(['start', '--at', '2025-03-30 2:30', '--overlap', 'overlap'])
    expect(started.stderr).toMatch(/clock is put forward or back.*03:30/)
    expect(started.stdout).toContain('03:30')
    await world.json(['discard'])
  })

  it('splits an entry over midnight between its two days, in the zone where it was recorded', async () => {
    const night = await add('2025-06-10 22:00-1:30 Deploy')
    expect(night).toMatchObject({ date: '2025-06-10', durationMs: 3.5 * HOUR_MS })
    const report = reportShape.parse(
      await world.json(['report', '--from', '2025-06-10', '--to', '2025-06-11', '--by', 'day']),
    )
    expect(report.rows.map(({ day, totalMs }) => [day, totalMs])).toEqual([
      ['2025-06-10', 2 * HOUR_MS],
      ['2025-06-11', 1.5 * HOUR_MS],
    ])
    const shown = await world.run(['list', '--from', '2025-06-11', '--to', '2025-06-11'])
    expect(shown.stdout).toMatch(/22:00–01:30 \+1/)
  })

  it('reads and records in the zone of TZ, and shows an entry as its own wall clock did', async () => {
    const tokyo = await add('2025-07-01 9-10 Tokyo', 'Asia/Tokyo')
    expect(tokyo).toMatchObject({ zone: 'Asia/Tokyo', start: '2025-07-01T00:00:00.000Z', date: '2025-07-01' })
    const elsewhere = { env: { TZ: 'America/New_York' } }
    expect((await world.run(['list', '--search', 'Tokyo'], elsewhere)).stdout).toMatch(/09:00–10:00/)
    const edited = oneShape.parse(await world.json(['edit', tokyo.id, '--to', '11'], elsewhere)).entry
    expect(edited).toMatchObject({ zone: 'Asia/Tokyo', durationMs: 2 * HOUR_MS })
    const { entries } = listShape.parse(
      await world.json(['list', '--from', '2025-07-01', '--to', '2025-07-01'], elsewhere),
    )
    expect(entries).toHaveLength(1)
  })

  it('keeps the true length of a timer over the night when the clock changes', async () => {
    const started = startedShape.parse(
      await world.json(['start', 'Night', '--at', '2025-03-29 23:00', '--overlap', 'overlap']),
    )
    expect(started.entry.date).toBe('2025-03-29')
    const stopped = stoppedShape.parse(await world.json(['stop', '--at', '2025-03-30 05:00']))
    expect(stopped.entry.durationMs).toBe(5 * HOUR_MS)
  })

  it('moves an entry to another day at the same time on the wall', async () => {
    const { id } = await add('2025-03-29 9-10 Move')
    const moved = oneShape.parse(await world.json(['edit', id, '--date', '2025-03-31'])).entry
    expect(moved).toMatchObject({ start: '2025-03-31T07:00:00.000Z', durationMs: HOUR_MS })
  })
})
