import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Case, Scenario } from '../kit/scenario.ts'
import { isWrite, spoilt } from '../kit/twist.ts'
import { DAY, HOUR, MINUTE, recentDays, runningWrite, sampleWrite, success } from './sample.ts'

const skews = [-DAY, -10 * MINUTE, 10 * MINUTE, DAY]
const inWords = (aheadMs: number) =>
  `the server ${Math.abs(aheadMs) === DAY ? 'a day' : 'ten minutes'} ${aheadMs > 0 ? 'ahead' : 'behind'}`

export const clocks: Scenario = {
  id: 'T14',
  title: 'clocks that disagree',
  cases: ({ capabilities }) => [
    ...skews.flatMap((serverAheadMs): Case[] => [
      { name: `${inWords(serverAheadMs)}: a lost answer is found`, options: { serverAheadMs }, run: lostAnswer },
      {
        name: `${inWords(serverAheadMs)}, and it says no date: a lost answer is found`,
        options: { serverAheadMs, hidesDate: true },
        run: lostAnswer,
      },
      {
        name: `${inWords(serverAheadMs)}: a change there is not overlooked`,
        options: { serverAheadMs },
        run: newsArrive,
      },
      {
        name: `${inWords(serverAheadMs)}, and it says no date: a change there is not overlooked`,
        options: { serverAheadMs, hidesDate: true },
        run: newsArrive,
      },
      {
        name: `${inWords(serverAheadMs)}: when it was changed is told by our clock`,
        options: { serverAheadMs },
        run: ourTime,
      },
    ]),
    ...(capabilities.shape.running
      ? skews.map((serverAheadMs) => ({
          name: `${inWords(serverAheadMs)}: a timer runs there from no time in the future, and is found after a lost answer`,
          options: { serverAheadMs },
          run: timerStarts,
        }))
      : []),
  ],
}

async function lostAnswer(stand: Stand) {
  const queue = stand.queue()
  await queue.add('Lost', 0, HOUR)
  stand.twist(spoilt({ kind: 'reset-before-headers' }), isWrite)
  await queue.drain()
  expect(stand.server.log.filter((request) => stand.profile.isCreate(request)).length).toBe(1)
}

async function newsArrive(stand: Stand) {
  const { provider, vendor, scheduler } = stand
  const { remoteId } = success(await provider.create(sampleWrite(stand), 'background'))
  const first = success(await provider.pull(recentDays(stand)))
  scheduler.pass(HOUR)
  vendor.editThere(remoteId, { note: 'Changed there' })
  scheduler.pass(HOUR)
  const next = success(await provider.pull(recentDays(stand, first.nextCursor)))
  expect(next.records.map(({ fields }) => fields.note)).toEqual(['Changed there'])
  stand.expectThere(() => vendor.records().map(({ fields }) => fields))
}

async function ourTime(stand: Stand) {
  const { provider, clock, scheduler } = stand
  const { remoteId } = success(await provider.create(sampleWrite(stand), 'background'))
  const madeAtMs = clock.nowMs()
  scheduler.pass(HOUR)
  const changedAtMs = success(await provider.get(remoteId))?.changedAtMs ?? null
  if (changedAtMs !== null) expect(Math.abs(changedAtMs - madeAtMs)).toBeLessThan(MINUTE)
}

async function timerStarts(stand: Stand) {
  const { provider } = stand
  // One answer before, so that the server's clock is known.
  success(await provider.running())
  const write = runningWrite(stand)
  stand.twist(spoilt({ kind: 'reset-before-headers' }), stand.profile.isCreate)
  expect(await provider.create(write, 'interactive')).toMatchObject({ ok: false })
  expect(success(await provider.find(write)).length).toBe(1)
  stand.expectThere(() => stand.vendor.records().map(({ fields }) => fields))
  expect(stand.vendor.records().length).toBe(1)
}
