import { readHttpDate } from './read-http-date.ts'

/** Header names of one provider, lower case, and what their numbers mean. */
export interface LimitHeaders {
  readonly remaining?: string
  readonly total?: string
  readonly resetsInSeconds?: string
  /** Seconds since 1970 by the server's clock. */
  readonly resetAtEpochSeconds?: string
}

/** What an answer says about limits, by clocks of this machine. */
export interface LimitFacts {
  readonly status: number
  readonly retryAfterMs: number | null
  readonly remaining: number | null
  readonly total: number | null
  readonly resetsInMs: number | null
}

interface Answer {
  readonly status: number
  readonly headers: ReadonlyMap<string, readonly string[]>
}

/**
 * Reads them leniently: what is no number is not there; where a header contradicts itself, the longer wait and the
 * smaller rest hold. Dates and epochs are the server's, so its clock (`offsetMs` ahead of ours) tells how far away
 * they are.
 */
export function readLimitFacts(answer: Answer, names: LimitHeaders, nowMs: number, offsetMs: number): LimitFacts {
  const serverNowMs = nowMs + offsetMs
  const numbers = (name: string | undefined) =>
    (name === undefined ? [] : (answer.headers.get(name) ?? [])).flatMap((text) => numberIn(text) ?? [])
  const waits = (answer.headers.get('retry-after') ?? []).flatMap((text) => {
    const seconds = numberIn(text)
    const dateMs = seconds === null ? readHttpDate(text.trim()) : null
    return seconds !== null ? [seconds * 1000] : dateMs !== null ? [dateMs - serverNowMs] : []
  })
  const resets = [
    ...numbers(names.resetsInSeconds).map((seconds) => seconds * 1000),
    ...numbers(names.resetAtEpochSeconds).map((seconds) => seconds * 1000 - serverNowMs),
  ]
  const least = (values: readonly number[]) => (values.length === 0 ? null : Math.max(0, Math.min(...values)))
  const most = (values: readonly number[]) => (values.length === 0 ? null : Math.max(0, ...values))
  return {
    status: answer.status,
    retryAfterMs: most(waits),
    remaining: least(numbers(names.remaining)),
    total: least(numbers(names.total)),
    resetsInMs: most(resets),
  }
}

/** Digits, perhaps with a fraction (Azure DevOps sends one). Not what `Number` takes besides: hex, blanks, infinity. */
function numberIn(text: string): number | null {
  return /^\s*\d{1,13}(?:\.\d{1,9})?\s*$/.test(text) ? Number(text) : null
}
