import type { SyncFields } from '../../../src/core/domain/sync/sync-fields.ts'
import type { RecordWrite } from '../../../src/core/ports/time-provider.ts'
import { dayOf } from '../../../src/shared/zone/day-bounds.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { ErrorForm } from '../kit/wire-profile.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const ZONE = 'Europe/Stockholm'

/** A finished entry in the vendor's own terms: from `hoursAgo`, an hour long unless said otherwise. */
export function sampleWrite(
  stand: Stand,
  { note = 'Payment retry', hoursAgo = 5, ms = HOUR, key = 'entry-1' } = {},
): RecordWrite {
  const { capabilities } = stand.profile
  const startMs = stand.clock.nowMs() - hoursAgo * HOUR
  const { billable: hasBillable, shape } = capabilities
  const fields: SyncFields = {
    time:
      shape.model === 'amount'
        ? { kind: 'amount', day: dayOf(startMs, ZONE), durationMs: ms }
        : { kind: 'instants', startMs, endMs: startMs + ms },
    note,
    projectId: null,
    activityId: null,
    tags: [],
    billable: hasBillable ? false : null,
  }
  return { key, fields, zone: ZONE }
}

export function runningWrite(stand: Stand, note = 'Now'): RecordWrite {
  const write = sampleWrite(stand, { note })
  const nowMs = Math.floor(stand.clock.nowMs() / 1000) * 1000
  return { ...write, fields: { ...write.fields, time: { kind: 'instants', startMs: nowMs, endMs: null } } }
}

/** The days around now, as pulls ask for them. */
export function recentDays(stand: Stand, cursor: string | null = null) {
  const nowMs = stand.clock.nowMs()
  return { cursor, fromDay: dayOf(nowMs - 12 * DAY, ZONE), toDay: dayOf(nowMs + DAY, ZONE) }
}

/** The call on which an error shows, and what it gave. `update` goes to a record that is there. */
export async function callFor(stand: Stand, on: ErrorForm['on'], remoteId = '1') {
  const { provider } = stand
  switch (on) {
    case 'check':
      return provider.check()
    case 'pull':
      return provider.pull(recentDays(stand))
    case 'create':
      return provider.create(sampleWrite(stand), 'background')
    case 'update':
      return provider.update(remoteId, sampleWrite(stand, { note: 'Changed' }), ['note'], 'background')
  }
}

/** The value of an answer; a failure ends the case. */
export function success<T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!answer.ok) throw new Error(`expected a success, got ${JSON.stringify(answer.error)}`)
  return answer.value
}
