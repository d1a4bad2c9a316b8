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
}
