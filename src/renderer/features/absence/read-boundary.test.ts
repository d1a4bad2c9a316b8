import { expect, it } from 'vitest'
import { readBoundary } from './read-boundary.ts'

const zone = 'Europe/Stockholm'
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+01:00`)
const between = (from: number, until: number) => ({
  fromMs: from,
  untilMs: until,
  nowMs: until,
  zone,
  style: '24h' as const,
})

it('reads a time between the two', () => {
  const lunch = between(at('2026-11-20', '12:02'), at('2026-11-20', '12:40'))
  expect(readBoundary('12:20', lunch)).toEqual({ ok: true, value: at('2026-11-20', '12:20') })
  expect(readBoundary('1220', lunch)).toEqual({ ok: true, value: at('2026-11-20', '12:20') })
})

it('takes a bare time as the first one after the beginning', () => {
  const night = between(at('2026-11-19', '22:00'), at('2026-11-20', '08:00'))
  expect(readBoundary('0:30', night)).toEqual({ ok: true, value: at('2026-11-20', '00:30') })
})

it('says between what a time has to lie', () => {
  const lunch = between(at('2026-11-20', '12:02'), at('2026-11-20', '12:40'))
  expect(readBoundary('13:00', lunch)).toEqual({ ok: false, error: 'Choose a time between 12:02 and 12:40.' })
  expect(readBoundary('12:40', lunch).ok).toBe(false)
  expect(readBoundary('nonsense', lunch).ok).toBe(false)
})
