import type { Settings } from '../../shared/contract/entities.ts'
import { formatDurationProse } from '../../shared/format/format-duration.ts'
import { minuteOfDayText } from '../input/minute-of-day.ts'
import { weekdaysText } from '../input/weekdays.ts'

/** A setting's value as `stint settings set` would read it again; shortcuts and hotkeys as one line of pairs. */
export function settingText(settings: Settings, key: keyof Settings): string {
  switch (key) {
    case 'dayTargetMs':
      return settings.dayTargetMs === null ? 'none' : formatDurationProse(settings.dayTargetMs)
    case 'remindLongRunningMinutes':
    case 'remindBreakMinutes':
    case 'idleMinutes': {
      const minutes = settings[key]
      return minutes === null ? 'none' : formatDurationProse(minutes * 60_000)
    }
    case 'remindNothingTrackedAt':
    case 'remindDailySummaryAt': {
      const minute = settings[key]
      return minute === null ? 'none' : minuteOfDayText(minute)
    }
    case 'quietHours': {
      const hours = settings.quietHours
      return hours === null ? 'none' : `${minuteOfDayText(hours.fromMinute)}-${minuteOfDayText(hours.toMinute)}`
    }
    case 'remindDays':
      return weekdaysText(settings.remindDays)
    case 'hotkeys':
      return pairs(settings.hotkeys)
    case 'shortcuts':
      return Object.keys(settings.shortcuts).length === 0 ? 'as shipped' : pairs(settings.shortcuts)
    default: {
      const value = settings[key]
      return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value)
    }
  }
}

function pairs(keysByAction: Readonly<Record<string, string>>): string {
  return Object.entries(keysByAction)
    .map(([action, keys]) => `${action}=${keys === '' ? 'none' : keys}`)
    .join(', ')
}
