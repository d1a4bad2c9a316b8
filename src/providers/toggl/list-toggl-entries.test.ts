import { expect, it } from 'vitest'
import { accountOf } from '../../../tests/conformance/kit/create-stand.ts'
import { togglProfile } from '../../../tests/conformance/profiles/toggl.ts'
import { createTestHttp } from '../../../tests/fakes/test-http.ts'
import { createCaller } from '../create-caller.ts'
import { createTogglList } from './list-toggl-entries.ts'

const DAY_MS = 24 * 3_600_000
const FIRST_MS = Date.UTC(2026, 9, 1, 12)

it('a list that may have been cut is asked for again in pieces, until each is whole', async () => {
  const { http, server } = await createTestHttp()
  // 300 entries on each of ten days; the server gives no more than a thousand at once.
  const all = Array.from({ length: 3000 }, (_, index) => ({ id: index + 1, atMs: FIRST_MS + (index % 10) * DAY_MS }))
  server.route('GET', /time_entries/, ({ query }) => {
    const [from, to] = [Date.parse(query.get('start_date') ?? ''), Date.parse(query.get('end_date') ?? '')]
    const rows = all.filter(({ atMs }) => atMs >= from && atMs < to).slice(0, 1000)
    return {
      body: rows.map(({ id, atMs }) => ({ id, workspace_id: 1, start: new Date(atMs).toISOString(), duration: 60 })),
    }
  })
  const account = { ...accountOf(togglProfile), id: 'acc', baseUrl: server.origin }
  const deps = { http, account, secret: togglProfile.secret, nowMs: () => 0 }
  const call = createCaller(deps, { headers: () => ({}), scope: () => 'me' })
  const list = await createTogglList(call)('2026-10-01', '2026-10-10')
  expect(list.ok && new Set(list.value?.map(({ id }) => id)).size).toBe(3000)
})
