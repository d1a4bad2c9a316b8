import { describe, expect, it } from 'vitest'
import { createTestHttp } from '../../../tests/fakes/test-http.ts'

const perHour = { windows: [{ requests: 5, perMs: 3_600_000 }], reservedShare: 0.2 }
const limitHeaders = { remaining: 'x-left', resetsInSeconds: 'x-resets-in' }

async function served(options: Parameters<typeof createTestHttp>[0] = {}) {
  const t = await createTestHttp({ budget: perHour, limitHeaders, ...options })
  t.server.route('GET', /./, () => ({ body: [] }))
  return t
}

describe('the budget of an account', () => {
  it('lets through what it allows and refuses the rest with the time, before anything is sent', async () => {
    const { ask, server, clock } = await served()
    const startMs = clock.nowMs()
    for (let left = 4; left > 0; left -= 1) expect((await ask('/')).ok).toBe(true)
    const refused = { kind: 'over-budget', phase: 'before-send', allowedAtMs: startMs + 3_600_000 }
    expect(await ask('/')).toMatchObject({ error: refused })
    expect((await ask('/', { lane: 'interactive' })).ok).toBe(true)
    expect(await ask('/', { lane: 'interactive' })).toMatchObject({ error: refused })
    expect(server.log.length).toBe(5)
  })

  it('serves those who wait when their time has come, the interactive lane before those who came earlier', async () => {
    const { ask, server, scheduler } = await served({
      budget: { windows: [{ requests: 1, perMs: 1000 }], reservedShare: 0.2 },
    })
    await ask('/first')
    const maxWaitMs = 10_000
    const waiting = [
      ask('/background-1', { maxWaitMs }),
      ask('/background-2', { maxWaitMs }),
      ask('/timer', { maxWaitMs, lane: 'interactive' }),
    ]
    for (let arrived = 2; arrived <= 4; arrived += 1) {
      scheduler.pass(999)
      expect(server.log.length).toBe(arrived - 1)
      scheduler.pass(1)
      await server.arrived(arrived)
    }
    expect((await Promise.all(waiting)).every(({ ok }) => ok)).toBe(true)
    expect(server.log.map(({ path }) => path)).toEqual(['/first', '/timer', '/background-1', '/background-2'])
    expect(scheduler.waiting).toBe(0)
  })

  it('lets go of those who wait no longer', async () => {
    const { ask, server, scheduler } = await served({
      budget: { windows: [{ requests: 1, perMs: 5000 }], reservedShare: 0 },
    })
    await ask('/first')
    const stop = new AbortController()
    const waiting = [
      ask('/one', { maxWaitMs: 6000, cancel: stop.signal }),
      ask('/two', { maxWaitMs: 6000 }),
      ask('/three', { maxWaitMs: 6000 }),
    ]
    stop.abort()
    scheduler.pass(5000)
    await server.arrived(2)
    scheduler.pass(1000)
    const kinds = (await Promise.all(waiting)).map((one) => (one.ok ? 'ok' : `${one.error.kind} ${one.error.phase}`))
    expect(kinds).toEqual(['aborted before-send', 'ok', 'over-budget before-send'])
    expect(scheduler.waiting).toBe(0)
  })

  it('follows the pause a server asks for, also after success, and by the clock of the server', async () => {
    let now = () => 0
    const t = await served({ server: { nowMs: () => now() - 600_000 } })
    now = () => t.clock.nowMs()
    const inAMinute = new Date(t.clock.nowMs() - 600_000 + 60_000).toUTCString()
    t.server.expect('GET', /./, { headers: { 'retry-after': inAMinute } })
    await t.ask('/')
    t.scheduler.pass(59_000)
    expect(await t.ask('/', { lane: 'interactive' })).toMatchObject({ error: { kind: 'over-budget' } })
    t.scheduler.pass(1500)
    expect((await t.ask('/', { lane: 'interactive' })).ok).toBe(true)
  })

  it('counts with the server: at nothing left it waits for the reset, and 402 without quota is about the plan', async () => {
    const { ask, server, scheduler } = await served()
    server.expect('GET', /./, { status: 402, headers: { 'x-left': '9', 'x-resets-in': '600' } })
    server.expect('GET', /./, { status: 402, headers: { 'x-left': '0', 'x-resets-in': '600' } })
    expect(await ask('/')).toMatchObject({ value: { status: 402 } })
    expect(await ask('/')).toMatchObject({ value: { status: 402 } })
    scheduler.pass(599_000)
    expect(await ask('/', { lane: 'interactive' })).toMatchObject({ error: { kind: 'over-budget' } })
    scheduler.pass(1000)
    expect((await ask('/', { lane: 'interactive' })).ok).toBe(true)
  })

  it('does not last a day longer because somebody set the clock back by a day', async () => {
    const { ask, server, clock, scheduler } = await served()
    server.expect('GET', /./, { status: 429, headers: { 'retry-after': '60' } })
    await ask('/')
    clock.jump(-90_000_000)
    expect(await ask('/')).toMatchObject({ error: { kind: 'over-budget', allowedAtMs: clock.nowMs() + 60_000 } })
    scheduler.pass(60_000)
    expect((await ask('/')).ok).toBe(true)
  })

  it('survives a restart', async () => {
    const first = await served()
    for (let left = 4; left > 0; left -= 1) await first.ask('/')
    const state = JSON.parse(JSON.stringify(first.http.budgetState('acc', 'all')))
    const second = await served({ http: { budgetState: () => state } })
    expect(await second.ask('/')).toMatchObject({ error: { kind: 'over-budget' } })
    expect(second.server.log).toEqual([])
  })

  it('of one scope says nothing about another', async () => {
    const { ask } = await served()
    for (let left = 4; left > 0; left -= 1) await ask('/')
    expect((await ask('/', { scope: 'other' })).ok).toBe(true)
  })
})
