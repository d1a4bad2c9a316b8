import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays } from './day-arithmetic.ts'
import { dayBounds, dayOf } from './day-bounds.ts'
import { splitByDay } from './split-by-day.ts'
import { instantToWall, wallToInstant } from './wall-time.ts'
import { zoneOffsetMs } from './zone-offset.ts'

/** Half-hour and 24-hour changes, midnights left out or doubled, changes within a month, dates that do not exist. */
const NASTY_ZONES = [
  'UTC',
  'Europe/Stockholm',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kwajalein',
  'Pacific/Kiritimati',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Havana',
  'America/Asuncion',
  'Pacific/Honolulu',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Gaza',
  'Asia/Beirut',
  'Antarctica/Troll',
  'Antarctica/Casey',
]

const SEED = 20_261_120
const zones = fc.constantFrom(...NASTY_ZONES)
const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2038, 0, 1) })
/** Even a uniform draw rarely meets the hours around a change, so half of the draws sit near one. */
const nearChanges = fc
  .tuple(zones, instants, fc.integer({ min: -90_000_000, max: 90_000_000 }))
  .map(([zone, ms, nearMs]) => {
    const change = temporal(ms, zone).getTimeZoneTransition('next')
    const atMs = change === null ? ms : change.epochMilliseconds + nearMs
    return { zone, ms: Math.max(0, atMs) }
  })
const moments = fc.oneof(fc.record({ zone: zones, ms: instants }), nearChanges)

function temporal(ms: number, zone: string) {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
}

function check<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 3000) {
  fc.assert(fc.property(arbitrary, holds), {
    seed: SEED,
    numRuns,
    interruptAfterTimeLimit: 5000,
    markInterruptAsFailure: true,
  })
}

describe('days in any zone, 1970 to 2038', () => {
  it('shows the date, the time and the offset that Temporal shows', () => {
    check(moments, ({ zone, ms }) => {
      const expected = temporal(ms, zone)
      expect(dayOf(ms, zone)).toBe(expected.toPlainDate().toString())
      expect(zoneOffsetMs(ms, zone)).toBe(expected.offsetNanoseconds / 1e6)
      const wall = instantToWall(ms, zone)
      expect([wall.hour, wall.minute, wall.second]).toEqual([expected.hour, expected.minute, expected.second])
    })
  })

  it('starts each existing day where Temporal starts it', () => {
    check(moments, ({ zone, ms }) => {
      const day = dayOf(ms, zone)
      expect(dayBounds(day, zone).startMs).toBe(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
    })
  })

  it('tiles the time line: the bounds of neighbouring days touch and never run backwards', () => {
    check(moments, ({ zone, ms }) => {
      let day = addDays(dayOf(ms, zone), -2)
      let bounds = dayBounds(day, zone)
      for (let step = 0; step < 4; step += 1) {
        expect(bounds.endMs).toBeGreaterThanOrEqual(bounds.startMs)
        day = addDays(day, 1)
        const next = dayBounds(day, zone)
        expect(next.startMs).toBe(bounds.endMs)
        bounds = next
      }
    })
  })

  it('splits without losing or doubling a millisecond, each slice within its own day', () => {
    const spans = fc.tuple(moments, fc.integer({ min: 0, max: 20 * 86_400_000 }))
    check(
      spans,
      ([{ zone, ms }, lengthMs]) => {
        const slices = splitByDay(ms, ms + lengthMs, zone)
        let atMs = ms
        for (const slice of slices) {
          const bounds = dayBounds(slice.day, zone)
          expect(slice.startMs).toBe(atMs)
          expect(slice.ms).toBe(slice.endMs - slice.startMs)
          expect(slice.ms).toBeGreaterThan(0)
          expect(slice.startMs).toBeGreaterThanOrEqual(bounds.startMs)
          expect(slice.endMs).toBeLessThanOrEqual(bounds.endMs)
          atMs = slice.endMs
        }
        expect(atMs).toBe(ms + lengthMs)
      },
      1500,
    )
  })

  it('turns wall times into the instants of Temporal and says when it had to choose', () => {
    const modes = fc.constantFrom('compatible' as const, 'earlier' as const, 'later' as const)
    check(fc.tuple(moments, fc.integer({ min: 0, max: 1439 }), modes), ([{ zone, ms }, minutes, mode]) => {
      const day = dayOf(ms, zone)
      const plain = Temporal.PlainDate.from(day).toPlainDateTime({
        hour: Math.floor(minutes / 60),
        minute: minutes % 60,
      })
      const expected = plain.toZonedDateTime(zone, { disambiguation: mode })
      const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds
      const later = plain.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
      expect(wallToInstant({ day, minutes }, zone, mode)).toEqual({
        ms: expected.epochMilliseconds,
        adjusted: earlier !== later,
      })
    })
  })
})
