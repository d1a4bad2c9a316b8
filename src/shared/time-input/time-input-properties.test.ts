import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatClock } from '../format/format-clock.ts'
import {
  formatDecimalHours,
  formatDurationClock,
  formatDurationProse,
  formatDurationTable,
} from '../format/format-duration.ts'
import { dayOf } from '../zone/day-bounds.ts'
import { wallToInstant } from '../zone/wall-time.ts'
import type { InputContext } from './input-context.ts'
import { parseClockTime } from './parse-clock-time.ts'
import { parseDayInput } from './parse-day-input.ts'
import { parseDuration } from './parse-duration.ts'
import { parseEntryLine } from './parse-entry-line.ts'
import { parseMoment } from './parse-moment.ts'
import { parseRange } from './parse-range.ts'

const context: InputContext = { nowMs: Date.UTC(2026, 10, 20, 14), zone: 'Europe/Stockholm' }
const run = { seed: 20_261_120, numRuns: 3000, interruptAfterTimeLimit: 5000, markInterruptAsFailure: true }

/** Plain noise seldom reaches the inner branches; pieces of the grammar in any order do. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        '9',
        '10:30',
        '930',
        '24:00',
        '-',
        ' to ',
        '+',
        ' ',
        ':',
        '.',
        ',',
        'h',
        'm',
        'pm',
        'yesterday ',
        'mon',
        'now',
      ],
      ...[
        '2026-11-20',
        'T',
        'Z',
        '+01:00',
        ' ago',
        '20/11',
        '@',
        '#',
        '"',
        '$',
        '!',
        '\n',
        '\u2212',
        '99999',
        '0',
        '..',
      ],
      ...['__proto__', 'constructor', '2999-12-31', '1900-01-01', 'in ', ' for '],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), pieces)

describe('typed times', () => {
  it('answers any text with a value in bounds or a message, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const results = [
          parseDuration(text),
          parseClockTime(text),
          parseMoment(text, context),
          parseDayInput(text, context),
          parseRange(text, context),
        ]
        for (const result of results) {
          if (!result.ok) expect(result.error.message).toMatch(/[Ww]rite|Add/)
          else for (const value of Object.values(result.value)) expect(Number.isNaN(value)).toBe(false)
        }
        const range = parseRange(text, context)
        if (range.ok && range.value.kind === 'clock') expect(range.value.endMs).toBeGreaterThan(range.value.startMs)
        const line = parseEntryLine(text, context)
        expect(line.note.length).toBeLessThanOrEqual(text.length)
      }),
      run,
    )
  })

  it('answers very long text at once: the work is linear, so all of this ends within the time limit', {
    timeout: 3000,
  }, () => {
    for (const part of ['1', '9-', ' ', '1h ', '@', '#a ', '"', 'a.', '.', '+', '- ', '9 to ']) {
      const text = part.repeat(100_000 / part.length)
      expect(parseRange(text, context).ok).toBe(false)
      expect(parseDuration(text).ok).toBe(false)
      expect(parseMoment(text, context).ok).toBe(false)
      expect(parseEntryLine(text, context).note.length).toBeLessThanOrEqual(text.length)
      expect(parseEntryLine(`@${text}x`, context).note.length).toBeLessThanOrEqual(text.length + 2)
    }
  })

  it('reads back every duration it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 * 3600 }), (seconds) => {
        const read = (text: string) => {
          const result = parseDuration(text)
          return result.ok ? result.value.durationMs : result.error.code
        }
        expect(read(formatDurationClock(seconds * 1000))).toBe(seconds * 1000)
        const minutesMs = Math.ceil(seconds / 60) * 60_000
        expect(read(formatDurationTable(minutesMs))).toBe(minutesMs)
        expect(read(formatDurationProse(minutesMs))).toBe(minutesMs)
        const hundredthsMs = Math.ceil(seconds / 36) * 36_000
        expect(read(formatDecimalHours(hundredthsMs))).toBe(hundredthsMs)
      }),
      run,
    )
  })

  it('reads back every instant it shows, except the second of two equal wall times', () => {
    const minutes = fc.integer({ min: Date.UTC(1970, 0, 1) / 60_000, max: Date.UTC(2038, 0, 1) / 60_000 })
    const zones = fc.constantFrom('Europe/Stockholm', 'Australia/Lord_Howe', 'Pacific/Honolulu', 'Asia/Kolkata')
    fc.assert(
      fc.property(minutes, zones, fc.constantFrom('24h' as const, '12h' as const), (minute, zone, style) => {
        const ms = minute * 60_000
        const day = dayOf(ms, zone)
        const clock = formatClock(ms, zone, style)
        const result = parseMoment(clock, { ...context, zone, day })
        if (!result.ok) throw new Error(`${clock}: ${result.error.message}`)
        if (!result.value.adjusted) expect(result.value.ms).toBe(ms)
        else expect(formatClock(result.value.ms, zone, style)).toBe(clock)
        expect(parseMoment(`${day} ${clock}`, { ...context, zone })).toEqual(result)
        expect(parseMoment(new Date(ms).toISOString(), context)).toEqual({ ok: true, value: { ms, adjusted: false } })
      }),
      run,
    )
  })

  it('reads back every range within a day that it shows', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
    fc.assert(
      fc.property(pair, fc.constantFrom('24h' as const, '12h' as const), ([start, end], style) => {
        fc.pre(start !== end)
        const day = '2026-11-18'
        const startMs = wallToInstant({ day, minutes: start }, context.zone).ms
        const endDay = end > start ? day : '2026-11-19'
        const endMs = wallToInstant({ day: endDay, minutes: end }, context.zone).ms
        const text = `${formatClock(startMs, context.zone, style)}-${formatClock(endMs, context.zone, style)}`
        const expected = { ok: true, value: { kind: 'clock', startMs, endMs, adjusted: false } }
        expect(parseRange(text, { ...context, day })).toEqual(expected)
        expect(parseRange(`${day} ${text}`, context)).toEqual(expected)
      }),
      run,
    )
  })
})
