import { expect } from 'vitest'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { DAY, HOUR, MINUTE, recentDays, success } from './sample.ts'
import { news } from './t13-twice.ts'

export const remoteEdits: Scenario = {
  id: 'T19',
  title: 'changes made there',
  cases: ({ capabilities: { tombstones } }) => [
    { name: 'a changed note is seen, as that alone', run: changedNote },
    { name: 'both sides changed the same: a conflict', run: bothChanged },
    tombstones
      ? { name: 'a removal is told by the next pull', run: removalTold }
      : { name: 'says it cannot: tell removals; only a window read whole shows them', run: removalMissing },
    { name: 'one that was moved to another day is not taken as removed', run: movedDay },
    { name: 'one that was removed there and changed here is not brought back', run: notResurrected },
  ],
}

async function sent(stand: Stand) {
  const queue = stand.queue()
  const id = await queue.add('Here', 0, HOUR)
  await queue.drain()
  const first = success(await stand.provider.pull(recentDays(stand)))
  stand.scheduler.pass(10 * MINUTE)
  const remoteId = stand.vendor.records()[0]?.id ?? ''
  stand.expectThere(() => stand.vendor.records().map(({ fields }) => fields))
  const again = async () => success(await stand.provider.pull(recentDays(stand, first.nextCursor)))
  return { queue, id, remoteId, again }
}

async function changedNote(stand: Stand) {
  const { remoteId, again } = await sent(stand)
  stand.vendor.editThere(remoteId, { note: 'Changed there' })
  expect(news(stand, await again())).toEqual(['apply note'])
}

async function bothChanged(stand: Stand) {
  const { queue, id, remoteId, again } = await sent(stand)
  stand.vendor.editThere(remoteId, { note: 'Changed there' })
  await queue.client.entries.update({ commandKey: queue.key(), id, note: 'Changed here' })
  expect(news(stand, await again())).toEqual(['conflict'])
}

async function removalTold(stand: Stand) {
  const { remoteId, again } = await sent(stand)
  stand.vendor.removeThere(remoteId)
  const page = await again()
  expect(page.records.map((record) => [record.remoteId, record.deleted])).toEqual([[remoteId, true]])
  expect(news(stand, page)).toEqual(['remove-here'])
}

async function removalMissing(stand: Stand) {
  const { remoteId } = await sent(stand)
  stand.vendor.removeThere(remoteId)
  const { fromDay, toDay } = recentDays(stand)
  const page = success(await stand.provider.pull({ cursor: null, fromDay, toDay }))
  expect(page.records.map((record) => record.remoteId)).not.toContain(remoteId)
  expect(page.complete).toEqual({ fromDay, toDay })
}

async function movedDay(stand: Stand) {
  const { remoteId, again } = await sent(stand)
  const startMs = stand.clock.nowMs() - 3 * DAY
  stand.vendor.editThere(remoteId, { startMs, endMs: startMs + HOUR })
  const page = await again()
  const isSeen = page.records.some((record) => record.remoteId === remoteId && !record.deleted)
  // Where the pull did not reach it, a look at the record itself has to show that it lives.
  expect(isSeen || success(await stand.provider.get(remoteId)) !== null).toBe(true)
  expect(page.records.filter(({ deleted }) => deleted)).toEqual([])
}

async function notResurrected(stand: Stand) {
  const { queue, id, remoteId } = await sent(stand)
  stand.vendor.removeThere(remoteId)
  await queue.client.entries.update({ commandKey: queue.key(), id, note: 'Changed here' })
  await queue.drain()
  expect([stand.vendor.records(), queue.conflicts()]).toEqual([[], 1])
}
