import { describe, expect, it } from 'vitest'
import { finished } from '../../../../tests/fakes/sample-entries.ts'
import { mergeEntries } from './merge-entries.ts'

describe('merging', () => {
  it('counts each free stretch once, whatever the order and overlap of the parts', () => {
    const parts = [finished('c', 40, 50), finished('a', 0, 30), finished('b', 10, 20), finished('d', 55, 60)] as const
    const [c, a, b, d] = parts
    const { entry, gapMs } = mergeEntries([c, a, b, d])
    expect(gapMs).toBe(15)
    expect(entry).toMatchObject({ id: 'a', time: { startedAtMs: 0, endedAtMs: 60 } })
  })

  it('takes what the earliest knows first, joins notes that differ, and unites tags', () => {
    const a = finished('a', 0, 10, { note: 'A', tagIds: ['x'], offComputer: true })
    const b = finished('b', 10, 20, { note: '', projectId: 'p', activityId: 'q', workItemId: 'w', tagIds: ['y'] })
    const c = finished('c', 20, 30, { note: 'A', projectId: 'p2', activityId: 'q2', billable: true, tagIds: ['x'] })
    expect(mergeEntries([a, b, c]).entry).toMatchObject({
      note: 'A',
      projectId: 'p',
      activityId: 'q',
      workItemId: 'w',
      tagIds: ['x', 'y'],
      billable: true,
      offComputer: false,
    })
  })

  it('does not give an entry the activity of another project', () => {
    const a = finished('a', 0, 10, { projectId: 'p' })
    const b = finished('b', 10, 20, { projectId: 'q', activityId: 'of q' })
    expect(mergeEntries([a, b]).entry).toMatchObject({ projectId: 'p', activityId: null })
  })
})
