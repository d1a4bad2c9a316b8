import { describe, expect, it } from 'vitest'
import type { ClockTime, Entry } from '../../../shared/contract/entities.ts'
import { dayBounds } from '../../../shared/zone/day-bounds.ts'
import { dayFacts } from './day-facts.ts'
import { dayRows } from './day-rows.ts'
import { entryPart } from './entry-part.ts'
import { hourMarks, zoomed } from './timeline-scale.ts'
import { withTypedDuration, withTypedEnd, withTypedRange, withTypedStart } from './typed-times.ts'

const zone = 'Europe/Stockholm'
const at = (text: string) => Date.parse(`${text}+01:00`)
const clock = (start: string, end: string | null): ClockTime => ({
  kind: 'clock',
  startedAtMs: at(start),
  endedAtMs: end === null ? null : at(end),
  zone,
})
// Only what the rules look at.
const entry = (id: string, time: Entry['time']) => ({ id, time }) as Entry
const H = 3_600_000

describe('entryPart', () => {
  it('gives each day its part of an entry over midnight', () => {
    const night = entry('a', clock('2026-11-19T22:00', '2026-11-20T01:30'))
    expect(entryPart(night, '2026-11-19', 0)).toEqual({
      partMs: 2 * H,
      wholeMs: 3.5 * H,
      fromDayBefore: false,
      intoDayAfter: true,
    })
    expect(entryPart(night, '2026-11-20', 0)).toEqual({
      partMs: 1.5 * H,
      wholeMs: 3.5 * H,
      fromDayBefore: true,
      intoDayAfter: false,
    })
  })
  it('takes an entry that ends at midnight for one of its own day alone', () => {
    const evening = entry('a', clock('2026-11-19T22:00', '2026-11-20T00:00'))
    expect(entryPart(evening, '2026-11-19', 0).intoDayAfter).toBe(false)
  })
})

describe('dayFacts', () => {
  const { startMs, endMs } = dayBounds('2026-11-20', zone)
  const view = { day: '2026-11-20', startMs, endMs, closedMs: 5 * H }
  const running = entry('r', clock('2026-11-20T15:00', null))

  it('adds the running entry up to now, and says when the target is reached', () => {
    const facts = dayFacts(view, running, 8 * H, at('2026-11-20T16:00'))
    expect(facts).toEqual({ totalMs: 6 * H, progress: 0.75, leftMs: 2 * H, reachedAtMs: at('2026-11-20T18:00') })
  })
  it('counts of a running entry only what lies on the day', () => {
    const facts = dayFacts({ ...view, day: '2026-11-21' }, running, 8 * H, at('2026-11-21T01:00'))
    expect(facts.totalMs).toBe(6 * H)
  })
  it('promises no time when nothing runs, when it is reached, or when it would be tomorrow', () => {
    expect(dayFacts(view, null, 8 * H, at('2026-11-20T16:00')).reachedAtMs).toBeNull()
    expect(dayFacts(view, running, 6 * H, at('2026-11-20T16:00'))).toMatchObject({ leftMs: 0, reachedAtMs: null })
    expect(dayFacts(view, running, 24 * H, at('2026-11-20T16:00')).reachedAtMs).toBeNull()
  })
})

describe('dayRows', () => {
  const a = entry('a', clock('2026-11-20T09:00', '2026-11-20T10:00'))
  const b = entry('b', clock('2026-11-20T10:30', '2026-11-20T12:00'))
  const c = entry('c', clock('2026-11-20T11:30', '2026-11-20T13:00'))
  it('puts a gap before the entry that ends it, and an overlap below the later of the two', () => {
    const rows = dayRows({
      entries: [a, b, c],
      gaps: [{ startMs: at('2026-11-20T10:00'), endMs: at('2026-11-20T10:30'), previousId: 'a', nextId: 'b' }],
      overlaps: [{ firstId: 'b', secondId: 'c', startMs: 0, endMs: 1, fixes: ['trim-first'] }],
    })
    expect(rows.map(({ key }) => key)).toEqual(['a', 'gap a b', 'b', 'c', 'overlap b c'])
  })
  it('keeps quiet about gaps of seconds', () => {
    const gaps = [{ startMs: 0, endMs: 59_999, previousId: 'a', nextId: 'b' }]
    expect(dayRows({ entries: [a, b], gaps, overlaps: [] })).toHaveLength(2)
  })
})

describe('typed times', () => {
  const time = clock('2026-11-20T22:00', '2026-11-20T23:00')
  const now = at('2026-11-21T09:00')
  it('keeps a bare start on the day of the entry', () => {
    expect(withTypedStart(time, '21:15', now)).toMatchObject({ value: { startedAtMs: at('2026-11-20T21:15') } })
  })
  it('takes a bare end for the first such time after the start', () => {
    expect(withTypedEnd(time, '0:30', now)).toMatchObject({ value: { endedAtMs: at('2026-11-21T00:30') } })
    expect(withTypedEnd(time, '23:30', now)).toMatchObject({ value: { endedAtMs: at('2026-11-20T23:30') } })
  })
  it('keeps the seconds of the side that was not typed', () => {
    const exact = { ...time, startedAtMs: time.startedAtMs + 12_345 }
    expect(withTypedEnd(exact, '23:30', now)).toMatchObject({ value: { startedAtMs: exact.startedAtMs } })
  })
  it('moves the end with a new length, and the start while the entry runs', () => {
    expect(withTypedDuration(time, '1:30', now)).toMatchObject({ value: { endedAtMs: at('2026-11-20T23:30') } })
    expect(withTypedDuration({ ...time, endedAtMs: null }, '1:30', now)).toMatchObject({
      value: { startedAtMs: now - 1.5 * H, endedAtMs: null },
    })
  })
  it('gives clock times to an entry that had only a length', () => {
    const dayOnly = { kind: 'day' as const, day: '2026-11-20', durationMs: H, zone }
    expect(withTypedRange(dayOnly, '9-10:30', now)).toMatchObject({
      value: clock('2026-11-20T09:00', '2026-11-20T10:30'),
    })
  })
})

describe('the timeline', () => {
  const hoursOf = (day: string, inZone: string) => {
    const { startMs, endMs } = dayBounds(day, inZone)
    return hourMarks(startMs, endMs, inZone).map(({ hour }) => hour)
  }
  it('draws a day of 23 hours without the hour that is left out, and one of 25 with it twice', () => {
    expect(hoursOf('2026-03-29', zone)).toHaveLength(23)
    expect(hoursOf('2026-03-29', zone)).not.toContain(2)
    expect(hoursOf('2026-10-25', zone).filter((hour) => hour === 2)).toHaveLength(2)
  })
  it('finds the full hours of a zone that changes its clock by half an hour', () => {
    expect(hoursOf('2026-10-04', 'Australia/Lord_Howe').filter((hour) => hour === 3)).toHaveLength(1)
  })
  it('zooms within its ends', () => {
    expect([zoomed(24, -1), zoomed(24, 1), zoomed(384, 1)]).toEqual([24, 36, 384])
  })
})
