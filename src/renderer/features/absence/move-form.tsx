import { useEffect, useRef, useState } from 'react'
import type { AbsenceAnswer, AbsencePiece } from '../../../shared/contract/absence.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { Button } from '../../ui/button.tsx'
import { ProjectField } from '../entries/project-field.tsx'
import { TagsField } from '../entries/tags-field.tsx'
import { WorkItemField } from '../entries/work-item-field.tsx'
import { NoteField } from '../timer/note-field.tsx'
import { absenceMs } from './absence-words.ts'
import { type MovedDetails, movedTo, NO_DETAILS } from './moved-details.ts'

/** The whole absence becomes an entry of its own: what it was, as for the timer. */
export function MoveForm({
  pieces,
  onAnswer,
  onCancel,
}: {
  pieces: readonly AbsencePiece[]
  onAnswer: (answer: AbsenceAnswer) => Promise<void>
  onCancel: () => void
}) {
  const [details, setDetails] = useState<MovedDetails>(NO_DETAILS)
  const note = useRef<HTMLInputElement>(null)
  // Whoever opens the form has asked for it.
  useEffect(() => note.current?.focus(), [])
  const change = (patch: Partial<MovedDetails>) => setDetails((before) => ({ ...before, ...patch }))
  const move = (to: MovedDetails) => void onAnswer(movedTo(to))
  return (
    <form
      aria-label="Move the time away"
      className="flex flex-wrap items-center gap-1 pt-2 sm:pl-6.5"
      onSubmit={(event) => {
        event.preventDefault()
        move(details)
      }}
    >
      <div className="flex min-w-0 grow basis-60">
        <NoteField
          inputRef={note}
          note={details.note}
          label="What you were doing"
          placeholder="What were you doing?"
          look="form"
          onType={(text) => change({ note: text })}
          onCommit={(text) => move({ ...details, note: text })}
          onLeave={(text) => change({ note: text })}
          onSuggestion={({ note: text, projectId, activityId, workItemId, tagIds }) =>
            change({ note: text, projectId, activityId, workItemId, tagIds })
          }
          onEscape={onCancel}
        />
      </div>
      <ProjectField look="bar" value={details} onChange={(choice) => change({ ...choice })} />
      <TagsField look="bar" value={details.tagIds} onChange={(tagIds) => change({ tagIds })} />
      <WorkItemField look="bar" value={details.workItemId} onChange={(workItemId) => change({ workItemId })} />
      <Button type="submit" variant="primary" className="tabular">
        Move {formatDurationProse(absenceMs(pieces))}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  )
}
