import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../core/domain/settings/default-settings.ts'
import type { Settings } from '../../shared/contract/entities.ts'
import { readSetting, SETTINGS, settingNamed } from './read-setting.ts'

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
  ] as const)('refuses %s %j and says what to write', (key, typed) => {
    expect(readSetting(key, typed, current)).toMatchObject({
      ok: false,
      error: { exitCode: 2, hint: expect.stringMatching(/Write/) },
    })
  })

  it('knows every setting there is, in any case', () => {
    expect(SETTINGS.map(({ name }) => name).toSorted()).toEqual(Object.keys(current).toSorted())
    expect(settingNamed('DAYTARGET')).toBe('dayTargetMs')
    expect(settingNamed('week-start')).toBe('weekStart')
    expect(settingNamed('nonsense')).toBeUndefined()
  })
})
