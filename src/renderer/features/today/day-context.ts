import { createContext, useContext } from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import type { ClockStyle } from '../../../shared/format/format-clock.ts'
import type { Day } from '../../../shared/zone/day.ts'
import type { EntryNames } from '../entries/entry-names.ts'
import type { EntryCommands } from './use-entry-commands.ts'

/** What every row of a day needs, and what never changes while one row does. */
export interface DayContextValue {
  readonly day: Day
  /** The zone in which this page shows times. */
  readonly zone: string
  readonly clockStyle: ClockStyle
  readonly commands: EntryCommands
  readonly namesOf: (entry: Entry) => EntryNames
  readonly askSplit: (entry: Entry) => void
  /** Brings an entry of this day into sight and gives it the focus, as soon as it is there. */
  readonly focusEntry: (id: string, edit?: boolean) => void
}

export const DayContext = createContext<DayContextValue | null>(null)

export function useDayContext(): DayContextValue {
  const value = useContext(DayContext)
  if (value === null) throw new Error('Used outside of a day')
  return value
}
