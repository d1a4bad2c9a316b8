import { describe, expect, it } from 'vitest'
import {
  minuteOfDayText,
  minutesText,
  quietHoursText,
  readMinuteOfDay,
  readMinutes,
  readQuietHours,
} from './typed-minutes.ts'

describe('times of the day', () => {
  it.each([
    [0, '00:00', '12:00 am'],
    [605, '10:05', '10:05 am'],
    [720, '12:00', '12:00 pm'],
    [1439, '23:59', '11:59 pm'],
  ])('%d is written %j or %j, and read again from both', (minute, long, short) => {
    expect(minuteOfDayText(minute, '24h')).toBe(long)
    expect(minuteOfDayText(minute, '12h')).toBe(short)
    expect(readMinuteOfDay(long)).toEqual({ ok: true, value: minute })
    expect(readMinuteOfDay(short)).toEqual({ ok: true, value: minute })
  })

  it('refuses seconds and midnight at the end, with words', () => {
    for (const text of ['', '24:00', '10:00:05', 'soon']) {
      expect(readMinuteOfDay(text)).toMatchObject({ ok: false, error: expect.stringMatching(/Write/) })
    }
  })
})

describe('quiet hours', () => {
  it.each(['22:00 – 07:00', '22-7', '10 pm - 7 am', '2200—700'])('reads %j', (text) => {
    const hours = { fromMinute: 1320, toMinute: 420 }
    expect(readQuietHours(text)).toEqual({ ok: true, value: hours })
    expect(readQuietHours(quietHoursText(hours, '12h'))).toEqual({ ok: true, value: hours })
  })

  it.each(['22:00', '22-23-24', '22-25', '7-7', ''])('refuses %j', (text) => {
    expect(readQuietHours(text).ok).toBe(false)
  })
})

describe('lengths', () => {
  it('reads bare numbers as minutes, and everything else as people write lengths', () => {
    for (const text of ['90', '1:30', '1h 30m', '90 min'])
      expect(readMinutes(text, 15, 240)).toEqual({ ok: true, value: 90 })
    expect(minutesText(90)).toBe('1 h 30 m')
  })

  it('refuses what is outside the limits or no whole minute', () => {
    for (const text of ['14', '241', '90s', 'long', '']) expect(readMinutes(text, 15, 240).ok).toBe(false)
    expect(readMinutes('5', 15, 240)).toEqual({ ok: false, error: 'Write whole minutes, from 15 m to 4 h.' })
  })
})
