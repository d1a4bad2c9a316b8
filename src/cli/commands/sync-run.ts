import { setTimeout as wait } from 'node:timers/promises'
import type { ContractOutputs } from '../../shared/contract/contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import type { CliError } from '../cli-error.ts'
import { defineCommand } from '../command/cli-command.ts'
import { flag } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { accountOption, chosenAccounts } from '../names/find-account.ts'
import { type ListedAccount, momentText, statusJson, statusLines } from '../present/account-text.ts'
import { plural } from '../present/entry-answer.ts'
import { writeJson, writeLines } from '../present/sync-text.ts'
import { progressFor } from '../transfer/progress.ts'
import { cancelled } from '../transfer/send-files.ts'

/** So often a wait looks whether somebody pressed Ctrl-C, or another process has sent what was waited for. */
const LOOK_MS = 30_000
const SHOWN = 500

export const runSync = defineCommand({
  name: 'sync run',
  summary: 'Send and fetch now',
  details: [
    'One pass. With --wait it returns when nothing waits any more, or only what a person has to decide: then with 1.',
    '--dry-run shows what would be sent, and sends nothing.',
  ],
  options: {
    account: accountOption,
    wait: flag('--wait', 'Until nothing waits any more'),
    dryRun: flag('--dry-run', 'Only show what would be sent'),
  },
  examples: [
    { line: 'stint sync --wait', what: 'until everything is there' },
    { line: 'stint sync --account Work --dry-run', what: 'look first' },
  ],
  async run(context, _args, options) {
    const chosen = await chosenAccounts(context, options.account)
    if (!chosen.ok) return chosen
    if (options.dryRun) return dryRun(context, chosen.value)
    const passed = await passes(context, options.account === undefined ? undefined : chosen.value[0], options.wait)
    if (!passed.ok) return passed
    const { sent, fetched } = passed.value
    const after = await chosenAccounts(context, options.account)
    if (!after.ok) return after
    const isStuck = after.value.some(({ status: { dead, conflicts } }) => dead + conflicts > 0)
    const isWaiting =
      options.wait && after.value.some((each) => waitingOf(each) > 0 && each.account.direction !== 'pull')
    const isBarred = after.value.some((each) => each.account.state === 'needs-credential')
    return ok({
      json: () => ({
        accounts: after.value.map((each) => ({
          ...statusJson(each),
          sent: sent.get(each.account.id) ?? 0,
          fetched: fetched.get(each.account.id) ?? 0,
        })),
      }),
      text: () => statusLines(context, after.value),
      exitCode: isBarred || isWaiting || (isStuck && after.value.every((each) => waitingOf(each) === 0)) ? 1 : 0,
    })
  },
})

function waitingOf({ status: { queued, failed, sending, unknown } }: ListedAccount): number {
  return queued + failed + sending + unknown
}

interface Passed {
  readonly sent: Map<string, number>
  readonly fetched: Map<string, number>
}

/** Passes until the time has come to return: after the first that ends by itself, or when nothing waits any more. */
async function passes(
  context: CliContext,
  only: ListedAccount | undefined,
  isWaiting: boolean,
): Promise<Result<Passed, CliError>> {
  const progress = progressFor(context)
  const passed: Passed = { sent: new Map(), fetched: new Map() }
  try {
    for (;;) {
      const input = only === undefined ? {} : { accountId: only.account.id }
      const ran = await context.ask((client) => client.sync.run({ commandKey: commandKey(), ...input }))
      if (!ran.ok) return ran
      count(passed, ran.value.accounts)
      const { more, nextAtMs } = ran.value
      if (context.interrupted.aborted) return err(cancelled())
      if (more) {
        await progress.say(`${plural(leftOf(ran.value.accounts), 'entry', 'entries')} waiting …`)
        continue
      }
      if (!isWaiting || nextAtMs === null) return ok(passed)
      const waitMs = nextAtMs - Date.now()
      if (waitMs > 1000) await progress.say(`Waiting until ${momentText(context, nextAtMs)} …`)
      await wait(Math.min(LOOK_MS, Math.max(100, waitMs)), undefined, { signal: context.interrupted }).catch(
        () => undefined,
      )
      if (context.interrupted.aborted) return err(cancelled())
    }
  } finally {
    await progress.clear()
  }
}

function count({ sent, fetched }: Passed, accounts: ContractOutputs['sync']['run']['accounts']): void {
  for (const account of accounts) {
    sent.set(account.accountId, (sent.get(account.accountId) ?? 0) + account.sent)
    fetched.set(account.accountId, (fetched.get(account.accountId) ?? 0) + account.fetched)
  }
}

function leftOf(accounts: ContractOutputs['sync']['run']['accounts']): number {
  return accounts.reduce((sum, { status }) => sum + status.queued + status.failed + status.sending + status.unknown, 0)
}

async function dryRun(context: CliContext, chosen: readonly ListedAccount[]) {
  const planned: { account: ListedAccount; writes: ContractOutputs['sync']['dryRun']['writes']; entries: number }[] = []
  for (const account of chosen) {
    const accountId = account.account.id
    const asked = await context.ask((client) => client.sync.dryRun({ accountId, limit: SHOWN }))
    if (!asked.ok) return asked
    planned.push({ account, ...asked.value })
  }
  return ok({
    json: () => ({
      accounts: planned.map(({ account, writes, entries }) => ({
        name: account.account.name,
        entries,
        writes: writes.map(writeJson),
      })),
    }),
    text: () =>
      planned.flatMap(({ account, writes, entries }) => writeLines(context, account.account.name, writes, entries)),
  })
}
