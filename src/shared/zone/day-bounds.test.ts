import { describe, expect, it } from 'vitest'
import { dayBounds, dayOf } from './day-bounds.ts'

const HOUR_MS = 3_600_000
const hoursIn = (day: string, zone: string) => {
  const { startMs, endMs } = dayBounds(day, zone)
  return (endMs - startMs) / HOUR_MS
}
const startOf = (day: string, zone: string) => new Date(dayBounds(day, zone).startMs).toISOString()

describe('dayBounds', () => {
  it.each([
    ['Europe/Stockholm', '2026-03-29', 23],
    ['Europe/Stockholm', '2026-10-25', 25],
    ['Europe/Stockholm', '2026-11-20', 24],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Africa/Cairo', '2024-04-26', 23],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['America/St_Johns', '2010-11-07', 25],
    ['Pacific/Honolulu', '2026-03-08', 24],
    ['Asia/Kolkata', '2026-03-29', 24],
  ])('knows that in %s the day %s lasts %d hours', (zone, day, hours) => {
    expect(hoursIn(day, zone)).toBe(hours)
  })

  it('starts a day whose midnight is left out when the clock has jumped', () => {
    expect(startOf('2024-04-26', 'Africa/Cairo')).toBe('2024-04-25T22:00:00.000Z')
    expect(startOf('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z')
  })

  it('makes a day that the zone left out empty, and keeps its neighbours whole', () => {
    const missing = dayBounds('2011-12-30', 'Pacific/Apia')
    expect(missing.startMs).toBe(missing.endMs)
    expect(hoursIn('2011-12-29', 'Pacific/Apia')).toBe(24)
    expect(hoursIn('2011-12-31', 'Pacific/Apia')).toBe(24)
    expect(dayBounds('2011-12-29', 'Pacific/Apia').endMs).toBe(dayBounds('2011-12-31', 'Pacific/Apia').startMs)
  })

  it('keeps the answer of each zone apart when zones alternate', () => {
    for (let round = 0; round < 2; round += 1) {
      expect(startOf('2026-07-01', 'Asia/Kolkata')).toBe('2026-06-30T18:30:00.000Z')
      expect(startOf('2026-07-01', 'Pacific/Honolulu')).toBe('2026-07-01T10:00:00.000Z')
    }
  })

  it('refuses a zone that does not exist as the mistake it is', () => {
    expect(() => dayBounds('2026-07-01', 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('dayOf', () => {
  it('gives the date on the wall, not the date in UTC', () => {
    const ms = Date.UTC(2026, 10, 20, 23, 30)
    expect(dayOf(ms, 'UTC')).toBe('2026-11-20')
    expect(dayOf(ms, 'Europe/Stockholm')).toBe('2026-11-21')
    expect(dayOf(ms, 'Pacific/Honolulu')).toBe('2026-11-20')
    expect(dayOf(Date.UTC(2026, 10, 20, 18, 29, 59, 999), 'Asia/Kolkata')).toBe('2026-11-20')
    expect(dayOf(Date.UTC(2026, 10, 20, 18, 30), 'Asia/Kolkata')).toBe('2026-11-21')
  })

  it('works before 1970', () => {
    expect(dayOf(-1, 'UTC')).toBe('1969-12-31')
    expect(dayOf(Date.UTC(1900, 0, 1), 'UTC')).toBe('1900-01-01')
  })
})
