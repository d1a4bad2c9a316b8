import { describe, expect, it } from 'vitest'
import { decidePull } from './decide-pull.ts'
import type { SyncFields } from './sync-fields.ts'

const base: SyncFields = {
  time: { kind: 'instants', startMs: 0, endMs: 3_600_000 },
  note: 'Payment retry',
  projectId: 'p1',
  activityId: null,
  tags: [],
  billable: true,
}
const link = { sent: base, seen: base }
const whole = { quantumMs: 1000, isWhole: true }

describe('decidePull', () => {
  it('does nothing about what nobody changed, and nothing about what only I changed', () => {
    expect(decidePull(link, base, base, whole)).toEqual({ kind: 'nothing' })
    expect(decidePull(link, { ...base, note: 'Mine' }, base, whole)).toEqual({ kind: 'nothing' })
  })

  it('takes over what only they changed and keeps what only I changed', () => {
    expect(decidePull(link, { ...base, note: 'Mine' }, { ...base, projectId: 'p2' }, whole)).toEqual({
      kind: 'apply',
      fields: { ...base, note: 'Mine', projectId: 'p2' },
      changed: ['projectId'],
    })
  })

  it('asks where both changed the same thing apart', () => {
    expect(decidePull(link, { ...base, note: 'Mine' }, { ...base, note: 'Theirs' }, whole)).toEqual({
      kind: 'conflict',
      fields: ['note'],
    })
  })

  it('agrees silently where both changed it alike', () => {
    const same = { ...base, note: 'Same' }
    expect(decidePull(link, same, same, whole)).toEqual({ kind: 'note-seen' })
  })

  it('removes here what was removed there, unless it was changed here since', () => {
    expect(decidePull(link, base, null, whole)).toEqual({ kind: 'remove-here' })
    expect(decidePull(link, { ...base, note: 'Mine' }, null, whole)).toEqual({ kind: 'conflict', fields: [] })
    expect(decidePull(link, null, null, whole)).toEqual({ kind: 'nothing' })
  })

  it('never removes there what was changed there since it was removed here', () => {
    expect(decidePull(link, null, { ...base, note: 'Theirs' }, whole)).toEqual({ kind: 'conflict', fields: [] })
    expect(decidePull(link, null, base, whole)).toEqual({ kind: 'nothing' })
  })

  it('leaves one half of a night to a person', () => {
    const part = { quantumMs: 1000, isWhole: false }
    expect(decidePull(link, base, { ...base, note: 'Theirs' }, part)).toEqual({ kind: 'conflict', fields: ['note'] })
    expect(decidePull(link, base, null, part)).toEqual({ kind: 'conflict', fields: [] })
  })
})
