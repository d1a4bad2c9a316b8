import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

/** Half-hour changes, a missing date, midnights left out and doubled, offsets with minutes. */
export const NASTY_ZONES = [
  'Europe/Stockholm',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'UTC',
] as const

/** Changes worth standing next to; the rest come from the zone's own table. */
const NOTED = [
  ['Pacific/Apia', Date.UTC(2011, 11, 30, 10)],
  ['Africa/Cairo', Date.UTC(2024, 3, 25, 22)],
  ['America/St_Johns', Date.UTC(2010, 10, 7, 2, 31)],
  ['America/Sao_Paulo', Date.UTC(2018, 10, 4, 3)],
  ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
] as const

const anywhere = fc.record({
  zone: fc.constantFrom(...NASTY_ZONES),
  ms: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2030, 0, 1) }),
})
const awayMs = fc.integer({ min: -40 * 3_600_000, max: 40 * 3_600_000 })
const nearNoted = fc.tuple(fc.constantFrom(...NOTED), awayMs).map(([[zone, ms], away]) => ({ zone, ms: ms + away }))
const nearNext = fc.tuple(anywhere, awayMs).map(([{ zone, ms }, away]) => {
  const change = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).getTimeZoneTransition('next')
  return { zone, ms: (change?.epochMilliseconds ?? ms) + away }
})

/** An instant and a zone; two of three sit within hours of a change of offset, which a plain draw would hardly meet. */
export const nastyMoments: fc.Arbitrary<{ zone: string; ms: number }> = fc.oneof(anywhere, nearNoted, nearNext)
