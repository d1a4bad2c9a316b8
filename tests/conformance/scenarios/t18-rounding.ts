import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { HOUR, MINUTE, recentDays, success } from './sample.ts'
import { news } from './t13-twice.ts'

const lengths = [
  ['a second', 1000],
  ['59 seconds', 59_000],
  ['a minute', MINUTE],
  ['a minute and a bit', MINUTE + 593],
  ['29 and a half minutes', 29.5 * MINUTE],
  ['a day but a second', 24 * HOUR - 1000],
  ['25 hours', 25 * HOUR],
] as const

export const rounding: Scenario = {
  id: 'T18',
  title: 'lengths and rounding',
  cases: () => [
    ...lengths.map(([name, ms]) => ({
      name: `${name}: the parts are the whole, and rounding is no news`,
      run: (stand: Stand) => isWhole(stand, ms),
    })),
    { name: 'nothing at all is not sent', run: nothing },
  ],
}

async function isWhole(stand: Stand, ms: number) {
  const queue = stand.queue()
  const { shape } = stand.profile.capabilities
  await queue.add('Length', 593, 593 + ms)
  await queue.drain()
  const there = stand.vendor.records().map(({ fields: { time } }) => time)
  const sumMs = there.reduce(
    (sum, time) => sum + (time.kind === 'amount' ? time.durationMs : (time.endMs ?? 0) - time.startMs),
    0,
  )
  const isTooShort = ms < Math.max(1, shape.minMs)
  expect(Math.abs(sumMs - (isTooShort ? 0 : ms))).toBeLessThan(shape.quantum.ms)
  expect(news(stand, success(await stand.provider.pull(recentDays(stand))))).toEqual([])
}

async function nothing(stand: Stand) {
  const queue = stand.queue()
  await queue.add('Nothing', 0, Math.min(400, Math.floor(stand.profile.capabilities.shape.quantum.ms / 3)))
  await queue.drain()
  expect(stand.server.log.length).toBe(0)
}
