import type { ContractInputs } from '../../../shared/contract/contract.ts'
import { type Day, isDay } from '../../../shared/zone/day.ts'
import { addDays } from '../../../shared/zone/day-arithmetic.ts'
import { monthOf, type WeekStart, weekOf } from '../../../shared/zone/periods.ts'

export const rangeNames = [
  'all',
  'today',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-year',
  'days',
] as const
export type RangeName = (typeof rangeNames)[number]

/** What is searched for. The address of the page holds all of it, so that Back, reload and a bookmark find it again. */
export interface Search {
  readonly text: string
  /** `days`: as `from` and `to` say; '' there is open. */
  readonly range: RangeName
  readonly from: Day | ''
  readonly to: Day | ''
  readonly projectIds: readonly string[]
  readonly tagIds: readonly string[]
  /** null: both. */
  readonly billable: boolean | null
}

export const emptySearch: Search = {
  text: '',
  range: 'all',
  from: '',
  to: '',
  projectIds: [],
  tagIds: [],
  billable: null,
}

/** The contract takes at most so many. */
const MAX_IDS = 200
const MAX_TEXT = 200
const ID = /^[0-9a-f-]{36}$/

/** Reads an address's query (`q=…&range=…`). What is not understood is left out: an old bookmark still finds something. */
export function parseSearch(query: string): Search {
  const params = new URLSearchParams(query)
  const range = rangeNames.find((name) => name === params.get('range')) ?? 'all'
  const day = (name: string) => {
    const text = params.get(name) ?? ''
    return range === 'days' && isDay(text) ? text : ''
  }
  const ids = (name: string) => [...new Set(params.getAll(name).filter((id) => ID.test(id)))].slice(0, MAX_IDS)
  const billable = params.get('billable')
  return {
    text: (params.get('q') ?? '').slice(0, MAX_TEXT),
    range,
    from: day('from'),
    to: day('to'),
    projectIds: ids('project'),
    tagIds: ids('tag'),
    billable: billable === 'yes' ? true : billable === 'no' ? false : null,
  }
}

/** The query of an address, '' for an empty search; `parseSearch` reads it back. */
export function writeSearch(search: Search): string {
  const params = new URLSearchParams()
  if (search.text !== '') params.set('q', search.text)
  if (search.range !== 'all') params.set('range', search.range)
  if (search.range === 'days') {
    if (search.from !== '') params.set('from', search.from)
    if (search.to !== '') params.set('to', search.to)
  }
  for (const id of search.projectIds) params.append('project', id)
  for (const id of search.tagIds) params.append('tag', id)
  if (search.billable !== null) params.set('billable', search.billable ? 'yes' : 'no')
  return params.toString()
}

/** The search as the contract takes it. Weeks and months are those of `today`. */
export function searchFilter(
  search: Search,
  today: Day,
  weekStart: WeekStart,
): Omit<ContractInputs['entries']['list'], 'cursor' | 'limit'> {
  const { from, to } = rangeDays(search, today, weekStart)
  const text = search.text.trim()
  return {
    ...(from === '' ? {} : { fromDay: from }),
    ...(to === '' ? {} : { toDay: to }),
    ...(text === '' ? {} : { text }),
    ...(search.projectIds.length === 0 ? {} : { projectIds: [...search.projectIds] }),
    ...(search.tagIds.length === 0 ? {} : { tagIds: [...search.tagIds] }),
    ...(search.billable === null ? {} : { billable: search.billable }),
  }
}

/** First and last day, both included; '' where open. */
export function rangeDays(search: Search, today: Day, weekStart: WeekStart): { from: Day | ''; to: Day | '' } {
  switch (search.range) {
    case 'all':
      return { from: '', to: '' }
    case 'today':
      return { from: today, to: today }
    case 'this-week':
      return weekOf(today, weekStart)
    case 'last-week':
      return weekOf(addDays(today, -7), weekStart)
    case 'this-month':
      return monthOf(today)
    case 'last-month':
      return monthOf(addDays(monthOf(today).from, -1))
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }
    case 'days':
      return { from: search.from, to: search.to }
  }
}

/** True when anything narrows the search. */
export function isNarrowed(search: Search): boolean {
  return writeSearch(search) !== ''
}
