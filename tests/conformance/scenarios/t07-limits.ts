import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { instead } from '../kit/twist.ts'
import type { LimitForm } from '../kit/wire-profile.ts'
import { callFor, DAY, HOUR, MINUTE, success } from './sample.ts'

const anyWire: readonly LimitForm[] = [
  {
    name: '429 with seconds',
    on: 'create',
    reply: () => ({ status: 429, headers: { 'retry-after': '90' }, body: 'Too many requests' }),
    expect: 'rate-limited',
    pauseMs: 90_000,
  },
  {
    name: '429 with a date',
    on: 'create',
    reply: (serverNowMs) => ({
      status: 429,
      headers: { 'retry-after': new Date(serverNowMs + 120_000).toUTCString() },
      body: 'Too many requests',
    }),
    expect: 'rate-limited',
    pauseMs: 120_000,
  },
  { name: '429 without a word', on: 'pull', reply: () => ({ status: 429 }), expect: 'rate-limited', pauseMs: null },
]
/** Half a second either way: what a Date header can tell of a server's clock. */
const DOUBT_MS = 1000

export const limits: Scenario = {
  id: 'T7',
  title: 'limits and quotas',
  cases: ({ forms }) => [
    ...[...anyWire, ...forms.limits].flatMap((form) =>
      [0, -DAY, DAY].map((serverAheadMs) => ({
        name: `${form.name}${serverAheadMs === 0 ? '' : `, our clock a day ${serverAheadMs > 0 ? 'late' : 'early'}`}`,
        options: { serverAheadMs },
        run: (stand: Stand) => pauses(stand, form),
      })),
    ),
    { name: 'the queue waits it out, and everything arrives once', run: queueWaits },
  ],
}

async function pauses(stand: Stand, form: LimitForm) {
  const { scheduler, clock, server } = stand
  // One answer before, so that the server's clock is known.
  success(await stand.provider.running())
  stand.twist(instead(form.reply(stand.serverNowMs())))
  const answer = await callFor(stand, form.on)
  if (answer.ok || (answer.error.kind !== 'rate-limited' && answer.error.kind !== 'quota-exhausted')) {
    throw new Error(`expected a limit, got ${JSON.stringify(answer)}`)
  }
  expect(answer.error.kind).toBe(form.expect)
  const atMs = answer.error.kind === 'rate-limited' ? answer.error.retryAtMs : answer.error.resetAtMs
  const pauseMs = (atMs ?? 0) - clock.nowMs()
  if (form.pauseMs === null) {
    expect(pauseMs).toBeGreaterThanOrEqual(1000)
    expect(pauseMs).toBeLessThanOrEqual(HOUR)
    return
  }
  expect(Math.abs(pauseMs - form.pauseMs)).toBeLessThanOrEqual(DOUBT_MS)
  const before = server.log.length
  scheduler.pass(form.pauseMs - MINUTE / 10)
  expect(await callFor(stand, form.on)).toMatchObject({ ok: false, error: { kind: 'rate-limited', retryAtMs: atMs } })
  expect(server.log.length, 'requests before the time').toBe(before)
  scheduler.pass(MINUTE / 10 + DOUBT_MS)
  expect(await callFor(stand, form.on)).toMatchObject({ ok: true })
}

async function queueWaits(stand: Stand) {
  const queue = stand.queue()
  const forms = [...anyWire, ...stand.profile.forms.limits]
  for (const form of forms) {
    await queue.add(form.name, 0, HOUR)
    stand.twist(instead(form.reply(stand.serverNowMs())))
    await queue.drain()
  }
  expect(stand.vendor.records().length).toBe(forms.length)
}
