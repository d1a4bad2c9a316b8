import { describe, expect, it } from 'vitest'
import { wallToInstant } from '../../../shared/zone/wall-time.ts'
import { inQuietHours } from './in-quiet-hours.ts'

const ZONE = 'Europe/Stockholm'
const at = (hour: number, minute: number, day = '2026-11-20') => wallToInstant({ day, hour, minute }, ZONE).ms
const night = { fromMinute: 22 * 60, toMinute: 7 * 60 }
const lunch = { fromMinute: 12 * 60, toMinute: 13 * 60 }

describe('inQuietHours', () => {
  it.each([
    ['before a night', night, 21, 59, false],
    ['its first minute', night, 22, 0, true],
    ['after midnight', night, 0, 0, true],
    ['its last minute', night, 6, 59, true],
    ['its end', night, 7, 0, false],
    ['before lunch', lunch, 11, 59, false],
    ['lunch', lunch, 12, 30, true],
    ['after lunch', lunch, 13, 0, false],
  ])('%s', (_name, hours, hour, minute, quiet) => {
    expect(inQuietHours(hours, at(hour, minute), ZONE)).toBe(quiet)
  })

  it('none set, or of no length, is never quiet', () => {
    expect(inQuietHours(null, at(3, 0), ZONE)).toBe(false)
    expect(inQuietHours({ fromMinute: 600, toMinute: 600 }, at(10, 0), ZONE)).toBe(false)
  })

  it('a night with a clock change is quiet for as long as the wall says, an hour more or less', () => {
    const quietMinutes = (day: string, next: string) => {
      let minutes = 0
      for (let ms = at(12, 0, day); ms < at(12, 0, next); ms += 60_000) if (inQuietHours(night, ms, ZONE)) minutes += 1
      return minutes
    }
    expect(quietMinutes('2026-11-20', '2026-11-21')).toBe(9 * 60)
    expect(quietMinutes('2026-03-28', '2026-03-29')).toBe(8 * 60)
    expect(quietMinutes('2026-10-24', '2026-10-25')).toBe(10 * 60)
  })
})
