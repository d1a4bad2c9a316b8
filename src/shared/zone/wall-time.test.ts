import { describe, expect, it } from 'vitest'
import { instantToWall, wallToInstant } from './wall-time.ts'

const ZONE = 'Europe/Stockholm'
const at = (day: string, minutes: number, mode?: 'compatible' | 'earlier' | 'later') => {
  const { ms, adjusted } = wallToInstant({ day, minutes }, ZONE, mode)
  return [new Date(ms).toISOString(), adjusted]
}

describe('wallToInstant', () => {
  it('reads an ordinary wall time as it stands', () => {
    expect(at('2026-11-20', 9 * 60)).toEqual(['2026-11-20T08:00:00.000Z', false])
    expect(wallToInstant({ day: '2026-11-20', hour: 9, minute: 5, second: 7 }, ZONE)).toEqual({
      ms: Date.UTC(2026, 10, 20, 8, 5, 7),
      adjusted: false,
    })
  })

  it('reads 24:00 as the start of the next day', () => {
    expect(at('2026-11-20', 1440)).toEqual(['2026-11-20T23:00:00.000Z', false])
  })

  it('moves a time that the clock jumps over on by the gap, and says so', () => {
    expect(at('2026-03-29', 150)).toEqual(['2026-03-29T01:30:00.000Z', true])
  })

  it('takes the first of two, and says so; the second can be asked for', () => {
    expect(at('2026-10-25', 150)).toEqual(['2026-10-25T00:30:00.000Z', true])
    expect(at('2026-10-25', 150, 'later')).toEqual(['2026-10-25T01:30:00.000Z', true])
  })

  it('does not call the hours beside a change adjusted', () => {
    expect(at('2026-10-25', 119)).toEqual(['2026-10-24T23:59:00.000Z', false])
    expect(at('2026-10-25', 180)).toEqual(['2026-10-25T02:00:00.000Z', false])
    expect(at('2026-03-29', 180)).toEqual(['2026-03-29T01:00:00.000Z', false])
  })
})

describe('instantToWall', () => {
  it('shows hands, date and offset', () => {
    expect(instantToWall(Date.UTC(2026, 10, 20, 20, 5, 7, 900), 'Asia/Kolkata')).toEqual({
      day: '2026-11-21',
      hour: 1,
      minute: 35,
      second: 7,
      offsetMinutes: 330,
    })
    expect(instantToWall(0, 'Pacific/Honolulu')).toMatchObject({ day: '1969-12-31', hour: 14, offsetMinutes: -600 })
  })
})
