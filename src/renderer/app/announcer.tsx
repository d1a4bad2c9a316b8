import { useEffect, useRef, useState } from 'react'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { hostNowMs, useLive } from '../client/live-store.ts'

/** Says politely to a screen reader that the timer was started or stopped, wherever that was done. */
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
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}
