import type { z } from 'zod'
import type { Lane } from '../core/domain/budget/lane.ts'
import type { HttpAnswer, HttpFailure, HttpMethod } from '../core/ports/http.ts'
import { type ProviderError, providerErrorOf } from '../core/ports/provider-error.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { ProviderDeps } from './provider-deps.ts'

/** How a vendor differs from the others in the way it is called. */
export interface CallStyle {
  headers(): Readonly<Record<string, string>>
  /** Which of the account's budgets a call belongs to. */
  scope(path: string): string
  /** What an answer that is not a success means on this wire; undefined: what its status says. */
  classify?(answer: HttpAnswer, call: Call): ProviderError | undefined
}

export interface Call {
  readonly method: HttpMethod
  /** Below the account's base URL, beginning with `/`; parts are encoded already. An absolute URL (a `next` link) is taken as it is. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | undefined>>
  /** Sent as JSON. */
  readonly body?: unknown
  readonly lane?: Lane
  readonly headers?: Readonly<Record<string, string>>
}

export interface Called<T> {
  readonly value: T
  readonly answer: HttpAnswer
}

export type Caller = <T>(call: Call, schema: z.ZodType<T>) => Promise<Result<Called<T>, ProviderError>>

const TIMEOUT_MS = 30_000
const MAX_BYTES = 20 * 1024 * 1024
/** Gaps between requests are waited for; a longer pause is told, so that the queue can do something else meanwhile. */
const MAX_WAIT_MS = 2000

/** Makes single calls of one vendor: sends, tells what went wrong, and parses what came. Nothing is repeated. */
export function createCaller(deps: ProviderDeps, style: CallStyle): Caller {
  return async (call, schema) => {
    const scope = style.scope(call.path)
    const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) }
    const sent = await deps.http.request({
      accountId: deps.account.id,
      method: call.method,
      url: urlOf(deps.account.baseUrl, call),
      headers: {
        accept: 'application/json',
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...style.headers(),
        ...call.headers,
      },
      ...body,
      scope,
      lane: call.lane ?? 'background',
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      maxWaitMs: MAX_WAIT_MS,
    })
    if (!sent.ok) return err(failureOf(sent.error, call.method, scope))
    const answer = sent.value
    if (answer.status === 203) return err(signInPage(call.method, 'A page came in place of the answer.'))
    const said = style.classify?.(answer, call) ?? classifyStatus(answer, scope)
    if (said !== undefined) return err(said)
    return parse(answer, schema)
  }
}

/**
 * Sent elsewhere for the time being is how a sign-in page is shown; sent elsewhere for good is an address that moved,
 * and no credential mends that.
 */
function failureOf(failure: HttpFailure, method: HttpMethod, scope: string): ProviderError {
  const isSignIn = failure.kind === 'redirected' && [302, 303, 307].includes(failure.status)
  return isSignIn ? signInPage(method, failure.cause) : providerErrorOf(failure, scope)
}

/**
 * Something in between asks for a sign-in, or has changed the answer (203). A write may have been carried out behind
 * it: that is looked for, and the look tells about the credential.
 */
function signInPage(method: HttpMethod, detail: string): ProviderError {
  return method === 'GET' || method === 'HEAD'
    ? { kind: 'unauthenticated', said: detail }
    : { kind: 'bad-payload', phase: 'after-send', detail }
}

/** What a status means where the vendor has no other custom; undefined: a success. */
export function classifyStatus(answer: HttpAnswer, scope: string): ProviderError | undefined {
  const { status } = answer
  const said = quoteBody(answer)
  if (status === 401) return { kind: 'unauthenticated', said }
  if (status >= 200 && status < 300) return undefined
  switch (status) {
    case 400:
    case 422:
      return { kind: 'validation', fields: [], said }
    case 402:
      return { kind: 'feature-not-in-plan', said }
    case 403:
      return { kind: 'forbidden', right: null, said }
    case 404:
    case 410:
      return { kind: 'not-found', what: 'record', said }
    case 409:
      return { kind: 'conflict', said }
    case 423:
      return { kind: 'period-locked', reason: 'unknown', said }
    case 429:
      return { kind: 'rate-limited', retryAtMs: answer.retryAtMs, scope }
    default:
      return { kind: 'upstream', status, retryable: status >= 500, said }
  }
}

/** What the server wrote, where it is words and not a page. */
export function quoteBody(answer: HttpAnswer): string | null {
  const json = answer.json()
  if (!json.ok) return json.error === 'damaged' ? nonEmpty(answer.quote(answer.text())) : null
  const words = messageIn(json.value)
  return words === null ? null : nonEmpty(answer.quote(words))
}

/** The usual places for an error's words, in the usual order. */
function messageIn(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return null
  for (const name of ['message', 'error_description', 'error', 'errors', 'detail', 'title']) {
    const found = Object.entries(value).find(([key]) => key === name)?.[1]
    const words = Array.isArray(found) ? messageIn(found[0]) : messageIn(found)
    if (words !== null) return words
  }
  return null
}

function nonEmpty(text: string): string | null {
  return text.trim() === '' ? null : text
}

function parse<T>(answer: HttpAnswer, schema: z.ZodType<T>): Result<Called<T>, ProviderError> {
  const json = answer.json()
  // A 204, or a DELETE that says nothing: for schemas that take undefined.
  if (!json.ok && json.error === 'empty') return checked(undefined, answer, schema)
  if (!json.ok) return err(badPayload(json.error === 'html' ? 'a page came instead of data' : 'the data is damaged'))
  return checked(json.value, answer, schema)
}

function checked<T>(value: unknown, answer: HttpAnswer, schema: z.ZodType<T>): Result<Called<T>, ProviderError> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok({ value: parsed.data, answer })
  const [issue] = parsed.error.issues
  return err(
    badPayload(issue === undefined ? 'unexpected data' : `${issue.path.join('.') || 'data'}: ${issue.message}`),
  )
}

function badPayload(detail: string): ProviderError {
  return { kind: 'bad-payload', phase: 'after-send', detail }
}

function urlOf(baseUrl: string, { path, query }: Call): string {
  const url = new URL(path.startsWith('/') ? `${baseUrl.replace(/\/+$/, '')}${path}` : path)
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.append(name, String(value))
  }
  return url.href
}
