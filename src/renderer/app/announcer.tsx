import { useEffect, useRef, useState } from 'react'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { hostNowMs, useLive } from '../client/live-store.ts'
import { absenceMs } from '../features/absence/absence-words.ts'

/** Says politely to a screen reader what happened elsewhere: the timer was started or stopped, a question waits. */
export function Announcer() {
  const running = useLive(({ state }) => state?.running ?? null)
  const isKnown = useLive(({ state }) => state !== null)
  const [text, setText] = useState('')
  const before = useRef<typeof running | undefined>(undefined)
  useEffect(() => {
    if (!isKnown) return
    const last = before.current
    before.current = running
    if (last === undefined || last?.id === running?.id) return
    if (running !== null) setText(`Timer started${running.note === '' ? '' : `: ${running.note}`}`)
    else if (last?.time.kind === 'clock') {
      setText(`Timer stopped after ${formatDurationProse(Math.max(0, hostNowMs() - last.time.startedAtMs))}`)
    }
  }, [running, isKnown])
  useAbsenceAnnounced(isKnown, setText)
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}

/** A question that comes up or grows; the focus stays where it is. */
function useAbsenceAnnounced(isKnown: boolean, say: (text: string) => void): void {
  const absence = useLive(({ state }) => state?.absence ?? null)
  const before = useRef<{ id: string; pieces: number } | null>(null)
  useEffect(() => {
    if (!isKnown) return
    const last = before.current
    before.current = absence === null ? null : { id: absence.id, pieces: absence.pieces.length }
    if (absence === null || (last?.id === absence.id && last.pieces >= absence.pieces.length)) return
    const length = formatDurationProse(absenceMs(absence.pieces))
    say(`You were away ${length} while the timer ran. The question about it is below the timer.`)
  }, [absence, isKnown, say])
}
