import { expect } from 'vitest'
import type { Fault } from '../fake-server/faults.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { isWrite, lost, spoilt } from '../kit/twist.ts'
import { HOUR, recentDays, sampleWrite } from './sample.ts'
import { expectLookedBetween } from './t08-server-faults.ts'

const faults: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: 'before the headers', fault: { kind: 'hang' } },
  { name: 'in the middle of the body', fault: { kind: 'slow-body', bytes: 20 } },
]

export const timeouts: Scenario = {
  id: 'T9',
  title: 'answers that do not come',
  cases: () =>
    faults.flatMap(({ name, fault }) => [
      { name: `${name}: a read and a write may have happened`, run: (stand: Stand) => told(stand, fault) },
      { name: `${name}, work done: one record`, run: (stand: Stand) => oneRecord(stand, fault, true) },
      {
        name: `${name}, nothing done: one record, after a look`,
        run: (stand: Stand) => oneRecord(stand, fault, false),
      },
    ]),
}

async function told(stand: Stand, fault: Fault) {
  const late = { ok: false, error: { kind: 'network', phase: 'after-send' } }
  stand.twist(lost(fault))
  expect(await stand.provider.pull(recentDays(stand))).toMatchObject(late)
  stand.twist(lost(fault))
  expect(await stand.provider.create(sampleWrite(stand), 'background')).toMatchObject(late)
}

async function oneRecord(stand: Stand, fault: Fault, isDone: boolean) {
  const queue = stand.queue()
  await queue.add('Once', 0, HOUR)
  stand.twist(isDone ? spoilt(fault) : lost(fault), isWrite)
  expect((await queue.step()).kind).toBe('next')
  expect(queue.open()).toEqual(['unknown network'])
  await queue.drain()
  expectLookedBetween(stand)
}
