import { create } from 'zustand'
import type { Entry } from '../../../shared/contract/entities.ts'

/** What the timer is about, as typed and chosen before it starts. */
export interface Details
  extends Pick<Entry, 'note' | 'projectId' | 'activityId' | 'workItemId' | 'tagIds' | 'offComputer'> {
  /** null: the project's default. */
  readonly billable: boolean | null
}

interface Draft {
  readonly details: Details
  /** While a timer runs: the bar writes the next one, and starting it stops the running one. */
  readonly isSwitching: boolean
}

const EMPTY: Details = {
  note: '',
  projectId: null,
  activityId: null,
  workItemId: null,
  tagIds: [],
  offComputer: false,
  billable: null,
}

/** Kept outside of the bar, so that it outlives a change of page. */
export const useTimerDraft = create<Draft>(() => ({ details: EMPTY, isSwitching: false }))

export function changeDraft(change: Partial<Details>): void {
  useTimerDraft.setState(({ details }) => ({ details: { ...details, ...change } }))
}

export function clearDraft(): void {
  useTimerDraft.setState({ details: EMPTY, isSwitching: false })
}

export function setSwitching(isSwitching: boolean): void {
  useTimerDraft.setState({ isSwitching, details: EMPTY })
}
