import { describe, expect, it } from 'vitest'
import { splitByDay } from './split-by-day.ts'

describe('splitByDay', () => {
  it('keeps an entry within one day whole', () => {
    const startMs = Date.UTC(2026, 10, 20, 8)
    const endMs = Date.UTC(2026, 10, 20, 9, 30)
    expect(splitByDay(startMs, endMs, 'Europe/Stockholm')).toEqual([
      { day: '2026-11-20', startMs, endMs, ms: 5_400_000 },
    ])
  })

  it('cuts at local midnight, and does not make an empty slice of an entry that ends there', () => {
    const midnightMs = Date.UTC(2026, 10, 20, 23)
    const slices = splitByDay(midnightMs - 1000, midnightMs + 2000, 'Europe/Stockholm')
    expect(slices.map(({ day, ms }) => [day, ms])).toEqual([
      ['2026-11-20', 1000],
      ['2026-11-21', 2000],
    ])
    expect(splitByDay(midnightMs - 1000, midnightMs, 'Europe/Stockholm')).toHaveLength(1)
    expect(splitByDay(midnightMs, midnightMs + 1, 'Europe/Stockholm').map(({ day }) => day)).toEqual(['2026-11-21'])
  })

  it('leaves out the day that Apia left out', () => {
    const startMs = Date.UTC(2011, 11, 30, 9)
    const slices = splitByDay(startMs, startMs + 7_200_000, 'Pacific/Apia')
    expect(slices.map(({ day, ms }) => [day, ms])).toEqual([
      ['2011-12-29', 3_600_000],
      ['2011-12-31', 3_600_000],
    ])
  })

  it('counts the evening that St John’s shows a second time to the day that had begun', () => {
    // At 00:01 on 7 November 2010 the clock went back to 23:01 on the 6th.
    const secondEveningMs = Date.UTC(2010, 10, 7, 3, 0)
    expect(splitByDay(secondEveningMs, secondEveningMs + 1000, 'America/St_Johns').map(({ day }) => day)).toEqual([
      '2010-11-07',
    ])
  })

  it('has no slice for an interval that is empty or runs backwards', () => {
    expect(splitByDay(5000, 5000, 'UTC')).toEqual([])
    expect(splitByDay(5000, 4000, 'UTC')).toEqual([])
  })

  it('splits an entry left running for ten years', () => {
    const startMs = Date.UTC(2016, 0, 1)
    const endMs = Date.UTC(2026, 0, 1)
    const slices = splitByDay(startMs, endMs, 'Europe/Stockholm')
    expect(slices).toHaveLength(3654)
    expect(slices.reduce((sum, { ms }) => sum + ms, 0)).toBe(endMs - startMs)
  })
})
