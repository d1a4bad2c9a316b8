import type { Entry } from '../../shared/contract/entities.ts'
import type { CliContext } from '../cli-context.ts'
import type { CommandResult } from '../command/cli-command.ts'
import type { OptionValues } from '../command/option-spec.ts'
import { commandKey } from '../input/command-key.ts'
import { onOverlap } from '../input/overlap-option.ts'
import { readEditedTime } from '../input/read-edited-time.ts'
import { resolveEditedDetails } from '../names/resolve-edited-details.ts'
import { entryAnswer } from '../present/entry-answer.ts'
import type { editOptions } from './edit-options.ts'

export async function editOne(
  context: CliContext,
  entry: Entry,
  options: OptionValues<typeof editOptions>,
): Promise<CommandResult> {
  const time = await readEditedTime(context, entry, options)
  if (!time.ok) return time
  const details = await resolveEditedDetails(context, [entry], options)
  if (!details.ok) return details
  const { addTagIds, removeTagIds, ...others } = details.value
  const changesTags = addTagIds.length > 0 || removeTagIds.length > 0
  const tagIds = [...new Set([...entry.tagIds.filter((id) => !removeTagIds.includes(id)), ...addTagIds])]
  const edited = await context.ask((client) =>
    client.entries.update({
      commandKey: commandKey(),
      id: entry.id,
      ...others,
      ...(changesTags ? { tagIds } : {}),
      ...(options.note === undefined ? {} : { note: options.note }),
      ...(time.value === undefined ? {} : { time: time.value }),
      ...onOverlap(options.overlap),
    }),
  )
  return edited.ok ? entryAnswer(context, 'Changed', edited.value.entry) : edited
}
