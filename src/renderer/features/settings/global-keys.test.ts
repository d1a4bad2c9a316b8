import { describe, expect, it } from 'vitest'
import { keyName } from '../../app/shortcuts.ts'
import { globalKeyPress, whyNotGlobal } from './global-keys.ts'

const press = { key: 's', code: 'KeyS', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('globalKeyPress', () => {
  it('reads the letter on the key where ⌥ made another character of it', () => {
    const onMac = { ...press, key: 'ß', metaKey: true, altKey: true }
    expect(keyName(globalKeyPress(onMac, true), true)).toBe('mod+alt+s')
  })
  it('leaves every other press as it is', () => {
    expect(keyName(globalKeyPress({ ...press, ctrlKey: true, altKey: true }, false), false)).toBe('mod+alt+s')
    // A keyboard whose letters stand elsewhere.
    expect(keyName(globalKeyPress({ ...press, key: 'o', ctrlKey: true }, true), true)).toBe('ctrl+o')
  })
})

describe('whyNotGlobal', () => {
  it('takes keys with a modifier, and function keys', () => {
    for (const keys of ['mod+alt+s', 'alt+s', 'meta+shift+s', 'f9', 'shift+f12']) expect(whyNotGlobal(keys)).toBeNull()
  })
  it('refuses keys that every program needs for writing', () => {
    for (const keys of ['s', 'shift+arrowup', '?', 'delete'])
      expect(whyNotGlobal(keys)).toContain('every other program')
  })
})
