import type { Settings } from '../../../shared/contract/entities.ts'

export const defaultSettings: Settings = {
  theme: 'system',
  density: 'comfortable',
  weekStart: 'locale',
  clock: 'locale',
  saveAndContinue: false,
  dayTargetMs: 8 * 3_600_000,
  shortcuts: {},
  backupsKept: 14,
  idleDetection: true,
  idleMinutes: 5,
  notifications: true,
  quietHours: null,
  remindNothingTrackedAt: 10 * 60,
  remindLongRunningMinutes: 4 * 60,
  remindDailySummaryAt: null,
  remindBreakMinutes: null,
  remindDays: [1, 2, 3, 4, 5],
  hotkeys: { toggle: 'mod+alt+s', show: 'mod+alt+o', note: 'mod+alt+n' },
  closeToTray: true,
  startAtLogin: false,
}
