import { flag, list, text } from '../command/option-spec.ts'
import { overlapOption } from '../input/overlap-option.ts'
import { detailsOptions } from '../names/details-options.ts'

export const editOptions = {
  note: text('-n, --note <text>', 'Note; "" clears it'),
  ...detailsOptions,
  removeTag: list('--remove-tag <name>', 'Take a tag off; may be repeated', { complete: 'tags' }),
  from: text('--from <time>', 'Start'),
  to: text('--to <time>', 'End'),
  duration: text('--duration <length>', 'Length, counted from the start'),
  date: text('--date <day>', 'Move to this day, at the same time'),
  overlap: overlapOption,
  clearProject: flag('--clear-project', 'No project'),
  clearActivity: flag('--clear-activity', 'No activity'),
  clearItem: flag('--clear-item', 'No work item'),
  clearTags: flag('--clear-tags', 'No tags but those given with --tag'),
} as const
