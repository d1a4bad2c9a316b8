import { expect } from 'vitest'
import { dayBounds, dayOf } from '../../../src/shared/zone/day-bounds.ts'
import type { Stand } from '../kit/create-stand.ts'
import type { Scenario } from '../kit/scenario.ts'
import { HOUR, MINUTE, success } from './sample.ts'

/** Moments at which clocks or calendars do something odd; all before the test's now. */
const odd: readonly { readonly name: string; readonly zone: string; readonly fromMs: number; readonly ms: number }[] = [
  { name: 'over midnight', zone: 'Europe/Stockholm', fromMs: Date.UTC(2026, 5, 10, 20), ms: 5 * HOUR },
  { name: 'over the missing hour', zone: 'Europe/Stockholm', fromMs: Date.UTC(2026, 2, 29, 0), ms: 3 * HOUR },
  { name: 'in the repeated hour', zone: 'Europe/Stockholm', fromMs: Date.UTC(2026, 9, 25, 0, 30), ms: 20 * MINUTE },
  {
    name: 'in the repeated hour, the second time',
    zone: 'Europe/Stockholm',
    fromMs: Date.UTC(2026, 9, 25, 1, 30),
    ms: 20 * MINUTE,
  },
  { name: 'a whole day of 25 hours', zone: 'Europe/Stockholm', fromMs: Date.UTC(2026, 9, 24, 22), ms: 25 * HOUR },
  { name: 'half an hour of change', zone: 'Australia/Lord_Howe', fromMs: Date.UTC(2026, 3, 4, 14), ms: 2 * HOUR },
  { name: 'a zone of three quarters', zone: 'Asia/Kathmandu', fromMs: Date.UTC(2026, 6, 1, 17), ms: 3 * HOUR },
  { name: 'the far end of the calendar', zone: 'Pacific/Apia', fromMs: Date.UTC(2026, 6, 1, 10), ms: 2 * HOUR },
]
const edges = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'Europe/Stockholm']

export const zones: Scenario = {
  id: 'T15',
  title: 'days and zones',
  cases: () => [
    ...odd.map(({ name, zone, fromMs, ms }) => ({
      name: `${name} (${zone}): the same time there, and no news afterwards`,
      options: { profileZone: zone, machineZone: 'America/Anchorage' },
      run: (stand: Stand) => sameTime(stand, fromMs, ms, zone),
    })),
    ...edges.map((zone) => ({
      name: `a day of ${zone} is pulled whole, from its first minute to its last`,
      options: { profileZone: zone },
      run: (stand: Stand) => wholeDay(stand, zone),
    })),
  ],
}

async function sameTime(stand: Stand, fromMs: number, ms: number, zone: string) {
  const queue = stand.queue()
  const time = { kind: 'clock' as const, startedAtMs: fromMs, endedAtMs: fromMs + ms }
  await queue.client.entries.add({ commandKey: queue.key(), note: 'Odd', time })
  await queue.drain()
  const { shape } = stand.profile.capabilities
  const there = stand.vendor.records().map(({ fields }) => fields.time)
  const sumMs = there.reduce(
    (sum, one) => sum + (one.kind === 'amount' ? one.durationMs : (one.endMs ?? 0) - one.startMs),
    0,
  )
  expect(Math.abs(sumMs - ms)).toBeLessThan(shape.quantum.ms)
  for (const one of there) {
    const day = one.kind === 'amount' ? one.day : dayOf(one.startMs, zone)
    const { startMs, endMs } = dayBounds(day, zone)
    const longestMs = shape.overMidnight ? Number.POSITIVE_INFINITY : endMs - startMs
    expect(one.kind === 'amount' ? one.durationMs : (one.endMs ?? 0) - one.startMs).toBeLessThanOrEqual(longestMs)
  }
}

async function wholeDay(stand: Stand, zone: string) {
  const { clock, vendor, provider } = stand
  const day = dayOf(clock.nowMs() - 72 * HOUR, zone)
  const { startMs, endMs } = dayBounds(day, zone)
  stand.stranger({ note: 'First minute', startMs, endMs: startMs + MINUTE })
  stand.stranger({ note: 'Last minute', startMs: endMs - MINUTE, endMs })
  const page = success(await provider.pull({ cursor: null, fromDay: day, toDay: day }))
  expect(page.complete).toEqual({ fromDay: day, toDay: day })
  const notes = page.records.map(({ fields }) => fields.note)
  expect(notes).toContain('First minute')
  expect(notes).toContain('Last minute')
  expect(new Set(page.records.map(({ remoteId }) => remoteId)).size).toBe(page.records.length)
  expect(vendor.records().length).toBe(2)
}
