import { useState } from 'react'
import { formatDayTitle } from '../../../shared/format/format-day-title.ts'
import { parseDayInput } from '../../../shared/time-input/parse-day-input.ts'
import { type Day, isDay } from '../../../shared/zone/day.ts'
import { locale } from '../../app/locale.ts'
import { hostNowMs, useLive } from '../../client/live-store.ts'
import { TextField } from '../../ui/text-field.tsx'

/** A day by its name or date, or from the browser's own calendar. */
export function DayPicker({ day, onPick }: { day: Day; onPick: (day: Day) => void }) {
  const zone = useLive(({ state }) => state?.zone ?? 'UTC')
  const [text, setText] = useState('')
  const [isTouched, setIsTouched] = useState(false)
  const parsed = parseDayInput(text, { nowMs: hostNowMs(), zone })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        setIsTouched(true)
        if (parsed.ok) onPick(parsed.value.day)
      }}
    >
      <TextField
        label="Day"
        placeholder="yesterday, mon, 2026-11-20"
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setIsTouched(false)
        }}
        error={isTouched && !parsed.ok ? parsed.error.message : null}
        hint={
          parsed.ok
            ? `Enter goes to ${formatDayTitle(parsed.value.day, locale())} ${parsed.value.day.slice(0, 4)}`
            : 'Type a day, then Enter'
        }
      />
      <TextField
        type="date"
        label="Or choose"
        min="1900-01-01"
        max="2999-12-31"
        value={day}
        onChange={(event) => isDay(event.target.value) && onPick(event.target.value)}
      />
    </form>
  )
}
