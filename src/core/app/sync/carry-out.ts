import type { Entry } from '../../../shared/contract/entities.ts'
import { MAX_NOTE_LENGTH, MAX_TAGS } from '../../../shared/contract/primitives.ts'
import { ok } from '../../../shared/result.ts'
import { checkTime } from '../../domain/entries/check-time.ts'
import { isRunning } from '../../domain/entries/entry-span.ts'
import { entryTimeFrom } from '../../domain/sync/entry-time-from.ts'
import { noteInside } from '../../domain/sync/note-inside.ts'
import type { FieldName, SyncFields } from '../../domain/sync/sync-fields.ts'
import type { SyncConflict } from '../../domain/sync/sync-item.ts'
import type { StoreWriter } from '../../ports/store.ts'
import type { SyncWriter } from '../../ports/sync-store.ts'
import type { CoreContext } from '../core-context.ts'
import { type Command, type CommandMoment, runCommand } from '../run-command.ts'
import { localNames } from './local-names.ts'
import type { OpenAccount } from './open-account.ts'
import { agreed, conflictOf, type Effect } from './plan-merge.ts'
import { wantedFor, wordsOf } from './wanted-for.ts'

/** Who made a change that came from a provider. It is not in the person's own undo. */
export const ACCOUNT_ACTOR = 'account'

/**
 * Brings what was found out about the other side into the profile: entries by one command with its change rows, links
 * and conflicts in the same transaction. Returns how many entries changed here, or undefined where it could not be
 * written (a full disk): then nothing of it was.
 */
export function carryOut(context: CoreContext, open: OpenAccount, effects: readonly Effect[]): number | undefined {
  const { ids, log, syncStore } = context.ports
  const changesEntries = effects.some(({ kind }) => kind === 'apply' || kind === 'create' || kind === 'remove-here')
  if (!changesEntries) {
    syncStore.transaction((books) => {
      for (const effect of effects) noteOnly(open, books, effect, context.ports.clock.nowMs())
    })
    return 0
  }
  const command: Command<{ commandKey: string }, { changed: number }> = {
    name: 'accounts.pull',
    undoable: false,
    label: ({ changed }) => `${changed} ${changed === 1 ? 'entry' : 'entries'} from ${open.account.name}`,
    run: (writer, _input, moment) =>
      syncStore.transaction((books) => {
        let changed = 0
        for (const effect of effects) changed += perform(context, open, { writer, books, moment }, effect)
        return ok({ changed })
      }),
  }
  const done = runCommand(context, command, { commandKey: `pull:${ids.next()}` }, ACCOUNT_ACTOR)
  if (done.ok) return done.value.changed
  log.warn({ accountId: open.account.id, reason: done.error.code }, 'what a provider sent could not be kept')
  return undefined
}

interface Work {
  readonly writer: StoreWriter
  readonly books: SyncWriter
  readonly moment: CommandMoment
}

function noteOnly({ account }: OpenAccount, books: SyncWriter, effect: Effect, nowMs: number): void {
  if (effect.kind === 'conflict') books.saveConflict(account.id, effect.conflict)
  if (effect.kind === 'unlink') books.removeLink(account.id, effect.link.entryId, effect.link.part)
  if (effect.kind !== 'agree' && effect.kind !== 'adopt') return
  const { entryId, part } = effect.link
  books.saveLink(account.id, effect.link)
  books.settle(account.id, entryId, part, nowMs)
  // The queue finds out whether anything is left to send.
  if (account.direction !== 'pull') books.queue(account.id, entryId, nowMs)
}

