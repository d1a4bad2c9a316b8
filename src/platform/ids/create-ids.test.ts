import { describe, expect, it } from 'vitest'
import { idSchema } from '../../shared/contract/primitives.ts'
import { createIds } from './create-ids.ts'

function idsAt(times: number[]): string[] {
  let place = 0
  const ids = createIds({ nowMs: () => times[Math.min(place++, times.length - 1)] ?? 0 })
  return times.map(() => ids.next())
}

describe('ids', () => {
  it('are UUIDs of version 7 that tell their millisecond', () => {
    const [id = ''] = idsAt([1_800_000_000_123])
    expect(idSchema.safeParse(id).success).toBe(true)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(1_800_000_000_123)
  })

  it('sort in the order made: 10 000 in one millisecond, and while the clock goes back', () => {
    const times = [...Array.from({ length: 10_000 }, () => 5_000), 4_000, 1, 5_000, 5_002, 6_000]
    const ids = idsAt(times)
    expect([...ids].sort()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
