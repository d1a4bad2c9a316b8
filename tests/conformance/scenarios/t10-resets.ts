import { expect } from 'vitest'
import type { Fault } from '../fake-server/faults.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { isWrite, lost, spoilt } from '../kit/twist.ts'
import { HOUR } from './sample.ts'

const CUTS = 100

export const resets: Scenario = {
  id: 'T10',
  title: 'connections that break',
  cases: () => [
    { name: `${CUTS} creations whose answers are torn at some byte: each there once`, run: tornAnswers },
    {
      name: 'a reset before the headers, done or not: once',
      run: (stand) => once(stand, { kind: 'reset-before-headers' }),
    },
    {
      name: 'an end in the middle of a chunk, done or not: once',
      run: (stand) => once(stand, { kind: 'fin-mid-chunk' }),
    },
    { name: 'nobody listens: nothing is lost, and it goes when somebody does', run: nobodyListens },
  ],
}

async function tornAnswers(stand: Stand) {
  const queue = stand.queue()
  // The same cuts in every run.
  let seed = 20_261_120
  for (let index = 0; index < CUTS; index += 1) {
    seed = (seed * 48_271) % 2_147_483_647
    const bytes = seed % 400
    // Twins among them: every third is equal to the one before.
    await queue.add(`Entry ${Math.floor(index / 3)}`, 0, HOUR)
    stand.twist(spoilt({ kind: 'reset-mid-body', bytes }), isWrite)
    await queue.drain()
  }
  expect(stand.vendor.records().length).toBe(CUTS)
}

async function once(stand: Stand, fault: Fault) {
  const queue = stand.queue()
  const id = await queue.add('Done', 0, HOUR)
  stand.twist(spoilt(fault), isWrite)
  await queue.drain()
  await queue.add('Not done', HOUR, 2 * HOUR)
  stand.twist(lost(fault), isWrite)
  await queue.drain()
  await queue.client.entries.update({ commandKey: queue.key(), id, note: 'Changed' })
  stand.twist(spoilt(fault), isWrite)
  await queue.drain()
  await queue.client.entries.remove({ commandKey: queue.key(), ids: [id] })
  stand.twist(spoilt(fault), isWrite)
  await queue.drain()
  expect(stand.vendor.records().map(({ fields }) => fields.note)).toEqual(['Not done'])
}

async function nobodyListens(stand: Stand) {
  const queue = stand.queue()
  await queue.add('Waits', 0, HOUR)
  stand.goOffline(true)
  const outcome = await queue.step()
  expect(outcome.kind).toBe('waits')
  expect(queue.open()).toEqual(['queued network'])
  stand.goOffline(false)
  await queue.drain()
  expect(stand.server.log.length).toBe(1)
}
