import type { Entry } from '../../shared/contract/entities.ts'
import { err } from '../../shared/result.ts'
import type { CliContext } from '../cli-context.ts'
import { usageError } from '../cli-error.ts'
import type { CommandResult } from '../command/cli-command.ts'
import type { OptionValues } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { resolveEditedDetails } from '../names/resolve-edited-details.ts'
import { entriesAnswer, plural } from '../present/entry-answer.ts'
import type { editOptions } from './edit-options.ts'

export async function editMany(
  context: CliContext,
  entries: readonly Entry[],
  options: OptionValues<typeof editOptions>,
): Promise<CommandResult> {
  const single = (['from', 'to', 'duration', 'date', 'away'] as const).find((name) => options[name] !== undefined)
  if (single !== undefined) {
    const name = single === 'away' ? '--off-computer' : `--${single}`
    return err(usageError(`${name} changes one entry at a time.`, 'Name one id, or leave it out.'))
  }
  const details = await resolveEditedDetails(context, entries, options)
  if (!details.ok) return details
  const { offComputer: _, ...changes } = details.value
  const edited = await context.ask((client) =>
    client.entries.bulkEdit({
      commandKey: commandKey(),
      ids: entries.map(({ id }) => id),
      ...changes,
      ...(options.note === undefined ? {} : { note: options.note }),
    }),
  )
  if (!edited.ok) return edited
  return entriesAnswer(context, (count) => `Changed ${plural(count, 'entry', 'entries')}:`, edited.value.entries)
}
