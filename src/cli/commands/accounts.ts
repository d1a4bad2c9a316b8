import { err, ok } from '../../shared/result.ts'
import { askYesNo } from '../ask-yes-no.ts'
import { refusal, usageError } from '../cli-error.ts'
import { argument, type CommandGroup, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { readAccountSettings } from '../input/read-account-options.ts'
import { readSecret } from '../input/read-secret.ts'
import { findAccount, loadAccounts } from '../names/find-account.ts'
import { oneLine } from '../output/display-width.ts'
import { accountJson, checkJson, statusJson, statusLines } from '../present/account-text.ts'
import { accountOptions, addAccount } from './accounts-add.ts'
import { listRemoteProjects, mapNames } from './accounts-map.ts'

const nameArgument = argument('<account>', 'Name of the account', 'accounts')

const listAccounts = defineCommand({
  name: 'accounts list',
  summary: 'Accounts, and how they are',
  options: {},
  examples: [{ line: 'stint accounts', what: 'what waits, what failed, and why' }],
  async run(context) {
    const accounts = await loadAccounts(context)
    if (!accounts.ok) return accounts
    return ok({
      json: () => ({
        accounts: accounts.value.map((each) => ({ ...accountJson(each.account), status: statusJson(each) })),
      }),
      text: () => statusLines(context, accounts.value),
    })
  },
})

const checkAccount = defineCommand({
  name: 'accounts check',
  summary: 'Ask the provider whether the account works',
  args: [nameArgument],
  options: {},
  examples: [{ line: 'stint accounts check Work', what: 'who you are there, and which right is missing' }],
  async run(context, [name = '']) {
    const found = await findAccount(context, name)
    if (!found.ok) return found
    const checked = await context.ask((client) => client.accounts.check({ id: found.value.account.id }))
    if (!checked.ok) return checked
    const check = checked.value
    return ok({
      json: () => ({ account: accountJson(found.value.account), check: checkJson(check) }),
      text: () => [
        `${oneLine(found.value.account.name)} works, as ${oneLine(check.userName)}.`,
        ...check.missing.map((right) => context.paint.warn(`Missing: ${oneLine(right)}`)),
      ],
      exitCode: check.missing.length > 0 ? 1 : 0,
    })
  },
})

function stateCommand(word: 'pause' | 'resume', summary: string, done: string) {
  return defineCommand({
    name: `accounts ${word}`,
    summary,
    args: [nameArgument],
    options: {},
    examples: [{ line: `stint accounts ${word} Work`, what: summary.toLowerCase() }],
    async run(context, [name = '']) {
      const found = await findAccount(context, name)
      if (!found.ok) return found
      const input = { commandKey: commandKey(), id: found.value.account.id }
      const changed = await context.ask((client) =>
        word === 'pause' ? client.accounts.pause(input) : client.accounts.resume(input),
      )
      if (!changed.ok) return changed
      const { account } = changed.value
      return ok({
        json: () => ({ account: accountJson(account) }),
        text: () => [
          account.state === 'needs-credential'
            ? `${oneLine(account.name)} needs a new token first: “stint accounts secret ${oneLine(account.name)}”.`
            : `${oneLine(account.name)} ${done}`,
        ],
      })
    },
  })
}

const removeAccount = defineCommand({
  name: 'accounts rm',
  summary: 'Remove an account; entries stay, here and there',
  args: [nameArgument],
  options: {},
  examples: [{ line: 'stint accounts rm Work', what: 'its token and what waits for it go' }],
  async run(context, [name = '']) {
    const found = await findAccount(context, name)
    if (!found.ok) return found
    const { account } = found.value
    const isSure = await askYesNo(context, `Remove the account ${oneLine(account.name)}? Entries stay, here and there.`)
    if (!isSure) return err(refusal('declined', 'Nothing was removed.'))
    const removed = await context.ask((client) => client.accounts.remove({ commandKey: commandKey(), id: account.id }))
    if (!removed.ok) return removed
    return ok({
      json: () => ({ account: accountJson(account) }),
      text: () => [`Removed ${oneLine(account.name)}. Entries stay, here and there.`],
    })
  },
})

const editAccount = defineCommand({
  name: 'accounts edit',
  summary: 'Change the settings of an account',
  details: ['An empty value takes a setting away: --project "". An earlier --from sends from that day on.'],
  args: [nameArgument],
  options: {
    name: text('--name <name>', 'Another name'),
    ...accountOptions,
    from: text('--from <day>', 'First day that is sent'),
  },
  examples: [{ line: 'stint accounts edit Work --from 2026-01-01', what: 'send what is older as well' }],
  async run(context, [name = ''], options) {
    const found = await findAccount(context, name)
    if (!found.ok) return found
    const settings = await readAccountSettings(context, options)
    if (!settings.ok) return settings
    if (Object.keys(settings.value).length === 0) {
      return err(usageError('Nothing to change was named.', 'Give at least one option.'))
    }
    const { id } = found.value.account
    const changed = await context.ask((client) =>
      client.accounts.update({ commandKey: commandKey(), id, ...settings.value }),
    )
    if (!changed.ok) return changed
    const { account } = changed.value
    return ok({
      json: () => ({ account: accountJson(account) }),
      text: () => [`Changed ${oneLine(account.name)}.`],
    })
  },
})

const setSecret = defineCommand({
  name: 'accounts secret',
  summary: 'Give an account a new token or password',
  details: ['On standard input or in STINT_SECRET. The provider is asked first; one that it refuses is not kept.'],
  args: [nameArgument],
  options: {},
  examples: [{ line: 'stint accounts secret Work', what: 'what waits is sent then' }],
  async run(context, [name = '']) {
    const found = await findAccount(context, name)
    if (!found.ok) return found
    const secret = await readSecret(context, `Token or password for ${oneLine(found.value.account.name)}`)
    if (!secret.ok) return secret
    const { id } = found.value.account
    const set = await context.ask((client) =>
      client.accounts.setSecret({ commandKey: commandKey(), id, secret: secret.value }),
    )
    if (!set.ok) return set
    const { account, check } = set.value
    return ok({
      json: () => ({ account: accountJson(account), check: checkJson(check) }),
      text: () => [`${oneLine(account.name)} works again, as ${oneLine(check.userName)}.`],
    })
  },
})

export const accounts: CommandGroup = {
  kind: 'group',
  name: 'accounts',
  summary: 'Accounts at time providers',
  commands: [
    listAccounts,
    addAccount,
    checkAccount,
    stateCommand('pause', 'Send and fetch nothing for now', 'is paused; what waits is kept.'),
    stateCommand('resume', 'Go on sending and fetching', 'goes on.'),
    removeAccount,
    editAccount,
    setSecret,
    listRemoteProjects,
    mapNames,
  ],
  fallback: 'list',
}
