import { describe, expect, it } from 'vitest'
import { amount, finished, running } from '../../../../tests/fakes/sample-entries.ts'
import type { Entry } from '../../../shared/contract/entities.ts'
import { daySlices, localDay } from './entry-writer.ts'

const inZone = (zone: string, from: string, to: string): Entry => {
  const entry = finished('e', Date.parse(from), Date.parse(to))
  return { ...entry, time: { ...entry.time, zone } }
}

describe('the days of an entry', () => {
  it('are the local days of its zone; a running entry has none yet, an amount has its own', () => {
    const night = inZone('Europe/Stockholm', '2026-11-20T22:00Z', '2026-11-21T01:00Z')
    expect(daySlices(night)).toMatchObject([
      { day: '2026-11-20', ms: 3_600_000 },
      { day: '2026-11-21', ms: 7_200_000 },
    ])
    expect(daySlices(running('r', 0))).toEqual([])
    expect(daySlices(amount('a', '2026-11-20', 5))).toEqual([{ day: '2026-11-20', ms: 5 }])
    expect(daySlices(inZone('UTC', '2026-11-20T00:00Z', '2026-11-20T00:00Z'))).toEqual([{ day: '2026-11-20', ms: 0 }])
  })

  it('begin with the day under which it is listed, also where the clock showed a date again after its midnight', () => {
    // St John's went from 00:01 on the 7th back to 23:01 on the 6th.
    const again = inZone('America/St_Johns', '2010-11-07T02:40Z', '2010-11-07T02:50Z')
    expect(localDay(again)).toBe(daySlices(again)[0]?.day)
    const night = inZone('Europe/Stockholm', '2026-11-20T22:00Z', '2026-11-21T01:00Z')
    expect(localDay(night)).toBe('2026-11-20')
  })
})
