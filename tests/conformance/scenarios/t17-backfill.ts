import { expect } from 'vitest'
import { type BudgetState, freshBudget } from '../../../src/core/domain/budget/budget.ts'
import { estimateEndMs } from '../../../src/core/domain/budget/estimate-end.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { isWrite, spoilt } from '../kit/twist.ts'
import { HOUR } from './sample.ts'

/** In the long run the ten thousand that a new account may have to catch up with. */
const COUNT = process.env['STINT_CONFORMANCE_LONG'] === '1' ? 10_000 : 120

export const backfill: Scenario = {
  id: 'T17',
  title: 'years to catch up with',
  cases: ({ capabilities }) => [
    {
      name: `${COUNT} entries on the smallest plan, answers lost and the process killed: within the budget, each once`,
      options: { hasBudget: true },
      run: withinBudget,
    },
    { name: 'when it will be done is known within a tenth', options: { hasBudget: true }, run: isForeseen },
    ...(capabilities.shape.running
      ? [
          {
            name: 'meanwhile a timer starts and stops there at once',
            options: { hasBudget: true },
            run: timerMeanwhile,
          },
        ]
      : []),
  ],
}

async function fill(stand: Stand, count: number) {
  const queue = stand.queue()
  for (let index = 0; index < count; index += 1)
    await queue.add(`Entry ${index}`, index * 60_000, index * 60_000 + 60_000)
  return queue
}

async function withinBudget(stand: Stand) {
  stand.vendor.enforceQuota()
  const queue = await fill(stand, COUNT)
  for (let round = 0; round < 4; round += 1) {
    for (let steps = 0; steps < COUNT / 5; steps += 1) await nextStep(stand)
    if (round % 2 === 0) stand.kill('create', 'after')
    else stand.twist(spoilt({ kind: 'reset-mid-body', bytes: 30 }), isWrite)
    await nextStep(stand)
    stand.restartKeepingBudget()
  }
  await queue.drain()
  expect(stand.vendor.refusedByQuota(), 'requests beyond the quota').toBe(0)
  expect(queue.open()).toEqual([])
}

/** One entry, or the time until one may go. */
async function nextStep(stand: Stand) {
  const outcome = await stand.queue().step()
  if (outcome.kind === 'waits') stand.scheduler.pass(Math.max(0, (outcome.untilMs ?? 0) - stand.clock.nowMs()))
  return outcome.kind
}

async function isForeseen(stand: Stand) {
  const count = 40
  const queue = await fill(stand, count)
  const fromMs = stand.clock.nowMs()
  const scope = stand.profile.writeScope
  const state: BudgetState = freshBudget
  const endMs = estimateEndMs(stand.profile.budget(scope), state, count, 0, fromMs)
  await queue.drain()
  const tookMs = stand.clock.nowMs() - fromMs
  expect(Math.abs(tookMs - (endMs - fromMs))).toBeLessThanOrEqual(Math.max(2000, 0.1 * tookMs))
}

async function timerMeanwhile(stand: Stand) {
  stand.vendor.enforceQuota()
  const queue = await fill(stand, 60)
  // Until the background may send no more for long, or half of it is through.
  for (let steps = 0; steps < 30; steps += 1) {
    const outcome = await queue.step()
    const inMs = outcome.kind === 'waits' ? (outcome.untilMs ?? 0) - stand.clock.nowMs() : 0
    if (inMs > HOUR / 10) break
    stand.scheduler.pass(Math.max(0, inMs))
  }
  const askedAtMs = stand.clock.nowMs()
  await queue.client.timer.start({ commandKey: queue.key(), note: 'Now' })
  expect((await queue.step()).kind).toBe('next')
  expect(isRunning(stand)).toBe(true)
  stand.scheduler.pass(60_000)
  await queue.client.timer.stop({ commandKey: queue.key() })
  expect((await queue.step()).kind).toBe('next')
  expect(isRunning(stand)).toBe(false)
  expect(stand.clock.nowMs() - askedAtMs - 60_000).toBeLessThanOrEqual(2 * 2000)
  await queue.drain()
  expect(stand.vendor.refusedByQuota()).toBe(0)
}

function isRunning({ vendor }: Stand): boolean {
  return vendor.records().some(({ fields: { time } }) => time.kind === 'instants' && time.endMs === null)
}
