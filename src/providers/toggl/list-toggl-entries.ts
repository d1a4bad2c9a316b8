import { z } from 'zod'
import type { ProviderError } from '../../core/ports/provider-error.ts'
import { ok, type Result } from '../../shared/result.ts'
import { addDays, compareDays } from '../../shared/zone/day-arithmetic.ts'
import { dayFromNumber, dayToNumber } from '../../shared/zone/day-number.ts'
import type { Caller } from '../create-caller.ts'
import { type TogglEntry, togglEntrySchema } from './toggl-wire.ts'

export const togglListSchema = z.array(togglEntrySchema).nullish()
/** A list this long may have been cut. */
export const MAX_ROWS = 1000

/**
 * Every entry that begins on these days, both included, in whatever zone: which one Toggl reads days in, and whether it
 * takes the last one in, is not known, so a day more is asked for on both sides. null: no list came.
 */
export function createTogglList(call: Caller) {
  return async function listBetween(
    fromDay: string,
    toDay: string,
  ): Promise<Result<TogglEntry[] | null, ProviderError>> {
    const query = { start_date: addDays(fromDay, -1), end_date: addDays(toDay, 2) }
    const answer = await call({ method: 'GET', path: '/me/time_entries', query }, togglListSchema)
    if (!answer.ok) return answer
    const rows = answer.value.value ?? null
    if (rows === null || rows.length < MAX_ROWS || compareDays(fromDay, toDay) >= 0) return ok(rows)
    const middle = dayFromNumber(Math.floor((dayToNumber(fromDay) + dayToNumber(toDay)) / 2))
    const first = await listBetween(fromDay, middle)
    if (!first.ok || first.value === null) return first
    const second = await listBetween(addDays(middle, 1), toDay)
    if (!second.ok || second.value === null) return second
    // The two overlap by the days that were asked for besides.
    return ok([...new Map([...first.value, ...second.value].map((entry) => [entry.id, entry])).values()])
  }
}
