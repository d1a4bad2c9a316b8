import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../core/domain/settings/default-settings.ts'
import type { Settings } from '../../shared/contract/entities.ts'
import { settingText } from '../present/setting-text.ts'
import { readSetting } from './read-setting.ts'
import { SETTINGS, settingNamed } from './setting-help.ts'

const current: Settings = {
  ...defaultSettings,
  dayTargetMs: null,
  shortcuts: { 'timer.toggle': 'Mod+S' },
}

describe('readSetting', () => {
  it.each([
    ['weekStart', 'mon', { weekStart: 1 }],
    ['weekStart', 'locale', { weekStart: 'locale' }],
    ['weekStart', '7', { weekStart: 7 }],
    ['theme', 'Dark', { theme: 'dark' }],
    ['saveAndContinue', 'yes', { saveAndContinue: true }],
    ['dayTargetMs', '7h 30m', { dayTargetMs: 27_000_000 }],
    ['dayTargetMs', 'none', { dayTargetMs: null }],
    ['backupsKept', '30', { backupsKept: 30 }],
    ['shortcuts', 'palette.open=Mod+P', { shortcuts: { 'timer.toggle': 'Mod+S', 'palette.open': 'Mod+P' } }],
    ['shortcuts', 'timer.toggle=none', { shortcuts: { 'timer.toggle': '' } }],
    ['shortcuts', 'timer.toggle=', { shortcuts: {} }],
    ['idleDetection', 'off', { idleDetection: false }],
    ['idleMinutes', '10', { idleMinutes: 10 }],
    ['idleMinutes', '1h 30m', { idleMinutes: 90 }],
    ['quietHours', '22:00-07:00', { quietHours: { fromMinute: 1320, toMinute: 420 } }],
    ['quietHours', '22 – 7:30', { quietHours: { fromMinute: 1320, toMinute: 450 } }],
    ['quietHours', 'none', { quietHours: null }],
    ['remindDays', 'mon,wed', { remindDays: [1, 3] }],
    ['remindDays', 'none', { remindDays: [] }],
    ['remindNothingTrackedAt', '9:30', { remindNothingTrackedAt: 570 }],
    ['remindNothingTrackedAt', 'none', { remindNothingTrackedAt: null }],
    ['remindLongRunningMinutes', '4h', { remindLongRunningMinutes: 240 }],
    ['remindBreakMinutes', '90', { remindBreakMinutes: 90 }],
    ['hotkeys', 'toggle=mod+shift+t', { hotkeys: { ...defaultSettings.hotkeys, toggle: 'mod+shift+t' } }],
    ['hotkeys', 'note=none', { hotkeys: { ...defaultSettings.hotkeys, note: '' } }],
  ] as const)('reads %s %j', (key, typed, change) => {
    expect(readSetting(key, typed, current)).toEqual({ ok: true, value: change })
  })

  it.each([
    ['weekStart', '8'],
    ['theme', 'pink'],
    ['saveAndContinue', 'maybe'],
    ['dayTargetMs', 'long'],
    ['backupsKept', '2'],
    ['shortcuts', 'Mod+S'],
    ['idleMinutes', '0'],
    ['idleMinutes', '90s'],
    ['quietHours', '22:00'],
    ['quietHours', '22:00-25:00'],
    ['quietHours', '1-2-3'],
    ['remindDays', 'mon-moon'],
    ['remindDailySummaryAt', '24:00'],
    ['remindBreakMinutes', '5h'],
    ['hotkeys', 'jump=mod+j'],
    ['hotkeys', 'constructor=mod+j'],
  ] as const)('refuses %s %j and says what to write', (key, typed) => {
    expect(readSetting(key, typed, current)).toMatchObject({
      ok: false,
      error: { exitCode: 2, hint: expect.stringMatching(/Write/) },
    })
  })

  it('knows every setting there is, in any case', () => {
    expect(SETTINGS.map(({ name }) => name).toSorted()).toEqual(Object.keys(current).toSorted())
    expect(settingNamed('DAYTARGET')).toBe('dayTargetMs')
    expect(settingNamed('remind-break')).toBe('remindBreakMinutes')
    expect(settingNamed('week-start')).toBe('weekStart')
    expect(settingNamed('nonsense')).toBeUndefined()
  })

  it('reads what it writes, for everything but pairs', () => {
    const set: Settings = {
      ...defaultSettings,
      quietHours: { fromMinute: 1320, toMinute: 425 },
      remindBreakMinutes: 90,
    }
    for (const settings of [defaultSettings, set]) {
      for (const { name } of SETTINGS.filter((each) => each.name !== 'shortcuts' && each.name !== 'hotkeys')) {
        const text = settingText(settings, name)
        expect(readSetting(name, text, settings), `${name} ${text}`).toEqual({
          ok: true,
          value: { [name]: settings[name] },
        })
      }
    }
  })
})
