import { describe, expect, it } from 'vitest'
import { readWeekdays, weekdaysText } from './weekdays.ts'

describe('weekdays', () => {
  it.each([
    ['mon-fri', [1, 2, 3, 4, 5], 'mon-fri'],
    ['Wed, mon', [1, 3], 'mon,wed'],
    ['fri-mon', [1, 5, 6, 7], 'mon,fri-sun'],
    ['1,2', [1, 2], 'mon,tue'],
    ['saturday', [6], 'sat'],
    ['mon-mon', [1], 'mon'],
    ['all', [1, 2, 3, 4, 5, 6, 7], 'all'],
    ['none', [], 'none'],
  ])('%j is %j', (typed, days, text) => {
    expect(readWeekdays(typed)).toEqual(days)
    expect(weekdaysText(days)).toBe(text)
    expect(readWeekdays(text)).toEqual(days)
  })

  it.each(['', 'mo', 'mon-', 'mon-tue-wed', 'mon fri', '8', 'mon,,tue'])('%j is not understood', (typed) => {
    expect(readWeekdays(typed)).toBeUndefined()
  })
})
