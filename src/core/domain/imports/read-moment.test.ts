import { expect, it } from 'vitest'
import type { DateOrder } from './read-date.ts'
import { type Moment, readMoment } from './read-moment.ts'

const instant = (iso: string): Moment => ({ kind: 'instant', ms: Date.parse(iso) })
const wall = (iso: string): Moment => ({ kind: 'wall', localMs: Date.parse(`${iso}Z`) })

it.each<[string, DateOrder | undefined, Moment | undefined]>([
  ['2026-03-01T09:00:00.123+01:00', undefined, instant('2026-03-01T08:00:00.123Z')],
  ['2026-03-01T08:00:00Z', undefined, instant('2026-03-01T08:00:00Z')],
  ['2026-03-01T08:00:00-0530', undefined, instant('2026-03-01T13:30:00Z')],
  ['2026-03-01 08:00 UTC', undefined, instant('2026-03-01T08:00:00Z')],
  ['20260301T080000Z', undefined, instant('2026-03-01T08:00:00Z')],
  ['2026-03-01 09:00', undefined, wall('2026-03-01T09:00:00')],
  ['2026-03-01T09:00:30', undefined, wall('2026-03-01T09:00:30')],
  ['01/03/2026 9:00 PM', 'dmy', wall('2026-03-01T21:00:00')],
  ['3/1/2026, 9:00 AM', 'mdy', wall('2026-03-01T09:00:00')],
  ['2026-03-01', undefined, { kind: 'day', day: '2026-03-01' }],
  ['1. 3. 2026', 'dmy', { kind: 'day', day: '2026-03-01' }],
  ['01/03/2026 9:00', undefined, undefined],
  ['2026-02-30 09:00', undefined, undefined],
  ['2026-03-01 25:00', undefined, undefined],
  ['now', undefined, undefined],
])('reads the moment %s in order %s', (text, order, moment) => {
  expect(readMoment(text, order)).toEqual(moment)
})
