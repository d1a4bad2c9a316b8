import { useRef, useState } from 'react'
import type { Entry } from '../../../shared/contract/entities.ts'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { parseMoment } from '../../../shared/time-input/parse-moment.ts'
import { addDays } from '../../../shared/zone/day-arithmetic.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { hostNowMs } from '../../client/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDayContext } from './day-context.ts'

/** Where to cut an entry in two; it begins with the middle. */
export function SplitDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { clockStyle, commands, focusEntry } = useDayContext()
  const { time } = entry
  const nowMs = hostNowMs()
  const startMs = time.kind === 'clock' ? time.startedAtMs : 0
  const endMs = time.kind === 'clock' ? (time.endedAtMs ?? nowMs) : 0
  const clock = (ms: number) => formatClock(ms, time.zone, clockStyle)
  // To the minute, as it will be shown and typed.
  const middleMs = Math.round((startMs + endMs) / 120_000) * 60_000
  const [text, setText] = useState(formatClock(middleMs, time.zone, '24h'))
  const [refusal, setRefusal] = useState<string | null>(null)
  const secondId = useRef<string | null>(null)

  const day = dayOf(startMs, time.zone)
  const typed = parseMoment(text, { nowMs, zone: time.zone, day })
  // A bare time before the start of an entry over midnight means the next day.
  const again =
    typed.ok && typed.value.ms < startMs ? parseMoment(text, { nowMs, zone: time.zone, day: addDays(day, 1) }) : typed
  const atMs = again.ok ? again.value.ms : null
  const isInside = atMs !== null && atMs > startMs && atMs < endMs
  const problem =
    refusal ??
    (again.ok
      ? isInside
        ? null
        : `Choose a time between ${clock(startMs)} and ${clock(endMs)}.`
      : again.error.message)

  async function split() {
    if (!isInside || atMs === null) return
    const result = await commands.split(entry, atMs)
    if (!result.ok) return setRefusal(result.error.message)
    secondId.current = result.value.entries.find(({ id }) => id !== entry.id)?.id ?? null
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      // Not before: the dialog gives the focus back to where it was, the first half.
      onClosed={() => secondId.current !== null && focusEntry(secondId.current)}
      title="Split the entry"
      className="max-w-96"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" disabled={!isInside} onClick={() => void split()}>
            Split
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void split()
        }}
      >
        <TextField
          label="At"
          value={text}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setText(event.target.value)
            setRefusal(null)
          }}
          error={problem}
          hint={
            isInside && atMs !== null
              ? `${clock(startMs)}–${clock(atMs)}, ${formatDurationProse(atMs - startMs)}, and ${clock(atMs)}–${clock(endMs)}, ${formatDurationProse(endMs - atMs)}`
              : undefined
          }
        />
      </form>
    </Dialog>
  )
}
