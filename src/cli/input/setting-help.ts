import type { Settings } from '../../shared/contract/entities.ts'

export interface SettingHelp {
  readonly name: keyof Settings
  readonly summary: string
  readonly how: string
}

const ON_OFF = 'on or off'
const TIME = 'a time such as 10:00, or none'

/** Every setting, in the order in which they are shown. */
export const SETTINGS: readonly SettingHelp[] = [
  { name: 'theme', summary: 'Colours of the window', how: 'light, dark or system' },
  { name: 'density', summary: 'Room between lines', how: 'comfortable or compact' },
  { name: 'weekStart', summary: 'First day of the week', how: 'locale, or monday to sunday (1 to 7)' },
  { name: 'clock', summary: 'How times are shown', how: 'locale, 24h or 12h' },
  { name: 'saveAndContinue', summary: 'Stopping starts a new, empty timer', how: ON_OFF },
  { name: 'dayTargetMs', summary: 'What a working day should hold', how: 'a length such as 7h 30m, or none' },
  { name: 'idleDetection', summary: 'Asks about time without you when you are back', how: ON_OFF },
  { name: 'idleMinutes', summary: 'Shorter absences are never asked about', how: '1 to 480 minutes' },
  { name: 'notifications', summary: 'Off: kept in Stint, and nobody is disturbed', how: ON_OFF },
  { name: 'quietHours', summary: 'When notifications are kept in silence', how: 'times such as 22:00-07:00, or none' },
  { name: 'remindDays', summary: 'Days on which reminders come', how: 'days such as mon-fri or mon,wed, all, or none' },
  { name: 'remindNothingTrackedAt', summary: 'Reminder when nothing is tracked by then', how: TIME },
  {
    name: 'remindLongRunningMinutes',
    summary: 'Reminder when a timer runs longer',
    how: 'a length from 30m to 24h, or none',
  },
  { name: 'remindDailySummaryAt', summary: 'When the day is summed up', how: TIME },
  {
    name: 'remindBreakMinutes',
    summary: 'Reminder of a break after this much in one go',
    how: 'a length from 15m to 4h, or none',
  },
  {
    name: 'hotkeys',
    summary: 'Keys that work in any program (desktop app)',
    how: 'toggle=KEYS, show=KEYS or note=KEYS such as toggle=mod+alt+s, or toggle=none',
  },
  { name: 'closeToTray', summary: 'Closing the window leaves Stint in the tray (desktop app)', how: ON_OFF },
  { name: 'startAtLogin', summary: 'Stint starts when you log in (desktop app)', how: ON_OFF },
  { name: 'backupsKept', summary: 'How many backups are kept', how: '3 to 365' },
  {
    name: 'shortcuts',
    summary: 'Changed keyboard shortcuts',
    how: 'ACTION=KEYS, ACTION=none, or ACTION= for the shipped one',
  },
]

/** A setting by its name, whatever the case; `dayTarget` is short for `dayTargetMs`, `remindBreak` for `…Minutes` and so on. */
export function settingNamed(typed: string): keyof Settings | undefined {
  const wanted = typed.toLowerCase().replace(/[-_]/g, '')
  return SETTINGS.find(({ name }) =>
    ['', 'ms', 'minutes', 'at'].some((unit) => name.toLowerCase() === `${wanted}${unit}`),
  )?.name
}
