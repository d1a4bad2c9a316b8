import { create } from 'zustand'

/** Whether the question is to take the focus as soon as it is there: somebody asked for it, by a click elsewhere. */
export const useAbsenceFocus = create<{ isWanted: boolean }>(() => ({ isWanted: false }))

/** Leads to the question about an absence; without one, nothing happens. */
export function focusAbsence(): void {
  useAbsenceFocus.setState({ isWanted: true })
}
