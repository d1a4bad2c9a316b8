import { describe, expect, it } from 'vitest'
import { actionInfo } from '../../../shared/actions/action-list.ts'
import { effectiveShortcuts, findConflicts } from '../../app/shortcuts.ts'
import { isChanged, rivalsOf, swapShortcuts, takeShortcut, withShortcut } from './shortcut-edits.ts'

const ids = (actions: readonly { id: string }[]) => actions.map(({ id }) => id)
const conflicts = (overrides: Record<string, string>) => findConflicts(effectiveShortcuts(overrides))

describe('withShortcut', () => {
  it('keeps what was changed elsewhere, even of actions that are not known here', () => {
    expect(withShortcut({ 'timer.focus': 'q', 'other.version': 'z' }, 'timer.toggle', 'y')).toEqual({
      'timer.focus': 'q',
      'other.version': 'z',
      'timer.toggle': 'y',
    })
  })
  it('forgets a change that leads back to where it began', () => {
    expect(withShortcut({ 'timer.toggle': 'y' }, 'timer.toggle', 's')).toEqual({})
  })
  it('remembers that a shortcut is switched off', () => {
    expect(withShortcut({}, 'timer.toggle', '')).toEqual({ 'timer.toggle': '' })
  })
})

describe('rivalsOf', () => {
  it('finds the action that has the keys already', () => {
    expect(ids(rivalsOf({}, 'timer.focus', 's'))).toEqual(['timer.toggle'])
  })
  it('finds those that a first key would hide, both ways', () => {
    expect(ids(rivalsOf({}, 'timer.focus', 'g'))).toContain('go.today')
    expect(ids(rivalsOf({ 'go.search': 's' }, 'timer.focus', 's x'))).toEqual(['timer.toggle', 'go.search'])
  })
  it('finds none for free keys, for its own, and for none', () => {
    expect(rivalsOf({}, 'timer.focus', 'y')).toEqual([])
    expect(rivalsOf({}, 'timer.toggle', 's')).toEqual([])
    expect(rivalsOf({}, 'timer.toggle', '')).toEqual([])
  })
})

describe('takeShortcut', () => {
  it('leaves no conflict behind, however many stood in the way', () => {
    const taken = takeShortcut({}, 'timer.focus', 'g')
    expect(taken).toMatchObject({ 'timer.focus': 'g', 'go.today': '', 'go.projects': '' })
    expect(conflicts(taken)).toEqual([])
  })
})

describe('swapShortcuts', () => {
  it('exchanges the keys of two actions', () => {
    const swapped = swapShortcuts({}, 'timer.focus', 's')
    expect(swapped).toEqual({ 'timer.focus': 's', 'timer.toggle': 'n' })
    expect(conflicts(swapped ?? {})).toEqual([])
  })
  it('brings two swapped ones home by swapping again', () => {
    expect(swapShortcuts({ 'timer.focus': 's', 'timer.toggle': 'n' }, 'timer.focus', 'n')).toEqual({})
  })
  it('is not offered where it would mean nothing', () => {
    expect(swapShortcuts({ 'timer.focus': '' }, 'timer.focus', 's')).toBeNull()
    expect(swapShortcuts({}, 'timer.focus', 'g')).toBeNull()
    expect(swapShortcuts({}, 'timer.focus', 'y')).toBeNull()
  })
  it('is not offered where the other would only get into the next conflict', () => {
    expect(swapShortcuts({ 'timer.focus': 'w' }, 'timer.focus', 's')).toBeNull()
  })
})

describe('isChanged', () => {
  it('looks at the keys, not at whether something is noted', () => {
    expect(isChanged({ 'timer.toggle': 's' }, actionInfo('timer.toggle'))).toBe(false)
    expect(isChanged({ 'timer.toggle': '' }, actionInfo('timer.toggle'))).toBe(true)
  })
})
