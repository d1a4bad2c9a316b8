import { useId, useState } from 'react'
import { formatClock } from '../../../shared/format/format-clock.ts'
import { formatDayTitle } from '../../../shared/format/format-day-title.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { parseMoment } from '../../../shared/time-input/parse-moment.ts'
import { dayOf } from '../../../shared/zone/day-bounds.ts'
import { locale, useClockStyle } from '../../app/locale.ts'
import { hostNowMs } from '../../client/live-store.ts'
import type { Refusal } from '../../client/refusal.ts'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/text-field.tsx'
import { OverlapChoice } from './overlap-choice.tsx'

/**
 * When the timer began, as people type it: `9:30`, `-15m`, `yesterday 14:00`. Where the time reaches back before the
 * end of an earlier entry the person chooses: cut that one, or let both stand.
 */
export function StartTime({
  startedAtMs,
  zone,
  verb,
  onSet,
  onDone,
}: {
  /** null: it has not begun. */
  startedAtMs: number | null
  zone: string
  verb: 'Change the start' | 'Start then'
  onSet: (startedAtMs: number, onOverlap?: 'cut' | 'overlap') => Promise<Refusal | null>
  onDone: () => void
}) {
  const style = useClockStyle()
  const id = useId()
  const [text, setText] = useState(startedAtMs === null ? '' : formatClock(startedAtMs, zone, '24h'))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isTouched, setIsTouched] = useState(false)
  const nowMs = hostNowMs()
  // A bare time belongs to the day the timer began on: editing yesterday's start at 00:10 means yesterday.
  const day = dayOf(startedAtMs ?? nowMs, zone)
  const parsed = parseMoment(text, { nowMs, zone, day })

  async function set(onOverlap?: 'cut' | 'overlap') {
    if (!parsed.ok) return setIsTouched(true)
    const answer = await onSet(parsed.value.ms, onOverlap)
    setRefusal(answer)
    if (answer === null) onDone()
  }

  const problem = refusal?.message ?? (parsed.ok || !isTouched ? null : parsed.error.message)
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void set()
      }}
    >
      <label htmlFor={id} className="text-sm font-medium text-ink-muted">
        Started at
      </label>
      <div className="flex gap-2">
        <Input
          id={id}
          autoFocus
          value={text}
          placeholder="9:30 or -15m"
          aria-invalid={problem !== null}
          aria-describedby={`${id}-note`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setText(event.target.value)
            setRefusal(null)
            setIsTouched(false)
          }}
        />
        <Button type="submit" variant="primary">
          {verb}
        </Button>
      </div>
      {refusal?.code === 'starts-before-last-end' ? (
        <OverlapChoice refusal={refusal} zone={zone} onChoose={(choice) => void set(choice)} />
      ) : (
        <p
          id={`${id}-note`}
          role={problem === null ? undefined : 'alert'}
          className={problem === null ? 'text-sm text-ink-muted' : 'text-sm text-danger'}
        >
          {problem ?? (parsed.ok ? preview(parsed.value.ms) : 'A time, or how long ago: 9:30, -15m, yesterday 14:00')}
        </p>
      )}
    </form>
  )

  function preview(ms: number): string {
    const startDay = dayOf(ms, zone)
    const dayName = startDay === dayOf(nowMs, zone) ? '' : `${formatDayTitle(startDay, locale())}, `
    const ago = nowMs - ms
    return `${dayName}${formatClock(ms, zone, style)}${ago >= 0 ? `, ${formatDurationProse(ago)} ago` : ', which is still to come'}`
  }
}
