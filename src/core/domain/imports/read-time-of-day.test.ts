import { expect, it } from 'vitest'
import { readTimeOfDay } from './read-time-of-day.ts'

const at = (hour: number, minute = 0, second = 0, ms = 0) => ((hour * 60 + minute) * 60 + second) * 1000 + ms

it.each<[string, number | undefined]>([
  ['09:05', at(9, 5)],
  ['9:05:30', at(9, 5, 30)],
  ['09:05:30.25', at(9, 5, 30, 250)],
  ['09.05', at(9, 5)],
  ['9:05 PM', at(21, 5)],
  ['12:00 am', at(0)],
  ['12:30pm', at(12, 30)],
  ['9:05\u202fp.m.', at(21, 5)],
  ['1:15 em', at(13, 15)],
  ['9 pm', at(21)],
  ['24:00', at(24)],
  ['24:01', undefined],
  ['13:00 pm', undefined],
  ['0:30 am', undefined],
  ['9', undefined],
  ['9:60', undefined],
  ['2026-01-01', undefined],
  ['', undefined],
])('reads the time of day %s', (text, ms) => {
  expect(readTimeOfDay(text)).toBe(ms)
})
