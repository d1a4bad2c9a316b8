import { describe, expect, it } from 'vitest'
import { readWeekStart, weekStartChoices } from './week-starts.ts'

describe('week starts', () => {
  it('offer every day, counted from Monday as the settings do', () => {
    const days = weekStartChoices('sv-SE').slice(1)
    expect(days.map(({ value }) => readWeekStart(value))).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(days.at(0)?.label).toBe('Monday')
    expect(days.at(-1)?.label).toBe('Sunday')
  })
  it('name the day that is usual where the person lives', () => {
    expect(weekStartChoices('sv-SE')[0]).toEqual({ value: 'locale', label: 'As usual here (Monday)' })
    expect(weekStartChoices('en-US')[0]?.label).toBe('As usual here (Sunday)')
  })
  it('take what is no choice for the locale’s', () => {
    expect(readWeekStart('locale')).toBe('locale')
    expect(readWeekStart('8')).toBe('locale')
  })
})
