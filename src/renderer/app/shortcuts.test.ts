import { describe, expect, it } from 'vitest'
import { ACTIONS } from '../../shared/actions/action-list.ts'
import { effectiveShortcuts, findConflicts, hasModifier, type KeyPress, keyName } from './shortcuts.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('findConflicts', () => {
  it('finds none among the shortcuts that Stint comes with', () => {
    expect(findConflicts(effectiveShortcuts({}))).toEqual([])
  })
  it('finds a key given to two actions', () => {
    const conflicts = findConflicts(effectiveShortcuts({ 'timer.focus': 's' }))
    expect(conflicts).toEqual([{ shortcut: 's', actionIds: ['timer.toggle', 'timer.focus'] }])
  })
  it('finds a key that hides a longer combination', () => {
    const [conflict] = findConflicts(effectiveShortcuts({ 'timer.focus': 'g' }))
    expect(conflict?.actionIds).toContain('go.today')
  })
  it('takes an action without a shortcut for no conflict', () => {
    expect(findConflicts(effectiveShortcuts({ 'timer.focus': '', 'timer.toggle': '' }))).toEqual([])
  })
})

describe('keyName', () => {
  it('names combinations as shortcuts are written', () => {
    expect(keyName(press('k', { ctrlKey: true }), false)).toBe('mod+k')
    expect(keyName(press('k', { metaKey: true }), true)).toBe('mod+k')
    expect(keyName(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('mod+shift+z')
    expect(keyName(press('S', { shiftKey: true }), false)).toBe('shift+s')
    expect(keyName(press(' '), false)).toBe('space')
    expect(keyName(press('Delete'), false)).toBe('delete')
  })
  it('names a character by itself, whatever keys a keyboard needs for it', () => {
    expect(keyName(press('?', { shiftKey: true }), false)).toBe('?')
    expect(keyName(press('[', { ctrlKey: true, altKey: true }), false)).toBe('[')
    expect(keyName(press('#', { altKey: true }), true)).toBe('alt+#')
  })
  it('does not take a modifier for a key', () => {
    expect(keyName(press('Shift', { shiftKey: true }), false)).toBeNull()
  })
})

describe('shortcuts', () => {
  it('are unique in name, and single letters are not taken for combinations', () => {
    expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length)
    expect(hasModifier('mod+k')).toBe(true)
    expect(hasModifier('shift+s')).toBe(false)
    expect(hasModifier('g t')).toBe(false)
  })
})
