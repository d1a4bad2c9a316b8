import type { Http, HttpAnswer, HttpRequest } from '../../../src/core/ports/http.ts'
import type { ProviderDeps } from '../../../src/providers/provider-deps.ts'

type Send = Http['request']

/** The same adapter over a way out that does not behave. */
export function overHttp(
  deps: ProviderDeps,
  change: (send: Send, request: HttpRequest) => ReturnType<Send>,
): ProviderDeps {
  const send: Send = (request) => deps.http.request(request)
  return {
    ...deps,
    http: { request: (request) => change(send, request), serverClock: (origin) => deps.http.serverClock(origin) },
  }
}

/** An answer with another body; what asks for the text or the JSON gets the new one. */
export function withJson(answer: HttpAnswer, change: (value: unknown) => unknown): HttpAnswer {
  const json = answer.json()
  return json.ok ? { ...answer, json: () => ({ ok: true, value: change(json.value) }) } : answer
}

/** Changes each object in a body, however deep its list lies. */
export function eachRecord(value: unknown, change: (record: Record<string, unknown>) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => eachRecord(one, change))
  return typeof value === 'object' && value !== null ? change(Object.fromEntries(Object.entries(value))) : value
}

/** The request with another JSON body. */
export function sending(request: HttpRequest, change: (body: Record<string, unknown>) => object): HttpRequest {
  if (typeof request.body !== 'string') return request
  const body: unknown = JSON.parse(request.body)
  return typeof body === 'object' && body !== null
    ? { ...request, body: JSON.stringify(change(Object.fromEntries(Object.entries(body)))) }
    : request
}
