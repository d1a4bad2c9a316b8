import { type Settings, settingsSchema } from '../../shared/contract/entities.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { parseDuration } from '../../shared/time-input/parse-duration.ts'
import { type CliError, usageError } from '../cli-error.ts'

interface SettingHelp {
  readonly name: keyof Settings
  readonly summary: string
  readonly how: string
}

export const SETTINGS: readonly SettingHelp[] = [
  { name: 'theme', summary: 'Colours of the window', how: 'light, dark or system' },
  { name: 'density', summary: 'Room between lines', how: 'comfortable or compact' },
  { name: 'weekStart', summary: 'First day of the week', how: 'locale, or monday to sunday (1 to 7)' },
  { name: 'clock', summary: 'How times are shown', how: 'locale, 24h or 12h' },
  { name: 'saveAndContinue', summary: 'Stopping starts a new, empty timer', how: 'on or off' },
  { name: 'dayTargetMs', summary: 'What a working day should hold', how: 'a length such as 7h 30m, or none' },
  { name: 'backupsKept', summary: 'How many backups are kept', how: '3 to 365' },
  {
    name: 'shortcuts',
    summary: 'Changed keyboard shortcuts',
    how: 'ACTION=KEYS, ACTION=none, or ACTION= for the shipped one',
  },
]

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** A setting by its name, whatever the case; `dayTarget` is short for `dayTargetMs`. */
export function settingNamed(typed: string): keyof Settings | undefined {
  const wanted = typed.toLowerCase().replace(/[-_]/g, '')
  return SETTINGS.find(({ name }) => name.toLowerCase() === wanted || name.toLowerCase() === `${wanted}ms`)?.name
}

/** A typed value as a change of the contract. */
export function readSetting(
  key: keyof Settings,
  typed: string,
  current: Settings,
): Result<Partial<Settings>, CliError> {
  const value = readValue(key, typed.trim(), current)
  if (!value.ok) return value
  const change = settingsSchema.partial().safeParse({ [key]: value.value })
  if (!change.success) return err(notUnderstood(key, typed))
  // The schema's keys are optional, and only this one was given.
  return ok(change.data as Partial<Settings>)
}

function readValue(key: keyof Settings, typed: string, current: Settings): Result<unknown, CliError> {
  const word = typed.toLowerCase()
  switch (key) {
    case 'saveAndContinue':
      if (['on', 'yes', 'true'].includes(word)) return ok(true)
      return ['off', 'no', 'false'].includes(word) ? ok(false) : err(notUnderstood(key, typed))
    case 'weekStart': {
      const day = WEEKDAYS.findIndex((name) => word.length >= 3 && name.startsWith(word))
      return ok(day >= 0 ? day + 1 : /^\d$/.test(word) ? Number(word) : word)
    }
    case 'dayTargetMs': {
      if (word === 'none' || word === 'off') return ok(null)
      const length = parseDuration(typed)
      return length.ok
        ? ok(length.value.durationMs)
        : err(usageError(`“${typed}” was not understood.`, length.error.message))
    }
    case 'backupsKept':
      return ok(/^\d+$/.test(word) ? Number(word) : word)
    case 'shortcuts': {
      const [, action = '', keys = ''] = /^([^=\s]+)=(.*)$/.exec(typed) ?? []
      if (action === '') return err(notUnderstood(key, typed))
      const { [action]: _, ...others } = current.shortcuts
      return ok(keys === '' ? others : { ...others, [action]: keys.toLowerCase() === 'none' ? '' : keys })
    }
    default:
      return ok(word)
  }
}

function notUnderstood(key: keyof Settings, typed: string): CliError {
  const how = SETTINGS.find(({ name }) => name === key)?.how ?? ''
  return usageError(`“${typed}” is not a value of ${key}.`, `Write ${how}.`)
}
