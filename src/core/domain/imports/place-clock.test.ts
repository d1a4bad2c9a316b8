import { describe, expect, it } from 'vitest'
import { type Point, placeClock } from './place-clock.ts'
import { type Length, readLength } from './read-length.ts'

const ZONE = 'Europe/Stockholm'
const wall = (iso: string): Point => ({ kind: 'wall', localMs: Date.parse(`${iso}Z`) })
const utc = (iso: string) => Date.parse(`${iso}Z`)
const length = (text: string) => readLength(text, 'unsaid') as Length

describe('placing local times of a file in a zone', () => {
  it('places ordinary times without a word', () => {
    expect(placeClock(wall('2026-07-01T09:00'), wall('2026-07-01T10:30'), length('1:30:00'), ZONE)).toEqual({
      startedAtMs: utc('2026-07-01T07:00'),
      endedAtMs: utc('2026-07-01T08:30'),
      warnings: [],
    })
  })

  it('moves a time that the zone skips on by the gap, and says so', () => {
    const placed = placeClock(wall('2026-03-29T02:30'), wall('2026-03-29T04:00'), null, ZONE)
    expect(placed).toMatchObject({ startedAtMs: utc('2026-03-29T01:30'), endedAtMs: utc('2026-03-29T02:00') })
    expect(placed).toMatchObject({ warnings: [expect.stringContaining('does not exist on 2026-03-29')] })
    expect(placed).toMatchObject({ warnings: [expect.stringContaining('03:30 was taken')] })
  })

  it('takes the first of a time that comes twice, and says so', () => {
    const placed = placeClock(wall('2026-10-25T02:30'), wall('2026-10-25T04:00'), null, ZONE)
    expect(placed).toMatchObject({
      startedAtMs: utc('2026-10-25T00:30'),
      endedAtMs: utc('2026-10-25T03:00'),
      warnings: [expect.stringContaining('comes twice')],
    })
  })

  it('lets the duration decide between the two readings, without a warning: nothing was guessed', () => {
    expect(placeClock(wall('2026-10-25T02:30'), wall('2026-10-25T04:00'), length('1:30:00'), ZONE)).toEqual({
      startedAtMs: utc('2026-10-25T01:30'),
      endedAtMs: utc('2026-10-25T03:00'),
      warnings: [],
    })
    expect(placeClock(wall('2026-10-25T01:30'), wall('2026-10-25T02:15'), length('1:45:00'), ZONE)).toMatchObject({
      endedAtMs: utc('2026-10-25T01:15'),
      warnings: [],
    })
  })

  it('still warns where both readings have the same length', () => {
    const placed = placeClock(wall('2026-10-25T02:10'), wall('2026-10-25T02:40'), length('0:30:00'), ZONE)
    expect(placed).toMatchObject({ startedAtMs: utc('2026-10-25T00:10'), endedAtMs: utc('2026-10-25T00:40') })
    expect(placed).toMatchObject({ warnings: [expect.anything(), expect.anything()] })
  })

  it('reads an end before the start on the wall as the second of the hour that comes twice', () => {
    expect(placeClock(wall('2026-10-25T02:50'), wall('2026-10-25T02:10'), null, ZONE)).toEqual({
      startedAtMs: utc('2026-10-25T00:50'),
      endedAtMs: utc('2026-10-25T01:10'),
      warnings: [],
    })
  })

  it('lets the times win over a duration that disagrees, and says so', () => {
    const placed = placeClock(wall('2026-07-01T09:00'), wall('2026-07-01T10:00'), length('0:45:00'), ZONE)
    expect(placed).toMatchObject({ startedAtMs: utc('2026-07-01T07:00'), endedAtMs: utc('2026-07-01T08:00') })
    expect(placed).toMatchObject({ warnings: [expect.stringContaining('start and end were taken')] })
  })

  it('does not warn where the duration is only as coarse as it is shown', () => {
    const rounded = placeClock(wall('2026-07-01T09:00:20'), wall('2026-07-01T10:00'), length('0:59'), ZONE)
    expect(rounded).toMatchObject({ warnings: [] })
  })

  it('refuses an end before the start', () => {
    expect(placeClock(wall('2026-07-01T10:00'), wall('2026-07-01T09:00'), null, ZONE)).toBe('It ends before it starts')
  })
})
