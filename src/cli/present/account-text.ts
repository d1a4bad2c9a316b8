import type { Account, AccountCheck, AccountStatus } from '../../shared/contract/accounts.ts'
import { formatClock } from '../../shared/format/format-clock.ts'
import { dayOf } from '../../shared/zone/day-bounds.ts'
import type { CliContext } from '../cli-context.ts'
import { oneLine } from '../output/display-width.ts'
import { tableLines } from '../output/table.ts'
import { plural } from './entry-answer.ts'
import { isoInstant } from './entry-json.ts'
import { relativeDay } from './entry-text.ts'

export interface ListedAccount {
  readonly account: Account
  readonly status: AccountStatus
}

/** An account as scripts see it. What it signs in with is not among what the host gives. */
export function accountJson({ createdAtMs, ...account }: Account) {
  return { ...account, createdAt: isoInstant(createdAtMs) }
}

export function checkJson({ userName, zone, workspaces, missing }: AccountCheck) {
  return { user: userName, zone, workspaces, missing }
}

/** One account of `sync status`: product.md §10, with more beside it. What is tried again later is counted as queued. */
export function statusJson({ account, status }: ListedAccount) {
  const { queued, failed, sending, unknown, dead, conflicts, budget, problem } = status
  return {
    name: account.name,
    queued: queued + failed,
    sending,
    unknown,
    dead,
    conflicts,
    lastSuccessAt: maybeInstant(status.lastSuccessAtMs),
    budget: budget === null ? null : { remaining: budget.remaining, resetAt: isoInstant(budget.resetAtMs) },
    state: account.state,
    notBefore: maybeInstant(status.notBeforeMs),
    doneAt: maybeInstant(status.doneAtMs),
    problem: problem === null ? null : { ...problem, at: isoInstant(problem.atMs) },
  }
}

function maybeInstant(ms: number | null): string | null {
  return ms === null ? null : isoInstant(ms)
}

const STATES = { active: '', paused: 'paused', 'needs-credential': 'needs a new token' }

/** Name, kind, what waits and what is wrong, one line each; then why, in words. */
export function statusLines(context: CliContext, accounts: readonly ListedAccount[]): string[] {
  if (accounts.length === 0) return ['There are no accounts. “stint accounts add toggl --name Work” makes one.']
  const rows = accounts.map(({ account, status }) => [
    oneLine(account.name),
    account.kind,
    account.direction,
    waitingWords(status),
    [STATES[account.state], status.dead > 0 ? `${status.dead} failed` : '', conflictWords(status)]
      .filter((text) => text !== '')
      .join(', '),
    status.lastSuccessAtMs === null ? 'never' : momentText(context, status.lastSuccessAtMs),
  ])
  const columns = [{ flexible: true }, {}, {}, {}, { paint: context.paint.warn }, { paint: context.paint.dim }]
  return [...tableLines(columns, rows, context.out.columns), ...accounts.flatMap((each) => problemLines(context, each))]
}

function waitingWords({ queued, failed, sending, unknown }: AccountStatus): string {
  const waiting = queued + failed + sending + unknown
  return waiting === 0 ? 'nothing waits' : `${plural(waiting, 'entry', 'entries')} waiting`
}

function conflictWords({ conflicts }: AccountStatus): string {
  return conflicts === 0 ? '' : plural(conflicts, 'conflict', 'conflicts')
}

function problemLines(context: CliContext, { account, status }: ListedAccount): string[] {
  const { problem, notBeforeMs, doneAtMs, budget } = status
  const lines: string[] = []
  if (problem !== null) lines.push(`  ${[problem.happened, problem.said, problem.todo].filter(isText).join(' ')}`)
  if (notBeforeMs !== null) lines.push(`  Goes on ${momentText(context, notBeforeMs)}.`)
  else if (doneAtMs !== null) lines.push(`  Done about ${momentText(context, doneAtMs)}.`)
  if (budget !== null) lines.push(`  ${budget.remaining} requests left until ${momentText(context, budget.resetAtMs)}.`)
  return lines.length === 0 ? [] : [`${oneLine(account.name)}:`, ...lines.map(oneLine)]
}

function isText(text: string | null): text is string {
  return text !== null && text !== ''
}

export function momentText(context: CliContext, ms: number): string {
  const today = dayOf(context.nowMs, context.zone)
  return `${relativeDay(dayOf(ms, context.zone), today)} ${formatClock(ms, context.zone, '24h')}`
}
