import { expect } from 'vitest'
import { decidePull } from '../../../src/core/domain/sync/decide-pull.ts'
import type { PullPage } from '../../../src/core/ports/time-provider.ts'
import { ACCOUNT } from '../../integration/push-queue.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { HOUR, MINUTE, recentDays, success } from './sample.ts'

export const twice: Scenario = {
  id: 'T13',
  title: 'the same news twice',
  cases: () => [
    { name: 'what was sent comes back as no news, however often', run: noNews },
    { name: 'pulls that overlap tell a change once as itself', run: overlapping },
  ],
}

async function noNews(stand: Stand) {
  const queue = stand.queue()
  for (let hour = 0; hour < 4; hour += 1) await queue.add(`Entry ${hour}`, hour * HOUR, hour * HOUR + 29.5 * MINUTE)
  await queue.drain()
  let cursor: string | null = null
  for (const _ of [1, 2, 3]) {
    const page: PullPage = success(await stand.provider.pull(recentDays(stand, cursor)))
    const ids = page.records.map(({ remoteId }) => remoteId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(news(stand, page)).toEqual([])
    cursor = page.nextCursor
    stand.scheduler.pass(MINUTE)
  }
}

async function overlapping(stand: Stand) {
  const queue = stand.queue()
  await queue.add('Before', 0, HOUR)
  await queue.drain()
  const first = success(await stand.provider.pull(recentDays(stand)))
  stand.scheduler.pass(MINUTE)
  const [record] = stand.vendor.records()
  stand.vendor.editThere(record?.id ?? '', { note: 'Changed there' })
  for (const _ of [1, 2]) {
    const page = success(await stand.provider.pull(recentDays(stand, first.nextCursor)))
    expect(news(stand, page)).toEqual(['apply note'])
  }
  stand.expectThere(() => stand.vendor.records().map(({ fields }) => fields))
}

/** What the merge would make of each record of a page. */
export function news(stand: Stand, page: PullPage): string[] {
  const queue = stand.queue()
  const { quantumMs } = stand.profile.capabilities.rules
  return page.records.flatMap((record) => {
    const link = queue.store.linkOf(ACCOUNT, record.remoteId)
    if (link === undefined) return [`new ${record.fields.note}`]
    const wanted = queue.wantedOf(link.entryId)
    const mine = wanted.find(({ part }) => part === link.part)?.fields ?? null
    const theirs = record.deleted ? null : record.fields
    const decision = decidePull(link, mine, theirs, { quantumMs, isWhole: wanted.length <= 1 })
    if (decision.kind === 'nothing') return []
    return [decision.kind === 'apply' ? `apply ${decision.changed.join(' ')}` : decision.kind]
  })
}
