import { expect, it } from 'vitest'
import { running } from '../../../../tests/fakes/sample-entries.ts'
import { keysOf } from './running-rows.ts'

const slice = { day: '2026-11-20', ms: 1 }
const project = { id: 'p', name: 'P', clientId: 'c', colour: '#000000', billableByDefault: false, archived: false }

it('a slice counts once under each of its tags, and once without tags', () => {
  const entry = running('r', 0, { tagIds: ['x', 'y'], projectId: 'p' })
  const keys = keysOf(entry, slice, ['tag', 'client'], 1, () => project)
  expect(keys).toEqual([
    ['x', 'c'],
    ['y', 'c'],
  ])
  expect(keysOf(running('r', 0), slice, ['tag', 'project'], 1, () => undefined)).toEqual([[null, null]])
})

it('days, weeks and months are those of the slice', () => {
  const keys = (weekStart: 1 | 7) => keysOf(running('r', 0), slice, ['week', 'month'], weekStart, () => undefined)
  expect(keys(1)).toEqual([['2026-11-16', '2026-11']])
  expect(keys(7)).toEqual([['2026-11-15', '2026-11']])
})
