import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { afterActing, instead, isRead, isWrite } from '../kit/twist.ts'
import { HOUR, recentDays, success } from './sample.ts'

const statuses = [500, 502, 503, 504]

export const serverFaults: Scenario = {
  id: 'T8',
  title: 'faults of the server',
  cases: () => [
    ...statuses.map((status) => ({
      name: `${status} on a read: told, not repeated`,
      run: (stand: Stand) => onRead(stand, status),
    })),
    ...statuses.map((status) => ({
      name: `${status} twice before a write: looked for, then made once`,
      run: (stand: Stand) => beforeActing(stand, status),
    })),
    ...statuses.map((status) => ({
      name: `${status} after a write was done: found, not made again`,
      run: (stand: Stand) => actedAndFailed(stand, status),
    })),
    { name: 'a search that fails is no search', run: failedSearch },
    { name: 'a change and a removal that failed are done in the end', run: changeAndRemove },
  ],
}

async function onRead(stand: Stand, status: number) {
  stand.twist(instead({ status, body: 'Oops' }))
  const answer = await stand.provider.pull(recentDays(stand))
  expect(answer).toMatchObject({ ok: false, error: { kind: 'upstream', status, retryable: true } })
  expect(stand.server.log.length).toBe(1)
  success(await stand.provider.pull(recentDays(stand)))
}

async function beforeActing(stand: Stand, status: number) {
  const queue = stand.queue()
  await queue.add('Once', 0, HOUR)
  stand.twist(instead({ status }), isWrite, 2)
  await queue.drain()
  expectLookedBetween(stand)
}

async function actedAndFailed(stand: Stand, status: number) {
  const queue = stand.queue()
  await queue.add('Once', 0, HOUR)
  stand.twist(afterActing({ status }), isWrite)
  await queue.drain()
  expect(creates(stand)).toBe(1)
}

async function failedSearch(stand: Stand) {
  const queue = stand.queue()
  await queue.add('Once', 0, HOUR)
  stand.twist(afterActing({ status: 502 }), isWrite)
  stand.twist(instead({ status: 503 }), isRead, 3)
  await queue.drain()
  expect(creates(stand)).toBe(1)
}

async function changeAndRemove(stand: Stand) {
  const queue = stand.queue()
  const id = await queue.add('Before', 0, HOUR)
  await queue.drain()
  await queue.client.entries.update({ commandKey: queue.key(), id, note: 'After' })
  stand.twist(instead({ status: 502 }), isWrite)
  stand.twist(afterActing({ status: 500 }), isWrite)
  await queue.drain()
  expect(stand.vendor.records().map(({ fields }) => fields.note)).toEqual(['After'])
  await queue.client.entries.remove({ commandKey: queue.key(), ids: [id] })
  stand.twist(afterActing({ status: 500 }), isWrite)
  await queue.drain()
  expect(stand.vendor.records()).toEqual([])
}

const creates = ({ server, profile }: Stand) => server.log.filter((request) => profile.isCreate(request)).length

/** Between two attempts to create something was read. */
export function expectLookedBetween({ server, profile }: Stand): void {
  const order = server.log.map((request) => (profile.isCreate(request) ? 'create' : request.method)).join(' ')
  expect(order).not.toContain('create create')
}
