import type { RemoteRecord, TimeProvider } from '../../../src/core/ports/time-provider.ts'
import { createToggl } from '../../../src/providers/toggl/create-toggl.ts'
import type { Plant } from './plant.ts'
import { eachRecord, overHttp, sending, withJson } from './wrap-http.ts'

/** Bugs in what is made of answers. */
export const meaningPlants: readonly Plant[] = [
  {
    bug: 'drops the offset of a time it reads',
    caughtBy: 'T1',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          if (!answer.ok) return answer
          // As a machine in Stockholm reads it in winter.
          const dropped = (text: unknown) =>
            typeof text === 'string' ? text.replace(/T(.*)\+00:00$/, 'T$1+01:00') : text
          const change = (record: Record<string, unknown>) => ({
            ...record,
            start: dropped(record['start']),
            stop: dropped(record['stop']),
          })
          return { ok: true, value: withJson(answer.value, (value) => eachRecord(value, change)) }
        }),
      ),
  },
  {
    bug: 'sends wall clock times as if they were UTC',
    caughtBy: 'T15',
    create: (deps) => {
      const local = (text: unknown) =>
        typeof text === 'string' ? new Date(Date.parse(text) + 3_600_000).toISOString() : text
      return createToggl(
        overHttp(deps, (send, request) =>
          send(sending(request, (body) => ({ ...body, start: local(body['start']), stop: local(body['stop']) }))),
        ),
      )
    },
  },
  {
    bug: 'takes a used-up quota for a bad credential',
    caughtBy: 'T7',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          return answer.ok && answer.value.status === 402
            ? { ok: true, value: { ...answer.value, status: 401 } }
            : answer
        }),
      ),
  },
  {
    bug: 'asks for the days of UTC',
    caughtBy: 'T15',
    create: (deps) =>
      createToggl(
        overHttp(deps, (send, request) => {
          const url = new URL(request.url)
          for (const [name, days] of Object.entries({ start_date: 1, end_date: -1 })) {
            const day = url.searchParams.get(name)
            const moved = Date.parse(day ?? '') + days * 24 * 3_600_000
            if (day !== null) url.searchParams.set(name, new Date(moved).toISOString().slice(0, 10))
          }
          return send({ ...request, url: url.href })
        }),
      ),
  },
  {
    bug: 'puts the token into an error',
    caughtBy: 'T20',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          return answer.ok ? { ok: true, value: { ...answer.value, quote: (text: string) => text } } : answer
        }),
      ),
  },
  {
    bug: 'takes a list that is not found for an empty one',
    caughtBy: 'T5',
    create: (deps) =>
      createToggl(
        overHttp(deps, async (send, request) => {
          const answer = await send(request)
          if (!answer.ok || answer.value.status !== 404 || request.method !== 'GET') return answer
          return { ok: true, value: { ...answer.value, status: 200, json: () => ({ ok: true, value: [] }) } }
        }),
      ),
  },
  {
    bug: 'does not see what was removed there',
    caughtBy: 'T19',
    create: (deps) =>
      changed(createToggl(deps), (toggl) => ({
        async pull(request) {
          const page = await toggl.pull(request)
          if (!page.ok) return page
          return { ok: true, value: { ...page.value, records: page.value.records.filter(({ deleted }) => !deleted) } }
        },
      })),
  },
  {
    bug: 'takes a search that failed for one that found nothing',
    caughtBy: 'T8',
    create: (deps) =>
      changed(createToggl(deps), (toggl) => ({
        async find(write) {
          const found = await toggl.find(write)
          return found.ok ? found : { ok: true, value: [] }
        },
      })),
  },
  {
    bug: 'takes over any record with the same note',
    caughtBy: 'T12',
    create: (deps) =>
      changed(createToggl(deps), () => ({ find: ({ fields }) => anyWithNote(createToggl(deps), fields.note) })),
  },
  {
    bug: 'takes over records that belong to another entry',
    caughtBy: 'T12',
    create: createToggl,
    wrapStore: (store) => ({ ...store, linkOf: () => undefined }),
  },
  {
    bug: 'tells changes by the clock of the server',
    caughtBy: 'T14',
    create: (deps) =>
      createToggl({
        ...deps,
        http: { request: (request) => deps.http.request(request), serverClock: () => ({ offsetMs: 0 }) },
      }),
  },
  {
    bug: 'compares notes letter by letter in a search',
    caughtBy: 'T16',
    create: (deps) =>
      changed(createToggl(deps), (toggl) => ({
        async find(write) {
          const found = await toggl.find(write)
          if (!found.ok) return found
          return { ok: true, value: found.value.filter(({ fields }) => fields.note === write.fields.note) }
        },
      })),
  },
]

function changed(toggl: TimeProvider, change: (toggl: TimeProvider) => Partial<TimeProvider>): TimeProvider {
  return { ...toggl, ...change(toggl) }
}

/** Whoever made it, and whenever. */
async function anyWithNote(toggl: TimeProvider, note: string) {
  const page = await toggl.pull({ cursor: null, fromDay: '2026-11-01', toDay: '2026-11-30' })
  if (!page.ok) return page
  const records = page.value.records.filter(({ fields }) => fields.note === note)
  return { ok: true as const, value: records.map((record): RemoteRecord => ({ ...record, changedAtMs: null })) }
}
