import { ok } from '../../shared/result.ts'
import { argument, defineCommand } from '../command/cli-command.ts'
import { text } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { readAccountOptions } from '../input/read-account-options.ts'
import { readSecret } from '../input/read-secret.ts'
import { oneLine } from '../output/display-width.ts'
import { accountKinds } from '../present/account-kinds.ts'
import { accountJson, checkJson } from '../present/account-text.ts'

/** What `accounts add` and `accounts edit` have in common. */
export const accountOptions = {
  baseUrl: text('--base-url <url>', 'Address of the provider; https, or http to this machine'),
  workspace: text('--workspace <id>', 'Workspace, where the provider has several (default: your own)'),
  project: text('--project <id>', 'The provider’s project for entries whose own is mapped to none'),
  activity: text('--activity <id>', 'The provider’s activity for entries whose own is mapped to none'),
  tags: text('--tags <names>', 'Added to every record there: a,b'),
  direction: text('--direction <way>', 'What goes where (default: push)', { choices: ['push', 'pull', 'both'] }),
  user: text('--user <name>', 'Sign-in name, where the provider wants one'),
  instance: text('--instance <name>', 'Instance or site, where the provider has several'),
  org: text('--org <name>', 'Organisation or company, where the provider has several'),
  noteTemplate: text('--note-template <text>', 'What notes look like there: {note}, {item}, {title}, {project}'),
}

export const addAccount = defineCommand({
  name: 'accounts add',
  summary: 'Connect an account at a time provider',
  details: [
    'The token or password comes on standard input or in STINT_SECRET, never as an argument. The provider is asked at',
    'once; what it refuses is not kept. Entries from --from on are sent (default: today); the earlier ones stay here.',
  ],
  args: [argument('<kind>', 'What the account is at: toggl …', accountKinds)],
  options: {
    name: text('--name <name>', 'How you call the account'),
    ...accountOptions,
    from: text('--from <day>', 'First day that is sent (default: today)'),
  },
  examples: [
    { line: 'stint accounts add toggl --name Work', what: 'send from today on; the token on standard input' },
    {
      line: 'stint accounts add toggl --name Work --direction both --from 2026-11-01',
      what: 'both ways, from a day on',
    },
  ],
  async run(context, [kindWord = ''], options) {
    const read = await readAccountOptions(context, kindWord, options)
    if (!read.ok) return read
    const secret = await readSecret(context, `Token or password for ${oneLine(read.value.name)}`)
    if (!secret.ok) return secret
    const added = await context.ask((client) =>
      client.accounts.add({ commandKey: commandKey(), ...read.value, secret: secret.value }),
    )
    if (!added.ok) return added
    const { account, check } = added.value
    return ok({
      json: () => ({ account: accountJson(account), check: checkJson(check) }),
      text: () => [
        `Connected ${oneLine(account.name)} as ${oneLine(check.userName)}; sends from ${account.fromDay} on.`,
        ...check.missing.map((right) => context.paint.warn(`Missing: ${oneLine(right)}`)),
      ],
    })
  },
})
