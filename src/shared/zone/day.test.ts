import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, compareDays, daysBetween, weekdayOf } from './day-arithmetic.ts'
import { daySchema } from './day-schema.ts'
import { isoWeek, monthOf, type WeekStart, weekOf } from './periods.ts'

const days = fc
  .integer({ min: 0, max: 401_766 })
  .map((n) => Temporal.PlainDate.from('1900-01-01').add({ days: n }).toString())

describe('daySchema', () => {
  it.each(['1900-01-01', '2024-02-29', '2026-11-20', '2999-12-31'])('takes %s', (day) => {
    expect(daySchema.safeParse(day).success).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '1899-12-31',
    '3000-01-01',
    '2026-1-1',
    '20/11/2026',
    '2026-11-20T00',
    '',
  ])('refuses %j', (day) => {
    expect(daySchema.safeParse(day).success).toBe(false)
  })
})

describe('calendar arithmetic', () => {
  it('agrees with Temporal on every day from 1900 to 2999', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400_000, max: 400_000 }), (day, count) => {
        const date = Temporal.PlainDate.from(day)
        expect(addDays(day, count)).toBe(date.add({ days: count }).toString())
        expect(weekdayOf(day)).toBe(date.dayOfWeek)
        expect(isoWeek(day)).toEqual({ year: date.yearOfWeek, week: date.weekOfYear })
        expect(monthOf(day)).toEqual({
          from: date.with({ day: 1 }).toString(),
          to: date.with({ day: date.daysInMonth }).toString(),
        })
        expect(daySchema.safeParse(day).success).toBe(true)
      }),
      { seed: 1, numRuns: 3000 },
    )
  })

  it('finds the week that holds a day, whichever weekday weeks start on', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (day, start) => {
        const week = weekOf(day, start as WeekStart)
        expect(weekdayOf(week.from)).toBe(start)
        expect(daysBetween(week.from, week.to)).toHaveLength(7)
        expect(week.from <= day && day <= week.to).toBe(true)
      }),
      { seed: 2, numRuns: 1000 },
    )
    expect(weekOf('2026-11-20', 1)).toEqual({ from: '2026-11-16', to: '2026-11-22' })
    expect(weekOf('2026-11-22', 7)).toEqual({ from: '2026-11-22', to: '2026-11-28' })
  })

  it('lists days over the end of a year, both ends included, and none backwards', () => {
    expect(daysBetween('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
    expect(daysBetween('2026-12-30', '2026-12-30')).toEqual(['2026-12-30'])
    expect(daysBetween('2026-12-30', '2026-12-29')).toEqual([])
  })

  it('orders days', () => {
    expect(['2026-11-20', '2025-01-01', '2026-02-01'].sort(compareDays)).toEqual([
      '2025-01-01',
      '2026-02-01',
      '2026-11-20',
    ])
    expect(compareDays('2026-11-20', '2026-11-20')).toBe(0)
  })

  it('treats malformed days as the mistake they are', () => {
    expect(() => addDays('20/11/2026', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })
})
