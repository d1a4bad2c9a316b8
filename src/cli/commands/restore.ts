import { err, ok } from '../../shared/result.ts'
import { askYesNo } from '../ask-yes-no.ts'
import type { CliContext } from '../cli-context.ts'
import { refusal, usageError } from '../cli-error.ts'
import { argument, type CommandResult, defineCommand } from '../command/cli-command.ts'
import { flag } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { backupJson } from '../present/backup-text.ts'
import { plural } from '../present/entry-answer.ts'
import { adoptBackup } from '../transfer/adopt-backup.ts'

/** The profile does not open, but a backup can take its place. */
const CAN_RECOVER = new Set(['profile-damaged', 'profile-empty-file', 'profile-missing-database', 'profile-foreign'])

export const restore = defineCommand({
  name: 'restore',
  summary: 'Put a backup back',
  details: [
    'What is there now is kept: as a backup of its own, or, where it cannot be read any more, under another name.',
    'On a terminal it asks first, unless --yes is given.',
  ],
  args: [argument('[backup]', 'Name of a backup, or a file', 'backups')],
  options: { empty: flag('--empty', 'Start an empty profile in place of one that cannot be read') },
  examples: [
    { line: 'stint restore 20261120-143000-daily.db', what: '“stint backups” shows names' },
    { line: 'stint restore ~/copies/stint.db', what: 'a backup from elsewhere' },
  ],
  async run(context, [typed], options) {
    if (options.empty) return typed === undefined ? startEmpty(context) : err(contradiction())
    if (typed === undefined) return err(usageError('Name the backup to put back.', '“stint backups” lists them.'))
    const adopted = await adoptBackup(context, typed)
    if (!adopted.ok) return adopted
    const { name, forget } = adopted.value
    if (!(await askYesNo(context, `Put ${name} in place of what is there now?`))) {
      await forget()
      return err(declined())
    }
    const restored = await context.ask((client) => client.backups.restore({ commandKey: commandKey(), name }))
    if (!restored.ok) {
      if (CAN_RECOVER.has(restored.error.code)) return recover(context, { backup: name })
      await forget()
      return restored
    }
    const { replaced, entries } = restored.value
    return ok({
      json: () => ({ restored: name, entries, replaced: backupJson(replaced, context.profileDir) }),
      text: () => [
        `Put back ${name} with ${plural(entries, 'entry', 'entries')}.`,
        `What was there is kept as ${replaced.name}.`,
      ],
    })
  },
})

async function startEmpty(context: CliContext): Promise<CommandResult> {
  const asked = await context.ask((client) => client.host.info({}))
  if (asked.ok) {
    const message = 'This profile can be read, so an empty one does not take its place.'
    return err(refusal('not-needed', message, 'For an empty one beside it choose another folder with --profile.'))
  }
  if (!CAN_RECOVER.has(asked.error.code)) return asked
  const question = 'Start an empty profile? What is there is kept under another name.'
  return (await askYesNo(context, question)) ? recover(context, { empty: true }) : err(declined())
}

async function recover(
  context: CliContext,
  choice: { readonly backup: string } | { readonly empty: true },
): Promise<CommandResult> {
  const { recoverOwn } = await import('../connect/recover-own.ts')
  const recovered = await recoverOwn(context.profileDir, choice)
  if (!recovered.ok) return recovered
  const { backup, setAside } = recovered.value
  return ok({
    json: () => ({ restored: backup, setAside }),
    text: () => [
      backup === null ? 'Started an empty profile.' : `Put back ${backup}.`,
      ...(setAside.length === 0 ? [] : [`What was there is kept in ${context.profileDir} as ${setAside.join(', ')}.`]),
    ],
  })
}

function declined() {
  return refusal('declined', 'Nothing was changed.')
}

function contradiction() {
  return usageError('--empty and a backup contradict each other.', 'Leave one out.')
}
