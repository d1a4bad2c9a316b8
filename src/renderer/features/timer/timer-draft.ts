import { create } from 'zustand'
import type { Entry } from '../../../shared/contract/entities.ts'
import { useLive } from '../../client/live-store.ts'

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

/** Id of the entry that is shown until the host has answered to a start of our own. */
export const STARTING = 'starting'

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

// Started elsewhere (another window, a shell) while something is being typed here: what is typed becomes the next entry
// instead of being swept away by the one that now runs.
useLive.subscribe((now, before) => {
  const running = now.expected === undefined ? now.state?.running : now.expected
  const ran = before.expected === undefined ? before.state?.running : before.expected
  if (ran != null || running == null || running.id === STARTING) return
  if (useTimerDraft.getState().details.note.trim() !== '') useTimerDraft.setState({ isSwitching: true })
})

export function changeDraft(change: Partial<Details>): void {
  useTimerDraft.setState(({ details }) => ({ details: { ...details, ...change } }))
}

export function clearDraft(): void {
  useTimerDraft.setState({ details: EMPTY, isSwitching: false })
}

export function setSwitching(isSwitching: boolean): void {
  useTimerDraft.setState({ isSwitching, details: EMPTY })
}
