import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../shared/contract/entities.ts'
import { dayBounds, dayOf } from '../../../shared/zone/day-bounds.ts'
import { entryParts, type TimeShape } from './entry-parts.ts'

const STOCKHOLM = 'Europe/Stockholm'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const toggl: TimeShape = {
  model: 'instants',
  quantum: { ms: 1000, rounding: 'down' },
  overMidnight: true,
  running: true,
  minMs: 0,
}
const milltime: TimeShape = {
  model: 'amount',
  quantum: { ms: MINUTE, rounding: 'nearest' },
  overMidnight: false,
  running: false,
  minMs: MINUTE,
}

function clockEntry(startedAtMs: number, endedAtMs: number | null): Entry {
  return entryWith({ kind: 'clock', startedAtMs, endedAtMs, zone: STOCKHOLM })
}

function entryWith(time: Entry['time']): Entry {
  return {
    id: '0190d6c0-0000-7000-8000-000000000001',
    time,
    note: '',
    projectId: null,
    activityId: null,
    workItemId: null,
    tagIds: [],
    billable: false,
    offComputer: false,
    source: 'timer',
    importBatchId: null,
    createdAtMs: 0,
    updatedAtMs: 0,
  }
}

describe('entryParts', () => {
  it('leaves an entry whole where the provider takes it over midnight, on whole seconds', () => {
    const startMs = Date.UTC(2026, 10, 20, 22, 0, 0, 593)
    expect(entryParts(clockEntry(startMs, startMs + 4 * HOUR), toggl, STOCKHOLM)).toEqual({
      kind: 'parts',
      parts: [{ part: '', time: { kind: 'instants', startMs: startMs - 593, endMs: startMs - 593 + 4 * HOUR } }],
    })
  })

  it('cuts at the local midnight of the provider’s zone, not of UTC', () => {
    const startMs = Date.UTC(2026, 10, 20, 22)
    const answer = entryParts(clockEntry(startMs, startMs + 4 * HOUR), milltime, STOCKHOLM)
    expect(answer).toEqual({
      kind: 'parts',
      parts: [
        { part: '2026-11-20', time: { kind: 'amount', day: '2026-11-20', durationMs: HOUR } },
        { part: '2026-11-21', time: { kind: 'amount', day: '2026-11-21', durationMs: 3 * HOUR } },
      ],
    })
  })

  it('keeps the name of an entry within one day, so that moving it to another day is an edit and not a new record', () => {
    const friday = entryParts(clockEntry(Date.UTC(2026, 10, 20, 8), Date.UTC(2026, 10, 20, 9)), milltime, STOCKHOLM)
    const monday = entryParts(clockEntry(Date.UTC(2026, 10, 23, 8), Date.UTC(2026, 10, 23, 9)), milltime, STOCKHOLM)
    for (const answer of [friday, monday]) {
      expect(answer.kind === 'parts' && answer.parts.map(({ part }) => part)).toEqual([''])
    }
  })

  it('says why nothing is sent: still running, or shorter than the provider takes', () => {
    const startMs = Date.UTC(2026, 10, 20, 8)
    expect(entryParts(clockEntry(startMs, null), milltime, STOCKHOLM)).toEqual({
      kind: 'none',
      reason: 'still-running',
    })
    expect(entryParts(clockEntry(startMs, startMs + 29_000), milltime, STOCKHOLM)).toEqual({
      kind: 'none',
      reason: 'too-short',
    })
  })

  it('lays an amount without clock times inside its day, also on the day of 23 hours', () => {
    const day = '2026-03-29'
    const answer = entryParts(entryWith({ kind: 'day', day, durationMs: 20 * HOUR, zone: STOCKHOLM }), toggl, STOCKHOLM)
    const time = answer.kind === 'parts' ? answer.parts[0]?.time : undefined
    const { startMs, endMs } = dayBounds(day, STOCKHOLM)
    expect(time).toEqual({ kind: 'instants', startMs: endMs - 20 * HOUR, endMs })
    expect(endMs - startMs).toBe(23 * HOUR)
  })
})

it('the parts of any entry add up to the rounded whole, each inside its own day, in any zone', () => {
  const zones = [STOCKHOLM, 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Cairo', 'UTC']
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2030, 0) }),
      fc.integer({ min: 1, max: 80 * HOUR }),
      fc.constantFrom(...zones),
      fc.constantFrom(1000, 36_000, MINUTE),
      (startMs, lengthMs, zone, quantumMs) => {
        const shape: TimeShape = { ...milltime, quantum: { ms: quantumMs, rounding: 'nearest' }, minMs: 0 }
        const answer = entryParts(clockEntry(startMs, startMs + lengthMs), shape, zone)
        const parts = answer.kind === 'parts' ? answer.parts : []
        const sumMs = parts.reduce((sum, { time }) => sum + (time.kind === 'amount' ? time.durationMs : 0), 0)
        expect(sumMs).toBe(Math.round(lengthMs / quantumMs) * quantumMs)
        const days = parts.map(({ time }) => (time.kind === 'amount' ? time.day : ''))
        expect(new Set(days).size).toBe(days.length)
        expect(days.every((day) => day >= dayOf(startMs, zone) && day <= dayOf(startMs + lengthMs, zone))).toBe(true)
      },
    ),
    { numRuns: 500, seed: 20261121 },
  )
})
