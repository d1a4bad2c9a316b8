import { type Settings, settingsSchema } from '../../shared/contract/entities.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { parseDuration } from '../../shared/time-input/parse-duration.ts'
import { type CliError, usageError } from '../cli-error.ts'
import { readMinuteOfDay } from './minute-of-day.ts'
import { SETTINGS } from './setting-help.ts'
import { readWeekday, readWeekdays } from './weekdays.ts'

/** A typed value as a change of the contract. */
export function readSetting(
  key: keyof Settings,
  typed: string,
  current: Settings,
): Result<Partial<Settings>, CliError> {
  const value = readValue(key, typed.trim(), current)
  if (!value.ok) return value
  // What no reader understood is undefined here, which the schema takes for "not given".
  const change = settingsSchema.partial().safeParse({ [key]: value.value })
  if (!change.success || value.value === undefined) return err(notUnderstood(key, typed))
  // The schema's keys are optional, and only this one was given.
  return ok(change.data as Partial<Settings>)
}

function readValue(key: keyof Settings, typed: string, current: Settings): Result<unknown, CliError> {
  const word = typed.toLowerCase()
  const none = word === 'none' || word === 'off'
  switch (key) {
    case 'saveAndContinue':
    case 'idleDetection':
    case 'notifications':
    case 'closeToTray':
    case 'startAtLogin':
      return ok(readOnOff(word))
    case 'weekStart':
      return ok(readWeekday(word) ?? word)
    case 'remindDays':
      return ok(readWeekdays(word))
    case 'dayTargetMs':
      return none ? ok(null) : readLengthMs(typed)
    case 'backupsKept':
      return ok(/^\d+$/.test(word) ? Number(word) : undefined)
    case 'idleMinutes':
      return readMinutes(typed)
    case 'remindLongRunningMinutes':
    case 'remindBreakMinutes':
      return none ? ok(null) : readMinutes(typed)
    case 'remindNothingTrackedAt':
    case 'remindDailySummaryAt':
      return ok(none ? null : readMinuteOfDay(typed))
    case 'quietHours':
      return ok(none ? null : readQuietHours(typed))
    case 'hotkeys': {
      const pair = readPair(typed)
      if (pair === undefined || !Object.hasOwn(current.hotkeys, pair.name)) return err(notUnderstood(key, typed))
      return ok({ ...current.hotkeys, [pair.name]: noneIsEmpty(pair.value) })
    }
    case 'shortcuts': {
      const pair = readPair(typed)
      if (pair === undefined) return err(notUnderstood(key, typed))
      const { [pair.name]: _, ...others } = current.shortcuts
      return ok(pair.value === '' ? others : { ...others, [pair.name]: noneIsEmpty(pair.value) })
    }
    default:
      return ok(word)
  }
}

function readOnOff(word: string): boolean | undefined {
  if (['on', 'yes', 'true'].includes(word)) return true
  return ['off', 'no', 'false'].includes(word) ? false : undefined
}

function readLengthMs(typed: string): Result<number, CliError> {
  const length = parseDuration(typed)
  if (length.ok) return ok(length.value.durationMs)
  return err(usageError(`“${typed}” was not understood.`, length.error.message))
}

/** A bare number is minutes here, as the setting's name says; parts of a minute are no number the schema takes. */
function readMinutes(typed: string): Result<number, CliError> {
  if (/^\d{1,6}$/.test(typed)) return ok(Number(typed))
  const length = readLengthMs(typed)
  return length.ok ? ok(length.value / 60_000) : length
}

function readQuietHours(typed: string): Settings['quietHours'] | undefined {
  const [from, to, more] = typed.split(/[-–]/).map(readMinuteOfDay)
  if (from === undefined || to === undefined || more !== undefined) return undefined
  return { fromMinute: from, toMinute: to }
}

function readPair(typed: string): { name: string; value: string } | undefined {
  const [, name = '', value = ''] = /^([^=\s]+)=(.*)$/.exec(typed) ?? []
  return name === '' ? undefined : { name, value: value.trim() }
}

function noneIsEmpty(keys: string): string {
  return keys.toLowerCase() === 'none' ? '' : keys
}

function notUnderstood(key: keyof Settings, typed: string): CliError {
  const how = SETTINGS.find(({ name }) => name === key)?.how ?? ''
  return usageError(`“${typed}” is not a value of ${key}.`, `Write ${how}.`)
}
