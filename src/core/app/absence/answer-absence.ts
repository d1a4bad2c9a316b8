import type { Absence } from '../../../shared/contract/absence.ts'
import type { ContractInputs, ContractOutputs } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { formatDurationProse } from '../../../shared/format/format-duration.ts'
import { MAX_ENTRY_MS } from '../../../shared/limits.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { checkParts } from '../../domain/absence/check-parts.ts'
import { type AnswerPlan, planAnswer } from '../../domain/absence/plan-answer.ts'
import { type ClockEntry, isClockEntry } from '../../domain/entries/entry-span.ts'
import type { StoreReader, StoreWriter } from '../../ports/store.ts'
import { invalid, newDetails, notFound } from '../entries/entry-details.ts'
import { entryWords } from '../entries/entry-label.ts'
import { newEntry } from '../entries/new-entry.ts'
import type { Command, CommandMoment } from '../run-command.ts'
import { openQuestion } from './open-question.ts'

type Input = ContractInputs['absence']['answer']
type Output = ContractOutputs['absence']['answer']

/** Does with the absence what the person says. Undo brings back the time and the question. */
export const answerAbsence: Command<Input, Output> = {
  name: 'absence.answer',
  label,
  run(writer, { absenceId, answer }, moment) {
    const question = openQuestion(writer, moment.nowMs)
    if (question?.id !== absenceId) return err(noSuchQuestion(writer, absenceId))
    const entry = writer.get('entry', question.entryId)
    if (entry === undefined || !isClockEntry(entry)) return err(notFound('entry', question.entryId))
    if (answer.kind === 'split') {
      const wrong = checkParts(question.pieces, answer.parts)
      if (wrong !== undefined) return err(invalid(`answer.parts.${wrong.index}`, wrong.message))
    }
    const plan = planAnswer(entry.time, question.pieces, answer)
    const moved = movedEntries(writer, entry, plan, moment)
    if (!moved.ok) return moved
    close(writer, absenceId, moment.nowMs)
    const stayed = plan.movedMs + plan.removedMs > 0 ? cutEntry(writer, entry, plan, moment) : []
    for (const each of moved.value) writer.put('entry', each)
    const { keptMs, movedMs, removedMs } = plan
    return ok({ entries: [...stayed, ...moved.value].sort(byStart), keptMs, movedMs, removedMs })
  },
}

function close(writer: StoreWriter, absenceId: string, nowMs: number): void {
  const absence = writer.get('absence', absenceId)
  // Keeps the pieces as they were asked about; what the entry covered then is in the change rows of the entry.
  if (absence !== undefined) writer.put('absence', { ...absence, state: 'answered', updatedAtMs: nowMs })
}

/** The first stretch that stays keeps the id; an entry that was absence throughout goes. */
function cutEntry(writer: StoreWriter, entry: ClockEntry, plan: AnswerPlan, { nowMs, newId }: CommandMoment): Entry[] {
  const entries = plan.segments.map(
    (segment, index): Entry => ({
      ...entry,
      time: { ...entry.time, ...segment },
      updatedAtMs: nowMs,
      ...(index === 0 ? {} : { id: newId(), createdAtMs: nowMs }),
    }),
  )
  if (entries.length === 0) writer.remove('entry', entry.id)
  // In order: what ran ends before its last stretch runs, for at most one entry may run.
  for (const each of entries) writer.put('entry', each)
  return entries
}

function movedEntries(
  reader: StoreReader,
  entry: ClockEntry,
  plan: AnswerPlan,
  moment: CommandMoment,
): Result<Entry[], AppError> {
  const entries: Entry[] = []
  for (const { fromMs, untilMs, details } of plan.moved) {
    if (untilMs - fromMs > MAX_ENTRY_MS) {
      return err(invalid('answer', 'That is longer than 999 hours. Split it, or discard some of it.'))
    }
    const known = newDetails(reader, details)
    if (!known.ok) return known
    const time = { kind: 'clock', startedAtMs: fromMs, endedAtMs: untilMs, zone: entry.time.zone } as const
    entries.push(newEntry(moment, time, known.value, entry.source))
  }
  return ok(entries)
}

function noSuchQuestion(reader: StoreReader, id: string): AppError {
  if (reader.get('absence', id) === undefined) return notFound('absence', id)
  return appError(
    'changed-since',
    'This question was answered already, or its entry was changed. Look at what is asked now.',
    {
      kind: 'absence',
      id,
    },
  )
}

function label({ keptMs, movedMs, removedMs }: Output, { absenceId, answer }: Input, reader: StoreReader): string {
  const length = formatDurationProse(keptMs + movedMs + removedMs)
  const what = entryName(reader.get('absence', absenceId), reader)
  switch (answer.kind) {
    case 'keep':
      return `Keep ${length} away in ${what}`
    case 'discard':
      return `Discard ${length} away from ${what}`
    case 'discard-and-stop':
      return `Discard ${length} away from ${what} and stop`
    case 'move':
      return `Move ${length} away out of ${what}`
    case 'split':
      return `Split ${length} away from ${what}`
  }
}

function entryName(absence: Absence | undefined, reader: StoreReader): string {
  const entry = absence === undefined ? undefined : reader.get('entry', absence.entryId)
  return entry === undefined ? 'an entry' : entryWords(entry, reader)
}

function byStart(a: Entry, b: Entry): number {
  return a.time.kind === 'clock' && b.time.kind === 'clock' ? a.time.startedAtMs - b.time.startedAtMs : 0
}
