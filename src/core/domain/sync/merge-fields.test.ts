import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeFields } from './merge-fields.ts'
import { changedFields, FIELD_NAMES, type SyncFields } from './sync-fields.ts'

const SECOND = 1000
const base: SyncFields = {
  time: { kind: 'instants', startMs: 10_000, endMs: 70_000 },
  note: 'Payment retry',
  projectId: 'p1',
  activityId: null,
  tags: ['backend'],
  billable: true,
}

const common = { sent: base, seen: base }

describe('mergeFields', () => {
  it('takes over what only they changed and sends what only I changed', () => {
    const merge = mergeFields(common, { ...base, note: 'Mine' }, { ...base, tags: ['frontend'] }, SECOND)
    expect(merge).toMatchObject({ theirs: ['tags'], mine: ['note'], conflicts: [] })
    expect(merge.merged).toEqual({ ...base, note: 'Mine', tags: ['frontend'] })
  })

  it('asks a person where both changed the same field apart, and keeps mine meanwhile', () => {
    const merge = mergeFields(common, { ...base, note: 'Mine' }, { ...base, note: 'Theirs' }, SECOND)
    expect(merge).toMatchObject({ theirs: [], mine: [], conflicts: ['note'] })
    expect(merge.merged.note).toBe('Mine')
  })

  it('agrees where both changed a field alike', () => {
    const same = { ...base, note: 'Same' }
    expect(mergeFields(common, same, same, SECOND)).toMatchObject({ theirs: [], mine: [], conflicts: [], merged: same })
  })

  it('never takes rounding for an edit', () => {
    const theirs: SyncFields = { ...base, time: { kind: 'instants', startMs: 10_999, endMs: 69_001 } }
    expect(mergeFields(common, base, theirs, SECOND).theirs).toEqual([])
  })

  it('never takes for an edit how the server said it: a trimmed note, a tag of another case', () => {
    const seen = { ...base, note: 'Payment', tags: ['Backend'] }
    expect(mergeFields({ sent: base, seen }, base, seen, SECOND)).toMatchObject({ theirs: [], mine: [], conflicts: [] })
    expect(mergeFields({ sent: base, seen }, { ...base, note: 'New' }, seen, SECOND).mine).toEqual(['note'])
  })

  it('never takes a missing billable for an edit', () => {
    expect(mergeFields(common, base, { ...base, billable: null }, SECOND).theirs).toEqual([])
  })
})

const fields: fc.Arbitrary<SyncFields> = fc.record({
  time: fc.oneof(
    fc.record({
      kind: fc.constant('instants' as const),
      startMs: fc.integer({ min: 0, max: 5 }).map((n) => n * SECOND),
      endMs: fc.option(fc.integer({ min: 5, max: 9 }).map((n) => n * SECOND)),
    }),
    fc.record({
      kind: fc.constant('amount' as const),
      day: fc.constantFrom('2026-11-20', '2026-11-21'),
      durationMs: fc.integer({ min: 0, max: 3 }).map((n) => n * SECOND),
    }),
  ),
  note: fc.constantFrom('a', 'b', 'c'),
  projectId: fc.option(fc.constantFrom('p', 'q')),
  activityId: fc.option(fc.constantFrom('x', 'y')),
  tags: fc.subarray(['s', 't']),
  billable: fc.option(fc.boolean()),
})

it('every field that anybody changed is in exactly one of theirs, mine, conflicts or agreed on; the rest is untouched', () => {
  fc.assert(
    fc.property(fields, fields, fields, (base, mine, theirs) => {
      const both = { sent: base, seen: base }
      const merge = mergeFields(both, mine, theirs, SECOND)
      for (const name of FIELD_NAMES) {
        const places = [merge.theirs, merge.mine, merge.conflicts].filter((list) => list.includes(name)).length
        expect(places).toBeLessThanOrEqual(1)
      }
      // Taking over loses nothing of mine, and what was not taken over is mine.
      expect(changedFields(mine, merge.merged, SECOND).every((name) => merge.theirs.includes(name))).toBe(true)
      // Once sent and taken over, both sides are equal but for conflicts.
      expect(changedFields(merge.merged, theirs, SECOND).every((name) => !merge.theirs.includes(name))).toBe(true)
    }),
    { numRuns: 2000, seed: 20261121 },
  )
})

it('merging is the same from either side, with mine and theirs swapped', () => {
  fc.assert(
    fc.property(fields, fields, fields, (base, mine, theirs) => {
      const both = { sent: base, seen: base }
      const here = mergeFields(both, mine, theirs, SECOND)
      const there = mergeFields(both, theirs, mine, SECOND)
      expect(there.theirs).toEqual(here.mine)
      expect(there.conflicts).toEqual(here.conflicts)
    }),
    { numRuns: 1000, seed: 20261121 },
  )
})
