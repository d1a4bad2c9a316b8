import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KnownRecord, type PlannedWrite, planWrites, type WantedRecord } from './plan-writes.ts'
import type { SyncFields } from './sync-fields.ts'

const MINUTE = 60_000
const free = { quantumMs: 1000, canMoveDay: true, canMoveProject: true }
const stiff = { quantumMs: MINUTE, canMoveDay: false, canMoveProject: false }

function amount(day: string, minutes: number, projectId = 'p1'): SyncFields {
  return {
    time: { kind: 'amount', day, durationMs: minutes * MINUTE },
    note: 'Retry',
    projectId,
    activityId: 'dev',
    tags: [],
    billable: null,
  }
}

describe('planWrites', () => {
  it('sends nothing when all is as it should be, rounding aside', () => {
    const base = amount('2026-11-20', 60)
    const wanted = { ...base, time: { kind: 'amount' as const, day: '2026-11-20', durationMs: 60 * MINUTE + 900 } }
    expect(planWrites([{ part: '', fields: wanted }], [{ part: '', remoteId: 'r1', base }], stiff)).toEqual([])
  })

  it('changes in place what the provider lets be changed, and names only that', () => {
    const base = amount('2026-11-20', 60)
    const fields = amount('2026-11-20', 90)
    expect(planWrites([{ part: '', fields }], [{ part: '', remoteId: 'r1', base }], stiff)).toEqual([
      { kind: 'update', part: '', remoteId: 'r1', fields, changed: ['time'] },
    ])
  })

  it('makes a new record where the provider can move neither day nor project', () => {
    const known = [{ part: '', remoteId: 'r1', base: amount('2026-11-20', 60) }]
    const otherDay = amount('2026-11-21', 60)
    const otherProject = amount('2026-11-20', 60, 'p2')
    for (const fields of [otherDay, otherProject]) {
      expect(planWrites([{ part: '', fields }], known, stiff)).toEqual([
        { kind: 'replace', part: '', remoteId: 'r1', fields },
      ])
      expect(planWrites([{ part: '', fields }], known, free)[0]?.kind).toBe('update')
    }
  })

  it('creates before it removes when an entry grows over midnight, so that time is never missing there', () => {
    const known = [{ part: '', remoteId: 'r1', base: amount('2026-11-20', 60) }]
    const wanted = ['2026-11-20', '2026-11-21'].map((day) => ({ part: day, fields: amount(day, 60) }))
    expect(planWrites(wanted, known, stiff).map(({ kind, part }) => `${kind} ${part}`)).toEqual([
      'create 2026-11-20',
      'create 2026-11-21',
      'remove ',
    ])
  })
})

const part = fc.constantFrom('', '2026-11-20', '2026-11-21')
const record = fc.record({
  part,
  fields: fc
    .tuple(fc.constantFrom('2026-11-20', '2026-11-21'), fc.integer({ min: 1, max: 3 }), fc.constantFrom('p', 'q'))
    .map(([day, minutes, project]) => amount(day, minutes, project)),
})
const records = fc.uniqueArray(record, { selector: (it) => it.part })

it('after all writes the provider holds exactly what is wanted, and planning again sends nothing', () => {
  fc.assert(
    fc.property(records, records, fc.constantFrom(free, stiff), (wanted: WantedRecord[], there, rules) => {
      const known: KnownRecord[] = there.map(({ part: name, fields }) => ({
        part: name,
        remoteId: `r${name}`,
        base: fields,
      }))
      const held = apply(known, planWrites(wanted, known, rules))
      expect(planWrites(wanted, held, rules)).toEqual([])
      expect(held.map((it) => it.part).sort()).toEqual(wanted.map((it) => it.part).sort())
    }),
    { numRuns: 1000, seed: 20261121 },
  )
})

function apply(known: readonly KnownRecord[], writes: readonly PlannedWrite[]): KnownRecord[] {
  let held = [...known]
  for (const write of writes) {
    held = held.filter((it) => it.part !== write.part)
    if (write.kind !== 'remove') held.push({ part: write.part, remoteId: 'new', base: write.fields })
  }
  return held
}
