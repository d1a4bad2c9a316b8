import { flag, list, onOff, text } from '../command/option-spec.ts'

/** What an entry is about, as every command that makes one takes it. */
export const detailsOptions = {
  project: text('-p, --project <name>', 'Project: its name, Client/Project, or id', { complete: 'projects' }),
  activity: text('-a, --activity <name>', 'Activity: its name or id', { complete: 'activities' }),
  tag: list('-t, --tag <name>', 'Tag; may be repeated. A new tag is made on the fly', { complete: 'tags' }),
  item: text('-i, --item <key>', 'Work item: its key', { complete: 'items' }),
  billable: onOff('-b, --billable', 'Billable, or --no-billable; without it the project decides'),
  away: onOff('--off-computer', 'Away from the computer, such as a meeting'),
  create: flag('--create', 'Make a project or activity of that name where there is none'),
} as const
