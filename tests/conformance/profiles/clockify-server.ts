import { wallToInstant } from '../../../src/shared/zone/wall-time.ts'
import type { Reply, SeenRequest } from '../fake-server/start-fake-server.ts'
import type { Mount, VendorServer } from '../kit/wire-profile.ts'
import { createClockifyEntries, USER, WORKSPACE } from './clockify-entries.ts'

const ZONE = 'Europe/Stockholm'
const SECOND_MS = 1000

export const clockifyRefusal = (status: number, code: number, message: string): Reply => ({
  status,
  body: { message, code },
})

/** Clockify, API v1, with its state: after the official document and a ledger of where the wire differs from it. */
export function mountClockifyServer(mount: Mount): VendorServer {
  const objections: string[] = []
  const entries = createClockifyEntries(mount.nowMs, (text) => objections.push(text))
  const projects: { id: string; name: string }[] = []
  const asked: number[] = []
  let quota: number | null = null
  let refused = 0
  let ignoresPages = false

  type Work = (request: SeenRequest, match: RegExpExecArray) => Reply
  function route(method: string, path: string, work: Work): void {
    mount.route(method, new RegExp(`^/api/v1${path}$`), (request, match) => {
      const { headers } = request
      if (headers['x-api-key'] === undefined || headers.authorization !== undefined) {
        return clockifyRefusal(401, 1000, 'Full authentication is required to access this resource')
      }
      if (headers['x-api-key'] !== mount.secret) return clockifyRefusal(401, 4003, 'Api key does not exist')
      if (isTooMuch()) return { status: 429, body: { message: 'Too many requests', code: 429 } }
      return work(request, match)
    })
  }

  function isTooMuch(): boolean {
    if (quota === null) return false
    const since = mount.nowMs() - SECOND_MS
    if (asked.filter((atMs) => atMs > since).length >= quota) {
      refused += 1
      return true
    }
    asked.push(mount.nowMs())
    return false
  }

  function page<T>({ query }: SeenRequest, rows: readonly T[]): Reply {
    const size = Math.min(5000, Number(query.get('page-size') ?? 50))
    const number = ignoresPages ? 1 : Number(query.get('page') ?? 1)
    const isLast = !ignoresPages && number * size >= rows.length
    return { headers: { 'last-page': String(isLast) }, body: rows.slice((number - 1) * size, number * size) }
  }

  const notThere = clockifyRefusal(400, 501, "TIMEENTRY with id doesn't belong to Workspace")
  const notUnderstood = clockifyRefusal(400, 3000, 'Request body is not valid')
  const workspace = `/workspaces/${WORKSPACE}`

  route('GET', '/user', () => ({
    body: {
      id: USER,
      name: 'Ada Byron',
      email: 'ada@example.test',
      activeWorkspace: WORKSPACE,
      settings: { timeZone: ZONE },
    },
  }))
  route('GET', '/workspaces', () => ({ body: [{ id: WORKSPACE, name: 'Analytical Engines' }] }))
  route('GET', `${workspace}/projects`, (request) =>
    page(
      request,
      projects.map((one) => ({ ...one, clientName: '', archived: false, workspaceId: WORKSPACE })),
    ),
  )
  route('GET', `${workspace}/user/${USER}/time-entries`, (request) => {
    const { query } = request
    if (query.get('in-progress') === 'true') return page(request, entries.running())
    const [from, to] = [query.get('start'), query.get('end')]
    if (from === null || to === null) return notUnderstood
    return page(request, entries.between(asWallClock(from), asWallClock(to)))
  })
  route('PATCH', `${workspace}/user/${USER}/time-entries`, ({ body }) => {
    const { end } = JSON.parse(body) as { end: string }
    const stopped = entries.stop(Date.parse(end))
    return stopped === undefined
      ? clockifyRefusal(404, 404, 'Currently running time entry does not exist')
      : { body: stopped }
  })
  route('POST', `${workspace}/time-entries`, ({ body }) => {
    const made = entries.create(JSON.parse(body))
    return made === undefined ? notUnderstood : { status: 201, body: made }
  })
  route('GET', `${workspace}/time-entries/([0-9a-z-]+)`, (_request, [, id = '']) => {
    const entry = entries.get(id)
    return entry === undefined ? notThere : { body: entry }
  })
  route('PUT', `${workspace}/time-entries/([0-9a-z-]+)`, ({ body }, [, id = '']) => {
    if (entries.get(id) === undefined) return notThere
    const entry = entries.replace(id, JSON.parse(body))
    return entry === undefined ? notUnderstood : { body: entry }
  })
  route('DELETE', `${workspace}/time-entries/([0-9a-z-]+)`, (_request, [, id = '']) => {
    if (entries.get(id) === undefined) return notThere
    entries.there.removeThere(id)
    return { status: 204 }
  })

  return {
    ...entries.there,
    objections,
    setProjects(wanted) {
      for (let id = 1; id <= wanted; id += 1) projects.push({ id: `p${id}`, name: `Project ${id}` })
    },
    insertProject: () => projects.unshift({ id: `inserted${projects.length}`, name: 'Inserted' }),
    ignorePages() {
      ignoresPages = true
    },
    enforceQuota() {
      quota = 10
    },
    refusedByQuota: () => refused,
  }
}

/** The window is read as a wall clock of the account's zone, whatever its `Z` says. */
function asWallClock(text: string): number {
  const [day = '', time = ''] = text.replace('Z', '').split('T')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return wallToInstant({ day, minutes: hours * 60 + minutes }, ZONE).ms
}
