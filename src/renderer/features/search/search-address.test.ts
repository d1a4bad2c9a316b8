import { describe, expect, it } from 'vitest'
import { emptySearch, parseSearch, rangeDays, type Search, searchFilter, writeSearch } from './search-address.ts'

const id = '0197a000-0000-7000-8000-000000000001'
const other = '0197a000-0000-7000-8000-000000000002'

describe('the address of a search', () => {
  it('reads back what it writes', () => {
    const search: Search = {
      text: 'payment & “retry” #42',
      range: 'days',
      from: '2026-11-01',
      to: '2026-11-20',
      projectIds: [id, other],
      tagIds: [other],
      billable: false,
    }
    expect(parseSearch(writeSearch(search))).toEqual(search)
    expect(writeSearch(emptySearch)).toBe('')
    expect(parseSearch('')).toEqual(emptySearch)
  })
  it('leaves out what it does not understand', () => {
    expect(parseSearch('q=a&range=never&project=x&tag=%00&billable=perhaps&from=now')).toEqual({
      ...emptySearch,
      text: 'a',
    })
  })
  it('leaves out days that do not exist', () => {
    expect(parseSearch('range=days&from=2026-02-30&to=2026-02-28')).toMatchObject({ from: '', to: '2026-02-28' })
  })
  it('holds no more than a host takes', () => {
    const long = parseSearch(`q=${'a'.repeat(500)}`)
    expect(searchFilter(long, '2026-11-20', 1).text).toHaveLength(200)
  })
})

describe('rangeDays', () => {
  const of = (range: Search['range'], weekStart: 1 | 7 = 1) =>
    rangeDays({ ...emptySearch, range }, '2026-03-04', weekStart)
  it('names the days of today, weeks, months and the year around today', () => {
    expect(of('today')).toEqual({ from: '2026-03-04', to: '2026-03-04' })
    expect(of('this-week')).toEqual({ from: '2026-03-02', to: '2026-03-08' })
    expect(of('this-week', 7)).toEqual({ from: '2026-03-01', to: '2026-03-07' })
    expect(of('last-week')).toEqual({ from: '2026-02-23', to: '2026-03-01' })
    expect(of('this-month')).toEqual({ from: '2026-03-01', to: '2026-03-31' })
    expect(of('last-month')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(of('this-year')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  })
  it('leaves both ends open for all time', () => {
    expect(searchFilter(emptySearch, '2026-03-04', 1)).toEqual({})
  })
})
