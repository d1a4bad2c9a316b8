import { flag, list, type OptionSpecs, text } from './option-spec.ts'

/** Understood by every command, before or after its name. */
export const globalOptions = {
  json: flag('--json', 'Answer with one JSON document instead of text'),
  profile: text('--profile <dir>', 'Folder with all data (default: STINT_PROFILE, else the system’s data folder)', {
    complete: 'folders',
  }),
  config: list('--config <file>', 'Configuration file; may be repeated (default: STINT_CONFIG)', { complete: 'files' }),
  yes: flag('-y, --yes', 'Go ahead without asking'),
  help: flag('-h, --help', 'Show help for this command'),
} as const satisfies OptionSpecs
