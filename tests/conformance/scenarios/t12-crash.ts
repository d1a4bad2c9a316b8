import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { isWrite, lost } from '../kit/twist.ts'
import { DAY, HOUR, MINUTE } from './sample.ts'

export const crash: Scenario = {
  id: 'T12',
  title: 'the process dies',
  cases: () => [
    ...(['before', 'after'] as const).flatMap((when) =>
      (['create', 'update', 'remove'] as const).map((call) => ({
        name: `${when} a ${call} reached the server, and starts again: in the end all is as it should be`,
        run: (stand: Stand) => dies(stand, call, when),
      })),
    ),
    { name: 'two that are equal stay two', run: twins },
    { name: 'an equal one that somebody else made is left to them', run: notAdopted },
  ],
}

async function dies(stand: Stand, call: 'create' | 'update' | 'remove', when: 'before' | 'after') {
  const queue = stand.queue()
  const die = async () => {
    stand.kill(call, when)
    expect((await queue.step()).kind).toBe('killed')
    stand.restart()
    await queue.drain()
  }
  const id = await queue.add('Lives on', 0, HOUR)
  if (call === 'create') return die()
  await queue.drain()
  if (call === 'update') await queue.client.entries.update({ commandKey: queue.key(), id, note: 'Changed' })
  else await queue.client.entries.remove({ commandKey: queue.key(), ids: [id] })
  await die()
  expect(queue.open()).toEqual([])
}

async function twins(stand: Stand) {
  const queue = stand.queue()
  for (const when of ['after', 'before', 'after', 'before'] as const) {
    await queue.add('Twin', 0, HOUR)
    stand.kill('create', when)
    await queue.drain()
    stand.restart()
  }
  expect(stand.vendor.records().length).toBe(4)
}

async function notAdopted(stand: Stand) {
  const queue = stand.queue()
  const startMs = stand.clock.nowMs() - 10 * DAY
  stand.stranger({ note: 'Equal', startMs, endMs: startMs + HOUR })
  stand.scheduler.pass(10 * MINUTE)
  await queue.add('Equal', 0, HOUR)
  stand.twist(lost({ kind: 'reset-before-headers' }), isWrite)
  await queue.drain()
  expect(stand.vendor.records().length).toBe(2)
}
