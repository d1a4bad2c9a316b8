import { describe, expect, it } from 'vitest'
import { readLimitFacts } from './limit-facts.ts'

const NOW = Date.UTC(2026, 10, 20, 8)
const names = { remaining: 'x-left', total: 'x-all', resetsInSeconds: 'x-in', resetAtEpochSeconds: 'x-reset' }

function facts(headers: Record<string, string | string[]>, offsetMs = 0) {
  const lines = new Map(Object.entries(headers).map(([name, value]) => [name, [value].flat()]))
  const { status: _, ...rest } = readLimitFacts({ status: 429, headers: lines }, names, NOW, offsetMs)
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
}

describe('what an answer says about limits', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['a fraction', ' 1.5 ', 1500],
    ['nothing to wait', '0', 0],
    ['a date', 'Fri, 20 Nov 2026 08:01:00 GMT', 60_000],
    ['a date that is over', 'Fri, 20 Nov 2026 07:00:00 GMT', 0],
  ])('Retry-After may be %s', (_name, text, retryAfterMs) => {
    expect(facts({ 'retry-after': text })).toEqual({ retryAfterMs })
  })

  it.each(['', 'soon', '-5', '0x10', '1e9', 'Infinity', '20 Nov 2026', '99999999999999'])(
    'Retry-After is not there where it is %j',
    (text) => {
      expect(facts({ 'retry-after': text })).toEqual({})
    },
  )

  it("reads dates and epochs by the server's clock: a laptop a day wrong waits as long as one that is right", () => {
    for (const offsetMs of [0, 600_000, -600_000, 90_000_000, -90_000_000]) {
      const serverNowMs = NOW + offsetMs
      const headers = {
        'retry-after': new Date(serverNowMs + 60_000).toUTCString(),
        'x-reset': String((serverNowMs + 90_000) / 1000),
        'x-left': '0',
      }
      expect(facts(headers, offsetMs)).toEqual({ retryAfterMs: 60_000, resetsInMs: 90_000, remaining: 0 })
    }
  })

  it('believes the longer wait and the smaller rest of two that contradict each other', () => {
    const headers = { 'retry-after': ['1', '300', 'x'], 'x-left': ['7', '2'], 'x-in': ['5', '50'], 'x-all': '30' }
    expect(facts(headers)).toEqual({ retryAfterMs: 300_000, remaining: 2, resetsInMs: 50_000, total: 30 })
  })
})
