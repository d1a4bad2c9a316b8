import { describe, expect, it } from 'vitest'
import { entrySchema } from '../../src/shared/contract/entities.ts'
import { dayOf } from '../../src/shared/zone/day-bounds.ts'
import { sampleCatalogue } from './sample-catalogue.ts'
import { firstDay, sampleHistory } from './sample-history.ts'
import { togglCsv } from './toggl-csv.ts'

const plan = { seed: 7, years: 1, entries: 3000, until: '2026-11-19' }
const made = (changed: Partial<typeof plan> = {}) => {
  const all = { ...plan, ...changed }
  return [...sampleHistory(all, sampleCatalogue(all.seed, 0))]
}

describe('the sample history', () => {
  it('is the same for the same numbers, and another for another seed', () => {
    expect(made()).toEqual(made())
    expect(made({ seed: 8 })).not.toEqual(made())
  })

  it.each([1, 17, 999, 3000])('has exactly the %i entries asked for, each one that the contract takes', (entries) => {
    const history = made({ entries })
    expect(history).toHaveLength(entries)
    expect(new Set(history.map(({ id }) => id)).size).toBe(entries)
    for (const entry of history) {
      entrySchema.parse(entry)
      if (entry.time.kind !== 'clock') continue
      expect(entry.time.endedAtMs).toBeGreaterThan(entry.time.startedAtMs)
    }
  })

  it('lies inside its days and looks like work: weekdays, nights, amounts, overlaps, other zones', () => {
    const history = made()
    const days = history.map(({ time }) => (time.kind === 'day' ? time.day : dayOf(time.startedAtMs, time.zone)))
    expect(days.every((day) => firstDay(plan) <= day && day <= plan.until)).toBe(true)
    const weekend = days.filter((day) => [0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay()))
    expect(weekend.length).toBeLessThan(days.length / 10)
    expect(history.some(({ time }) => time.kind === 'day')).toBe(true)
    expect(new Set(history.map(({ time }) => time.zone)).size).toBeGreaterThan(1)
    const overMidnight = history.filter(
      ({ time }) =>
        time.kind === 'clock' && dayOf(time.startedAtMs, time.zone) !== dayOf((time.endedAtMs ?? 0) - 1, time.zone),
    )
    expect(overMidnight.length).toBeGreaterThan(0)
  })

  it('can be written as Toggl writes it: a line for each entry beside the header', () => {
    const catalogue = sampleCatalogue(plan.seed, 0)
    const lines = togglCsv(sampleHistory({ ...plan, entries: 50 }, catalogue), catalogue)
      .trimEnd()
      .split('\r\n')
    expect(lines).toHaveLength(51)
    for (const line of lines.slice(1)) expect(line).toMatch(/,(Yes|No),\d{4}-\d\d-\d\d,\d\d:\d\d:\d\d,/)
  })
})
