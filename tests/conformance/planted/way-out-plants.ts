import { createToggl } from '../../../src/providers/toggl/create-toggl.ts'
import type { Plant } from './plant.ts'
import { overHttp, sending, withJson } from './wrap-http.ts'

/** Bugs in how requests go out and answers come in. */
export const wayOutPlants: readonly Plant[] = [
  {
    bug: 'repeats a write that failed',
    caughtBy: 'T8',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          const isFaulty = !answer.ok || answer.value.status >= 500
          return isFaulty && request.method === 'POST' ? send(request) : answer
        }),
      ),
  },
  {
    bug: 'repeats a write that was cut off',
    caughtBy: 'T10',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          return !answer.ok && request.method === 'POST' ? send(request) : answer
        }),
      ),
  },
  {
    bug: 'never reads the last page',
    caughtBy: 'T2',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          if (!answer.ok || !/[?&]page=[2-9]/.test(request.url)) return answer
          const isLast = (rows: unknown) => Array.isArray(rows) && rows.length < 200
          return { ok: true, value: withJson(answer.value, (rows) => (isLast(rows) ? [] : rows)) }
        }),
      ),
  },
  {
    bug: 'reads the time of a pause by its own clock',
    caughtBy: 'T7',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          if (!answer.ok) return answer
          const text = answer.value.header('retry-after') ?? ''
          const date = text.includes(',') ? Date.parse(text) : Number.NaN
          return Number.isNaN(date) ? answer : { ok: true, value: { ...answer.value, retryAtMs: date } }
        }),
      ),
  },
  {
    bug: 'takes a 203 for an empty answer',
    caughtBy: 'T3',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          if (!answer.ok || answer.value.status !== 203) return answer
          return { ok: true, value: { ...answer.value, status: 200, json: () => ({ ok: true, value: null }) } }
        }),
      ),
  },
  {
    bug: 'follows a redirect, token and all',
    caughtBy: 'T20',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          if (answer.ok || answer.error.kind !== 'redirected' || answer.error.toOrigin === null) return answer
          await fetch(answer.error.toOrigin, { headers: request.headers })
          return answer
        }),
      ),
  },
  {
    bug: 'changes one entry with the bulk edit',
    caughtBy: 'T1',
    create: (deps) =>
      createToggl(
        overHttp(deps, (send, request) => send(request.method === 'PUT' ? { ...request, method: 'PATCH' } : request)),
      ),
  },
  {
    bug: 'begins a running timer without a duration',
    caughtBy: 'T1',
    create: (deps) =>
      createToggl(
        overHttp(deps, (send, request) =>
          send(request.method === 'POST' ? sending(request, ({ duration: _, ...rest }) => rest) : request),
        ),
      ),
  },
  {
    bug: 'begins a running timer with a duration of nothing',
    caughtBy: 'T1',
    create: (deps) =>
      createToggl(
        overHttp(deps, (send, request) =>
          send(sending(request, (body) => (body['duration'] === -1 ? { ...body, duration: 0 } : body))),
        ),
      ),
  },
  {
    bug: 'takes a lost answer for a lost request',
    caughtBy: 'T9',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          return answer.ok ? answer : { ok: false, error: { ...answer.error, phase: 'before-send' } }
        }),
      ),
  },
]
