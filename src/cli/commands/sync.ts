import { ok } from '../../shared/result.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { accountOption, chosenAccounts } from '../names/find-account.ts'
import { findEntry } from '../names/find-entry.ts'
import { statusJson, statusLines } from '../present/account-text.ts'
import { plural } from '../present/entry-answer.ts'
import { itemJson, itemLines } from '../present/sync-text.ts'
import { listConflicts, resolveConflict } from './sync-conflicts.ts'
import { runSync } from './sync-run.ts'

const SHOWN = 500

const showStatus = defineCommand({
  name: 'sync status',
  summary: 'What waits, what failed, and when it goes on',
  options: { account: accountOption },
  examples: [{ line: 'stint sync status --json', what: 'for scripts' }],
  async run(context, _args, { account }) {
    const chosen = await chosenAccounts(context, account)
    if (!chosen.ok) return chosen
    return ok({
      json: () => ({ accounts: chosen.value.map(statusJson) }),
      text: () => statusLines(context, chosen.value),
    })
  },
})

const listDead = defineCommand({
  name: 'sync dead',
  summary: 'What a provider refused for good, and why',
  options: { account: accountOption },
  examples: [{ line: 'stint sync dead', what: 'each with what to do about it' }],
  async run(context, _args, { account }) {
    const chosen = await chosenAccounts(context, account)
    if (!chosen.ok) return chosen
    const only = account === undefined ? {} : { accountId: chosen.value[0]?.account.id }
    const asked = await context.ask((client) => client.sync.items({ ...only, states: ['dead'], limit: SHOWN }))
    if (!asked.ok) return asked
    const { items } = asked.value
    return ok({
      json: () => ({ items: items.map((item) => itemJson(item, chosen.value)) }),
      text: () => itemLines(context, items, chosen.value),
    })
  },
})

const retry = defineCommand({
  name: 'sync retry',
  summary: 'Try again what was refused',
  args: [argument('[entry]', 'Only this entry', 'entries')],
  options: { account: accountOption, code: text('--code <code>', 'Only what was refused for this reason') },
  examples: [{ line: 'stint sync retry', what: 'all of it' }],
  async run(context, [typed], { account, code }) {
    const chosen = await chosenAccounts(context, account)
    if (!chosen.ok) return chosen
    const entry = typed === undefined ? undefined : await findEntry(context, typed)
    if (entry?.ok === false) return entry
    const accountId = account === undefined ? undefined : chosen.value[0]?.account.id
    const asked = await context.ask((client) =>
      client.sync.retry({
        commandKey: commandKey(),
        ...(accountId === undefined ? {} : { accountId }),
        ...(entry === undefined ? {} : { entryId: entry.value.id }),
        ...(code === undefined ? {} : { code }),
      }),
    )
    if (!asked.ok) return asked
    const { queued } = asked.value
    return ok({
      json: () => ({ queued }),
      text: () => [
        queued === 0 ? 'There is nothing to try again.' : `${plural(queued, 'entry is', 'entries are')} tried again.`,
      ],
    })
  },
})

export const sync: CommandGroup = {
  kind: 'group',
  name: 'sync',
  summary: 'Send and fetch, and what became of it',
  commands: [runSync, showStatus, listConflicts, resolveConflict, listDead, retry],
  fallback: 'run',
}
