const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const SECOND_MS = 1000

/** What a number without a unit counts, as the column's name says it; `unsaid`: it does not. */
export type LengthUnit = 'hours' | 'minutes' | 'seconds' | 'ms' | 'unsaid'

export interface Length {
  readonly ms: number
  /** How far off the written value may be from what was measured: exports round to what they show. */
  readonly precisionMs: number
}

const COLON = /^(\d+):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,3}))?)?$/
const NUMBER = /^(?:\d[\d.,'\u00a0\u202f ]*|[.,]\d+)$/
const PARTS =
  /(\d+(?:[.,]\d+)?)\s*(hours?|hrs?|h|timmar|timme|tim|stunden|std|heures?|minutes?|minuten|minuter|mins?|min|m|seconds?|sekunden|sekunder|secs?|sec|sek|s)\.?\s*/iy
const ISO = /^PT(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?$/i

/**
 * The length of a row: `1:30`, `1:30:00`, `101:00:00`, `18:25 min`, `1.5`, `1,5`, `1h 30m`, `90 min`, `PT1H30M`.
 * Zero counts. undefined: it cannot be read; 'which-unit': a bare whole number above 24 under a column that names no
 * unit is as likely minutes as seconds.
 */
export function readLength(text: string, unit: LengthUnit): Length | undefined | 'which-unit' {
  const colon = COLON.exec(text)
  if (colon !== null) {
    const [, hours = '', minutes = '', seconds, fraction = ''] = colon
    const ms = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds ?? '0') * SECOND_MS
    return { ms: ms + Number(fraction.padEnd(3, '0')), precisionMs: seconds === undefined ? MINUTE_MS : SECOND_MS }
  }
  if (NUMBER.test(text)) return readNumber(text, unit)
  // Toggl's classic format writes short times as minutes and seconds and says so.
  const classic = /^(\d+):([0-5]\d)\s*min$/i.exec(text)
  if (classic !== null) {
    return { ms: Number(classic[1]) * MINUTE_MS + Number(classic[2]) * SECOND_MS, precisionMs: SECOND_MS }
  }
  return readIso(text) ?? readParts(text)
}

/** What the name of a column says about bare numbers in it. */
export function lengthUnitOf(columnName: string): LengthUnit {
  const name = columnName.toLowerCase()
  if (/\bms\b|_ms$|millis/.test(name)) return 'ms'
  if (/\bsec|\bsek|second|\(s\)|_s$/.test(name)) return 'seconds'
  if (/\bmin/.test(name)) return 'minutes'
  if (/hour|\bh\b|\bhrs?\b|decimal|timmar|stunden|heures|horas|uren|\btimer\b/.test(name)) return 'hours'
  return 'unsaid'
}

function readNumber(text: string, unit: LengthUnit): Length | undefined | 'which-unit' {
  const value = readDecimal(text)
  if (value === undefined) return undefined
  switch (unit) {
    case 'ms':
      return { ms: Math.round(value), precisionMs: 1 }
    case 'seconds':
      return { ms: Math.round(value * SECOND_MS), precisionMs: SECOND_MS }
    case 'minutes':
      return { ms: Math.round(value * MINUTE_MS), precisionMs: MINUTE_MS }
    case 'hours':
      return { ms: Math.round(value * HOUR_MS), precisionMs: HOUR_MS / 100 }
    case 'unsaid':
      if (Number.isInteger(value) && value > 24) return 'which-unit'
      return { ms: Math.round(value * HOUR_MS), precisionMs: HOUR_MS / 100 }
  }
}

/** `1.5`, `1,5`, `2.000,0`, `2,000.0`, `1 234,5`: the last of two kinds of mark is the decimal one (Harvest writes both). */
function readDecimal(text: string): number | undefined {
  const plain = text.replace(/['\u00a0\u202f ]/g, '')
  const decimalAt = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  if (decimalAt === -1) return Number(plain)
  const mark = plain.charAt(decimalAt)
  const whole = plain.slice(0, decimalAt)
  // Marks before the decimal one separate thousands, all of the other kind.
  if (whole.includes(mark)) return undefined
  if (/[.,]/.test(whole) && !/^\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return undefined
  return Number(`${whole.replace(/[.,]/g, '') || '0'}.${plain.slice(decimalAt + 1) || '0'}`)
}

function readIso(text: string): Length | undefined {
  const match = ISO.exec(text)
  if (match === null || text.length < 4) return undefined
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number((part ?? '0').replace(',', '.')))
  const ms = (hours ?? 0) * HOUR_MS + (minutes ?? 0) * MINUTE_MS + (seconds ?? 0) * SECOND_MS
  return { ms: Math.round(ms), precisionMs: SECOND_MS }
}

function readParts(text: string): Length | undefined {
  PARTS.lastIndex = 0
  let ms = 0
  let smallestMs = Number.POSITIVE_INFINITY
  while (PARTS.lastIndex < text.length) {
    const match = PARTS.exec(text)
    if (match === null) return undefined
    const first = (match[2] ?? '').charAt(0).toLowerCase()
    const unitMs = first === 's' && !/^st/i.test(match[2] ?? '') ? SECOND_MS : first === 'm' ? MINUTE_MS : HOUR_MS
    // Units come largest first and once each; anything else is more likely a slip than a sum.
    if (unitMs >= smallestMs) return undefined
    smallestMs = unitMs
    ms += Number((match[1] ?? '').replace(',', '.')) * unitMs
  }
  return text === '' ? undefined : { ms: Math.round(ms), precisionMs: smallestMs }
}
