import { describe, expect, it } from 'vitest'
import { ACTIONS } from '../../../shared/actions/action-list.ts'
import { readRecordedKey, startersOf, whyNot } from './recorded-keys.ts'

const starters = new Set(['g'])

describe('readRecordedKey', () => {
  it('takes a key, or keys held together, at once', () => {
    expect(readRecordedKey('q', '', starters, 'everywhere')).toEqual({ kind: 'done', shortcut: 'q' })
    expect(readRecordedKey('mod+shift+e', '', starters, 'today')).toEqual({ kind: 'done', shortcut: 'mod+shift+e' })
  })
  it('waits for the second key after one that begins other shortcuts', () => {
    expect(readRecordedKey('g', '', starters, 'everywhere')).toEqual({ kind: 'begun', key: 'g' })
    expect(readRecordedKey('x', 'g', starters, 'everywhere')).toEqual({ kind: 'done', shortcut: 'g x' })
    expect(readRecordedKey('g', 'g', starters, 'everywhere')).toEqual({ kind: 'done', shortcut: 'g g' })
  })
  it('lets Esc cancel, Backspace clear or take the first key back, and Tab leave', () => {
    expect(readRecordedKey('escape', 'g', starters, 'everywhere')).toEqual({ kind: 'cancel' })
    expect(readRecordedKey('backspace', '', starters, 'everywhere')).toEqual({ kind: 'clear' })
    expect(readRecordedKey('backspace', 'g', starters, 'everywhere')).toEqual({ kind: 'begun', key: '' })
    expect(readRecordedKey('tab', '', starters, 'everywhere')).toEqual({ kind: 'leave' })
    expect(readRecordedKey('shift+tab', 'g', starters, 'everywhere')).toEqual({ kind: 'leave' })
  })
  it.each(['arrowdown', 'shift+home', 'mod+c', 'mod+w', 'f5', 'mod+3', 'enter', 'space', 'unidentified'])(
    'refuses %s, and says why',
    (key) => {
      expect(readRecordedKey(key, '', starters, 'everywhere')).toMatchObject({ kind: 'refused' })
      expect(readRecordedKey(key, 'g', starters, 'everywhere')).toMatchObject({ kind: 'refused' })
    },
  )
  it('lets a row of the list have Enter and Space', () => {
    expect(readRecordedKey('enter', '', starters, 'entry')).toEqual({ kind: 'done', shortcut: 'enter' })
  })
})

describe('shortcuts that Stint comes with', () => {
  it('could all be recorded', () => {
    for (const { shortcut, scope } of ACTIONS) {
      for (const key of shortcut.split(' ')) expect([shortcut, whyNot(key, scope)]).toEqual([shortcut, null])
    }
  })
  it('begin with the keys that wait for another', () => {
    expect([...startersOf(ACTIONS.map(({ shortcut }) => shortcut))].toSorted()).toEqual(['g', 'q'])
  })
})
