import type { ContractInputs } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import type { ConflictChoice } from '../../../shared/contract/sync.ts'
import { type AppError, appError } from '../../../shared/errors.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { FIELD_NAMES, type FieldName, type SyncFields } from '../../domain/sync/sync-fields.ts'
import type { StoreWriter } from '../../ports/store.ts'
import type { AccountConflict, SyncWriter } from '../../ports/sync-store.ts'
import type { CoreContext } from '../core-context.ts'
import { notFound } from '../entries/entry-details.ts'
import type { Command, CommandMoment } from '../run-command.ts'
import { settleAs, withFields } from './carry-out.ts'
import type { OpenAccount } from './open-account.ts'

type Input = ContractInputs['sync']['resolve']

interface Work {
  readonly writer: StoreWriter
  readonly books: SyncWriter
  readonly moment: CommandMoment
}

/**
 * What a person decided about a conflict: their fields are taken over here, and what is mine is sent. From then on both
 * sides have in common what the other one says now; the queue sees to the difference.
 */
export function resolveConflict(context: CoreContext, open: OpenAccount): Command<Input, { conflictId: string }> {
  const { syncStore } = context.ports
  return {
    name: 'sync.resolve',
    undoable: false,
    label: (_output, { choice }) => `Settle a conflict with ${open.account.name}: ${words(choice)}`,
    run: (writer, { conflictId, choice }, moment) => {
      const conflict = syncStore.conflict(conflictId)
      if (conflict === undefined) return err(notFound('conflict', conflictId))
      return syncStore.transaction((books): Result<{ conflictId: string }, AppError> => {
        const work = { writer, books, moment }
        const done = takeTheirs(context, open, work, conflict, choice)
        if (!done.ok) return done
        settleAs(books, open.account.id, conflict, moment.nowMs)
        return ok({ conflictId })
      })
    },
  }
}

function takeTheirs(
  context: CoreContext,
  open: OpenAccount,
  { writer, moment }: Work,
  { entryId, part, theirs, mine }: AccountConflict,
  choice: ConflictChoice,
): Result<void, AppError> {
  if (choice.kind === 'mine') return ok(undefined)
  const entry = writer.get('entry', entryId)
  // Removed since counts as removed.
  if (theirs === null || mine === null || entry === undefined) {
    if (choice.kind === 'fields') return err(notPossible('One side was removed: keep mine or theirs as a whole.'))
    if (theirs === null) writer.remove('entry', entryId)
    else return bringBack(context, open, { writer, moment }, entry, entryId, theirs)
    return ok(undefined)
  }
  if (part !== '') return err(notPossible('This is one part of an entry: edit the entry, then keep mine.'))
  const taken = FIELD_NAMES.filter((name) => isTheirs(choice, name))
  const changed = withFields(context, open, { writer, moment }, entry, theirs, taken)
  if (changed === undefined) return err(notPossible(CANNOT_STAND))
  writer.put('entry', changed)
  return ok(undefined)
}

const CANNOT_STAND =
  'What the provider has cannot stand here as it is (another timer runs, or its note does not fit the template). Edit the entry, then keep mine.'

/** The entry was removed here, and their record is to hold: it comes back under its own id. */
function bringBack(
  context: CoreContext,
  open: OpenAccount,
  { writer, moment }: Pick<Work, 'writer' | 'moment'>,
  entry: Entry | undefined,
  entryId: string,
  theirs: SyncFields,
): Result<void, AppError> {
  const blank: Entry = entry ?? {
    id: entryId,
    time: { kind: 'day', day: open.account.fromDay, durationMs: 0, zone: open.zone },
    note: '',
    projectId: null,
    activityId: null,
    workItemId: null,
    tagIds: [],
    billable: false,
    offComputer: false,
    source: 'provider',
    importBatchId: null,
    createdAtMs: moment.nowMs,
    updatedAtMs: moment.nowMs,
  }
  const back = withFields(context, open, { writer, moment }, blank, theirs, FIELD_NAMES)
  if (back === undefined) return err(notPossible(CANNOT_STAND))
  writer.put('entry', back)
  return ok(undefined)
}

function isTheirs(choice: ConflictChoice, name: FieldName): boolean {
  return choice.kind === 'theirs' || (choice.kind === 'fields' && choice.fields[name] === 'theirs')
}

function words(choice: ConflictChoice): string {
  return choice.kind === 'fields' ? 'field by field' : choice.kind
}

function notPossible(message: string): AppError {
  return appError('fix-not-possible', message, { fix: 'resolve' })
}
