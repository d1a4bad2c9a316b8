import type { StintClient } from '../../shared/contract/contract.ts'
import type { LiveState } from '../../shared/contract/live.ts'
import { addDays } from '../../shared/zone/day-arithmetic.ts'
import { type RecentWork, recentWork } from './recent-work.ts'

/** A month has five different things for nearly everybody, and costs the same in a profile of ten years. */
const LOOK_BACK_DAYS = 30
const ENTRIES = 100

export async function loadRecentWork(client: StintClient, { running, today }: LiveState): Promise<RecentWork[]> {
  const { entries } = await client.entries.list({ fromDay: addDays(today, -LOOK_BACK_DAYS), limit: ENTRIES })
  const { projects } = await client.catalogue.get({})
  return recentWork(entries, running, new Map(projects.map(({ id, name }) => [id, name])))
}
