import { useLive } from '../../client/live-store.ts'
import { AbsenceQuestion } from './absence-question.tsx'

/** Under the timer bar of every page while there is time to be decided about; else nothing. */
export function AbsenceBar() {
  const absence = useLive(({ state }) => state?.absence ?? null)
  return absence === null ? null : <AbsenceQuestion key={absence.id} absence={absence} />
}
