import { expect, it } from 'vitest'
import { restorePresence } from './restore-presence.ts'

const MINUTE = 60_000
const NOON = 1_800_000_000_000
const rules = { thresholdMs: 5 * MINUTE }
const sign = { atMs: NOON, away: null, ended: false }
const now = (minutes: number, idleMs?: number) => ({ atMs: NOON + minutes * MINUTE, monotonicMs: 0, idleMs })

it('a host that died is a crash from its last sign of life, one that ended was closed', () => {
  const crash = { fromMs: NOON, untilMs: NOON + 60 * MINUTE, cause: 'crash' }
  expect(restorePresence(sign, null, now(60), rules).pieces).toEqual([crash])
  expect(restorePresence({ ...sign, ended: true }, null, now(60), rules).pieces).toEqual([
    { ...crash, cause: 'closed' },
  ])
})

it('a short gap is nothing, and neither is one that a clock set back has turned around', () => {
  expect(restorePresence(sign, null, now(4), rules)).toMatchObject({ pieces: [], state: { away: null } })
  expect(restorePresence(sign, null, now(-60), rules).pieces).toEqual([])
})

it('an absence that was known keeps its cause and its frozen start', () => {
  const away = { cause: 'lock' as const, sinceMs: NOON - 30 * MINUTE }
  const { pieces } = restorePresence({ ...sign, away, ended: true }, null, now(60), rules)
  expect(pieces).toEqual([{ fromMs: NOON - 30 * MINUTE, untilMs: NOON + 60 * MINUTE, cause: 'lock' }])
})

it('a command since then shows that somebody was there: what was before it and after it are two absences', () => {
  const away = { cause: 'idle' as const, sinceMs: NOON - 30 * MINUTE }
  const { pieces } = restorePresence({ ...sign, away, ended: true }, NOON + 20 * MINUTE, now(60), rules)
  expect(pieces).toEqual([
    { fromMs: NOON - 30 * MINUTE, untilMs: NOON + 20 * MINUTE, cause: 'idle' },
    { fromMs: NOON + 20 * MINUTE, untilMs: NOON + 60 * MINUTE, cause: 'closed' },
  ])
})

it('what the person said of themselves holds until they say otherwise', () => {
  const away = { cause: 'away' as const, sinceMs: NOON - MINUTE }
  expect(restorePresence({ ...sign, away }, null, now(60), rules)).toMatchObject({ pieces: [], state: { away } })
  expect(restorePresence({ ...sign, away }, null, now(60, 0), rules)).toMatchObject({ pieces: [], state: { away } })
})

it('where input is known, a start with nobody there goes on waiting for the person', () => {
  const { pieces, state } = restorePresence(sign, null, now(60, 61 * MINUTE), rules)
  expect([pieces, state.away]).toEqual([[], { cause: 'crash', sinceMs: NOON }])
})
