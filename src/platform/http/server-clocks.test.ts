import { describe, expect, it } from 'vitest'
import { createTestHttp } from '../../../tests/fakes/test-http.ts'

const DAY_AND_MORE_MS = 90_000_000

describe("a server's clock", () => {
  it.each([600_000, -600_000, DAY_AND_MORE_MS, -DAY_AND_MORE_MS])(
    'is known to the second when it is %s ms ahead',
    async (aheadMs) => {
      let now = () => 0
      const t = await createTestHttp({ server: { nowMs: () => now() + aheadMs } })
      now = () => t.clock.nowMs()
      t.server.route('GET', /./, () => ({ body: [] }))
      expect(t.http.serverClock(t.server.origin)).toEqual({ offsetMs: null })
      const answered = await t.ask('/')
      expect(answered.ok && answered.value.serverDateMs).toBe(t.clock.nowMs() + aheadMs)
      expect(Math.abs((t.http.serverClock(t.server.origin).offsetMs ?? 0) - aheadMs)).toBeLessThanOrEqual(1000)
      expect(t.http.serverClock('https://example.com')).toEqual({ offsetMs: null })
    },
  )

  it('is the median of the last five, so that one odd answer moves nothing', async () => {
    const { ask, server, clock, http } = await createTestHttp()
    for (const aheadMs of [0, 0, 3_600_000, 0, 0]) {
      const date = new Date(clock.nowMs() + aheadMs).toUTCString()
      server.expect('GET', /./, { headers: { date } })
      await ask('/')
    }
    expect(http.serverClock(server.origin).offsetMs).toBe(500)
  })

  it('stays unknown without a date, with rubbish, with two dates, and from a cache on the way', async () => {
    const { ask, server, http } = await createTestHttp({ server: { nowMs: null } })
    const date = 'Fri, 20 Nov 2026 08:00:00 GMT'
    server.expect('GET', /./, {})
    server.expect('GET', /./, { headers: { date: 'yesterday' } })
    server.expect('GET', /./, { headers: { date: [date, 'Fri, 20 Nov 2026 09:00:00 GMT'] } })
    server.expect('GET', /./, { headers: { date, age: '5' } })
    for (let left = 4; left > 0; left -= 1) expect((await ask('/')).ok).toBe(true)
    expect(http.serverClock(server.origin)).toEqual({ offsetMs: null })
  })

  it('is forgotten when our own is set or the machine slept, until the next answer', async () => {
    const { ask, server, clock, scheduler, http } = await createTestHttp()
    server.route('GET', /./, () => ({ body: [] }))
    await ask('/')
    scheduler.pass(3_600_000)
    expect(http.serverClock(server.origin).offsetMs).toBe(500)
    clock.jump(3_600_000)
    expect(http.serverClock(server.origin).offsetMs).toBe(null)
    await ask('/')
    expect(http.serverClock(server.origin).offsetMs).toBe(500)
  })
})
