import type { ContractOutputs } from '../../shared/contract/contract.ts'
import { formatClock } from '../../shared/format/format-clock.ts'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { CliContext } from '../cli-context.ts'
import { oneLine } from '../output/display-width.ts'
import { tableLines } from '../output/table.ts'
import type { ListedAccount } from './account-text.ts'
import { plural } from './entry-answer.ts'
import { isoInstant } from './entry-json.ts'
import { shortId } from './entry-text.ts'

type Item = ContractOutputs['sync']['items']['items'][number]
type Conflict = ContractOutputs['sync']['conflicts']['conflicts'][number]
type Write = ContractOutputs['sync']['dryRun']['writes'][number]
type Fields = NonNullable<Conflict['mine']>

function nameOf(accountId: string, accounts: readonly ListedAccount[]): string {
  return accounts.find(({ account }) => account.id === accountId)?.account.name ?? ''
}

/** A record in the provider's own terms, with instants as scripts read them. */
function fieldsJson(fields: Fields | null) {
  if (fields === null) return null
  const { time, ...rest } = fields
  return {
    ...rest,
    start: time.kind === 'instants' ? isoInstant(time.startMs) : null,
    end: time.kind === 'instants' && time.endMs !== null ? isoInstant(time.endMs) : null,
    date: time.kind === 'amount' ? time.day : null,
    durationMs: time.kind === 'amount' ? time.durationMs : time.endMs === null ? null : time.endMs - time.startMs,
  }
}

function fieldsText(context: CliContext, fields: Fields | null): string {
  if (fields === null) return 'removed'
  const { time, note } = fields
  const length = time.kind === 'amount' ? time.durationMs : time.endMs === null ? null : time.endMs - time.startMs
  const day = time.kind === 'amount' ? time.day : dayOf(time.startMs, context.zone)
  const start = time.kind === 'amount' ? '' : ` ${formatClock(time.startMs, context.zone, '24h')}`
  return `${day}${start} ${length === null ? 'running' : formatDurationProse(length)}  ${oneLine(note)}`
}

export function itemJson({ accountId, entryId, state, attempts, problem }: Item, accounts: readonly ListedAccount[]) {
  return {
    account: nameOf(accountId, accounts),
    entryId,
    state,
    attempts,
    code: problem?.code ?? null,
    happened: problem?.happened ?? null,
    said: problem?.said ?? null,
    todo: problem?.todo ?? null,
  }
}

export function itemLines(context: CliContext, items: readonly Item[], accounts: readonly ListedAccount[]): string[] {
  if (items.length === 0) return ['Nothing was refused.']
  return items.flatMap(({ accountId, entryId, problem }) => [
    `${context.paint.dim(shortId(entryId))}  ${oneLine(nameOf(accountId, accounts))}  ${oneLine(problem?.happened ?? '')}`,
    ...(problem?.said == null ? [] : [`          ${oneLine(problem.said)}`]),
    ...(problem === null ? [] : [context.paint.dim(`          ${oneLine(problem.todo)}`)]),
  ])
}

export function conflictJson(
  { id, accountId, entryId, base, mine, theirs, fields, atMs }: Conflict,
  accounts: readonly ListedAccount[],
) {
  return {
    id,
    account: nameOf(accountId, accounts),
    entryId,
    fields,
    base: fieldsJson(base),
    mine: fieldsJson(mine),
    theirs: fieldsJson(theirs),
    at: isoInstant(atMs),
  }
}

export function conflictLines(
  context: CliContext,
  conflicts: readonly Conflict[],
  accounts: readonly ListedAccount[],
): string[] {
  if (conflicts.length === 0) return ['There are no conflicts.']
  return conflicts.flatMap(({ id, accountId, base, mine, theirs }) => [
    `${context.paint.strong(shortId(id))}  ${oneLine(nameOf(accountId, accounts))}`,
    ...tableLines(
      [{ paint: context.paint.dim }, {}],
      [
        ['  base', fieldsText(context, base)],
        ['  mine', fieldsText(context, mine)],
        ['  theirs', fieldsText(context, theirs)],
      ],
    ),
  ])
}

export function writeJson({ entryId, kind, part, fields, changed, problem }: Write) {
  return { entryId, kind, part, record: fieldsJson(fields), changed, problem: problem?.happened ?? null }
}

export function writeLines(context: CliContext, name: string, writes: readonly Write[], entries: number): string[] {
  if (entries === 0) return [`${oneLine(name)}: nothing would be sent.`]
  const rows = writes.map(({ entryId, kind, fields, problem }) => [
    shortId(entryId),
    kind,
    problem === null ? (fields === null ? '' : fieldsText(context, fields)) : oneLine(problem.happened),
  ])
  return [
    context.paint.strong(`${oneLine(name)}: ${plural(entries, 'entry', 'entries')} would be looked at`),
    ...tableLines([{ paint: context.paint.dim }, {}, { flexible: true }], rows, context.out.columns),
  ]
}
