import type { Reply } from '../fake-server/start-fake-server.ts'

/** The smallest plan. */
const FREE_PER_HOUR = 30
const HOUR_MS = 3_600_000

/** So many requests an hour for the organization and for `/me` apart; told by headers, refused with 402. */
export function createTogglQuota(nowMs: () => number) {
  let limit: number | null = null
  let refused = 0
  const used = new Map<string, { fromMs: number; count: number }>()
  return {
    enforce() {
      limit = FREE_PER_HOUR
    },
    refused: () => refused,
    count(scope: string, work: () => Reply): Reply {
      if (limit === null) return work()
      const at = used.get(scope)
      const hour = at === undefined || nowMs() >= at.fromMs + HOUR_MS ? { fromMs: nowMs(), count: 0 } : at
      used.set(scope, hour)
      const resetsInS = Math.ceil((hour.fromMs + HOUR_MS - nowMs()) / 1000)
      const headers = (left: number) => ({
        'x-toggl-quota-remaining': String(left),
        'x-toggl-quota-resets-in': String(resetsInS),
      })
      if (hour.count >= limit) {
        refused += 1
        return { status: 402, headers: headers(0), body: '"You have hit your hourly limit for API calls."' }
      }
      hour.count += 1
      const reply = work()
      return { ...reply, headers: { ...reply.headers, ...headers(limit - hour.count) } }
    },
  }
}
