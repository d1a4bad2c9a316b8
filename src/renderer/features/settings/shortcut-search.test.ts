import { describe, expect, it } from 'vitest'
import { ACTIONS } from '../../../shared/actions/action-list.ts'
import { effectiveShortcuts } from '../../app/shortcuts.ts'
import { findActions } from './shortcut-search.ts'

const shortcuts = effectiveShortcuts({ 'timer.toggle': 'mod+j' })
const found = (text: string) => findActions(text, shortcuts).map(({ id }) => id)

describe('findActions', () => {
  it('finds by name, group and other words, in any order', () => {
    expect(found('projects go')).toEqual(['go.projects'])
    expect(found('invoice')).toEqual([])
    expect(found('money')).toContain('timer.billable')
  })
  it('finds by the keys an action has now, not by those it had', () => {
    expect(found('ctrl j')).toEqual(['timer.toggle'])
    expect(found('mod+j')).toEqual(['timer.toggle'])
  })
  it('finds all when nothing is typed', () => {
    expect(found(' ')).toHaveLength(ACTIONS.length)
  })
})
