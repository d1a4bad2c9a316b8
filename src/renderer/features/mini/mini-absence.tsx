import { useRef } from 'react'
import type { Absence } from '../../../shared/contract/absence.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { useProvideActions } from '../../app/actions.ts'
import { Button } from '../../ui/button.tsx'
import { absenceMs, questionWords } from '../absence/absence-words.ts'
import { useAbsenceAnswer } from '../absence/use-absence-answer.ts'
import { useAbsenceEntry } from '../absence/use-absence-entry.ts'
import { useKeptFocus } from '../absence/use-kept-focus.ts'
import { useTimeWords } from '../absence/use-time-words.ts'
import { OpenStint } from './open-stint.tsx'

/** The question on one line: the two answers that need nothing else, and the way to the others. */
export function MiniAbsence({ absence }: { absence: Absence }) {
  const region = useRef<HTMLElement>(null)
  const { answer, problem } = useAbsenceAnswer(absence)
  const { entry } = useAbsenceEntry(absence.entryId)
  const words = useTimeWords()
  useKeptFocus(region)
  const keep = () => void answer({ kind: 'keep' })
  const discard = () => void answer({ kind: 'discard' })
  useProvideActions({ 'absence.keep': keep, 'absence.discard': discard })
  const whole = questionWords(absence.pieces, entry?.note ?? null, words)
  return (
    <section
      ref={region}
      aria-label="You were away"
      tabIndex={-1}
      className="flex h-full min-w-0 grow items-center gap-1 rounded-md bg-accent-soft pr-0.5 pl-2 outline-none focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset"
    >
      <span className="tabular min-w-0 grow truncate" title={problem ?? whole}>
        <span className="sr-only">{whole}</span>
        {problem === null ? (
          <span aria-hidden="true">Away {formatDurationProse(absenceMs(absence.pieces))}</span>
        ) : (
          <span role="alert" className="text-danger">
            {problem}
          </span>
        )}
      </span>
      <Button size="sm" onClick={keep}>
        Keep
      </Button>
      <Button size="sm" onClick={discard}>
        Discard
      </Button>
      <OpenStint>More</OpenStint>
    </section>
  )
}