/** Returns whether an entry changed. */
function perform(context: CoreContext, open: OpenAccount, work: Work, effect: Effect): 0 | 1 {
  const { account } = open
  const { writer, books, moment } = work
  switch (effect.kind) {
    case 'remove-here':
      writer.remove('entry', effect.link.entryId)
      books.removeLink(account.id, effect.link.entryId, effect.link.part)
      books.settle(account.id, effect.link.entryId, effect.link.part, moment.nowMs)
      return 1
    case 'apply': {
      const { link, record, mine, changed } = effect
      const before = writer.get('entry', link.entryId)
      const entry = before && withFields(context, open, work, before, record.fields, changed)
      if (entry === undefined) {
        books.saveConflict(account.id, conflictOf(moment, link, mine, record.fields, changed))
        return 0
      }
      writer.put('entry', entry)
      const now = wholeOf(context, open, work, entry.id) ?? record.fields
      const { quantumMs } = open.provider.capabilities.rules
      books.saveLink(account.id, agreed(link, record, now, changed, quantumMs))
      books.settle(account.id, link.entryId, link.part, moment.nowMs)
      return 1
    }
    case 'create':
      return create(context, open, work, effect.record.remoteId, effect.record.fields, effect.record.version)
    default:
      noteOnly(open, books, effect, moment.nowMs)
      return 0
  }
}

function create(
  context: CoreContext,
  open: OpenAccount,
  work: Work,
  remoteId: string,
  fields: SyncFields,
  version: string | null,
): 0 | 1 {
  const { writer, books, moment } = work
  const blank: Entry = {
    id: moment.newId(),
    time: entryTimeFrom(fields.time, null, open.zone, 1),
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
  const entry = withFields(context, open, work, blank, fields, ALL)
  // It is seen again when it changes there: a second running one when it ends.
  if (entry === undefined) return 0
  writer.put('entry', entry)
  const sent = wholeOf(context, open, work, entry.id) ?? fields
  books.saveLink(open.account.id, { entryId: entry.id, part: '', remoteId, sent, seen: fields, version })
  return 1
}

const ALL: readonly FieldName[] = ['time', 'note', 'projectId', 'activityId', 'tags', 'billable']

/** The entry with these fields of theirs; undefined where they cannot stand here, so that a person has to look. */
export function withFields(
  { ports }: CoreContext,
  open: OpenAccount,
  { writer, moment }: Pick<Work, 'writer' | 'moment'>,
  before: Entry,
  fields: SyncFields,
  changed: readonly FieldName[],
): Entry | undefined {
  const { account, provider, zone } = open
  const isNew = writer.get('entry', before.id) === undefined
  const names = localNames(writer, ports.syncStore, open, () => moment.newId())
  const entry = { ...before, updatedAtMs: moment.nowMs }
  if (changed.includes('projectId')) entry.projectId = names.project(fields.projectId)
  if (changed.includes('activityId')) entry.activityId = names.activity(fields.activityId, fields.projectId)
  if (changed.includes('tags')) entry.tagIds = names.tags(fields.tags).slice(0, MAX_TAGS)
  if (changed.includes('billable') && fields.billable !== null) entry.billable = fields.billable
  if (changed.includes('note')) {
    const words = wordsOf({ reader: writer, syncStore: ports.syncStore }, account, entry)
    const note = noteInside(account.noteTemplate, fields.note, words)
    if (note === null && !isNew) return undefined
    entry.note = (note ?? fields.note).slice(0, MAX_NOTE_LENGTH).toWellFormed()
  }
  if (changed.includes('time')) {
    entry.time = entryTimeFrom(fields.time, isNew ? null : before.time, zone, provider.capabilities.rules.quantumMs)
    if (!checkTime(entry.time).ok) return undefined
    const running = writer.runningEntry()
    if (isRunning(entry) && running !== undefined && running.id !== entry.id) return undefined
  }
  return entry
}

/** How the whole entry would be sent as it is now; undefined where it would go in parts, or not at all. */
function wholeOf({ ports }: CoreContext, open: OpenAccount, { writer, moment }: Work, entryId: string) {
  const wanted = wantedFor({ reader: writer, syncStore: ports.syncStore }, open, entryId, false, moment.nowMs)
  return wanted.kind === 'records' ? wanted.records.find(({ part }) => part === '')?.fields : undefined
}

/** For `resolve`: a conflict as settled, with what both sides have in common from now on. */
export function settleAs(books: SyncWriter, accountId: string, conflict: SyncConflict, nowMs: number): void {
  const { entryId, part, remoteId, theirs } = conflict
  if (theirs === null) books.removeLink(accountId, entryId, part)
  else books.saveLink(accountId, { entryId, part, remoteId, sent: theirs, seen: theirs, version: null })
  books.settle(accountId, entryId, part, nowMs)
  books.queue(accountId, entryId, nowMs)
}
