import { useEffect, useRef, useState } from 'react'
import type { AbsenceAnswer, AbsencePiece } from '../../../shared/contract/absence.ts'
import { Button } from '../../ui/button.tsx'
import { absenceMs, answerWords, type TimeWords } from './absence-words.ts'
import { SplitRowFields } from './split-row-fields.tsx'
import {
  areJoined,
  divideRow,
  firstRows,
  fitRows,
  joinWithNext,
  MAX_PARTS,
  moveEnd,
  partsOf,
  type SplitRow,
} from './split-rows.ts'

/** The absence part by part, each with an end of its own. The times between them are typed as people type them. */
export function SplitForm({
  pieces,
  words,
  onAnswer,
  onCancel,
}: {
  pieces: readonly AbsencePiece[]
  words: TimeWords
  onAnswer: (answer: AbsenceAnswer) => Promise<void>
  onCancel: () => void
}) {
  const [decided, setDecided] = useState(() => firstRows(pieces))
  /** Rows whose end is being typed and cannot be read yet. */
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())
  // The absence may have grown since.
  const rows = fitRows(decided, pieces)
  const edit = (change: (rows: readonly SplitRow[]) => SplitRow[]) =>
    setDecided((before) => change(fitRows(before, pieces)))
  const form = useRef<HTMLFormElement>(null)
  // Whoever opens the form has asked for it: a time to type, or what becomes of the first part.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, [role=radio][data-state=on]')?.focus(), [])
  const isUnread = rows.some(({ id }) => unread.has(id))
  const sum = (kind: SplitRow['kind']) => absenceMs(rows.filter((row) => row.kind === kind))

  return (
    <form
      ref={form}
      aria-label="Split the time away"
      className="pt-2 sm:pl-6.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isUnread) void onAnswer({ kind: 'split', parts: partsOf(rows) })
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onCancel()
      }}
    >
      <ul className="max-h-[36vh] overflow-y-auto rounded-md border border-line bg-surface">
        {rows.map((row, index) => {
          const next = rows[index + 1]
          return (
            <SplitRowFields
              key={row.id}
              row={row}
              endUntilMs={areJoined(row, next) ? next.untilMs : null}
              words={words}
              onChange={(change) =>
                edit((all) => all.map((other) => (other.id === row.id ? { ...other, ...change } : other)))
              }
              onEnd={(atMs) => edit((all) => moveEnd(all, row.id, atMs))}
              onUnread={(isBad) =>
                setUnread((before) => {
                  const ids = new Set(before)
                  if (isBad) ids.add(row.id)
                  else ids.delete(row.id)
                  return ids
                })
              }
              onDivide={
                rows.length < MAX_PARTS ? () => edit((all) => divideRow(all, row.id, crypto.randomUUID())) : undefined
              }
              onJoin={areJoined(row, next) ? () => edit((all) => joinWithNext(all, row.id)) : undefined}
            />
          )
        })}
      </ul>
      <div className="flex flex-wrap items-center justify-end gap-2 pt-2">
        <span role="status" className="tabular mr-auto text-sm text-ink-muted">
          {isUnread
            ? 'One of the times cannot be read yet.'
            : answerWords({ keptMs: sum('keep'), movedMs: sum('move'), removedMs: sum('discard') }, 'to come')}
        </span>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" disabled={isUnread}>
          Split
        </Button>
      </div>
    </form>
  )
}
