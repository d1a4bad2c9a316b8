import type { Reply, SeenRequest } from '../fake-server/start-fake-server.ts'
import type { Mount, VendorServer } from '../kit/wire-profile.ts'
import { createTogglEntries, WORKSPACE } from './toggl-entries.ts'
import { createTogglQuota } from './toggl-quota.ts'

const API = '/api/v9'
const PER_PAGE = 200

const ok = (body?: unknown): Reply => (body === undefined ? { status: 200 } : { status: 200, body })
/** Errors are a bare JSON string. */
const refuse = (status: number, words: string): Reply => ({ status, body: JSON.stringify(words), headers: JSON_TYPE })
const JSON_TYPE = { 'content-type': 'application/json' }

/** Toggl Track, API v9, with its state: after the official swagger and recorded traffic. */
export function mountTogglServer(mount: Mount): VendorServer {
  const objections: string[] = []
  const entries = createTogglEntries(mount.nowMs, (text) => objections.push(text))
  const quota = createTogglQuota(mount.nowMs)
  const projects: { id: number; name: string }[] = []
  let ignoresPages = false

  type Work = (request: SeenRequest, match: RegExpExecArray) => Reply
  function route(method: string, path: string, work: Work): void {
    mount.route(method, new RegExp(`^${API}${path}$`), (request, match) => {
      const refused = refusal(request)
      if (refused !== undefined) return refused
      const scope = request.path.startsWith(`${API}/me`) ? 'me' : 'organization'
      return quota.count(scope, () => work(request, match))
    })
  }

  function refusal({ headers, path, method }: SeenRequest): Reply | undefined {
    const { authorization } = headers
    // Recorded: no body at all, and no content type.
    if (authorization === undefined) return { status: 401, headers: { 'x-authorization-missing': 'true' } }
    const wanted = `Basic ${Buffer.from(`${mount.secret}:api_token`).toString('base64')}`
    if (authorization !== wanted) return refuse(403, 'Incorrect username and/or password')
    if (/workspaces\/(\d+)/.exec(path)?.[1] !== String(WORKSPACE) && path.includes('/workspaces/')) {
      return refuse(403, 'Workspace not found/accessible')
    }
    if (method !== 'GET' && method !== 'DELETE' && !/^application\/json/.test(headers['content-type'] ?? '')) {
      return refuse(415, 'Unsupported Media Type')
    }
    return undefined
  }

  route('GET', '/me', () =>
    ok({
      id: 88,
      fullname: 'Ada Byron',
      email: 'ada@example.test',
      timezone: 'Europe/Stockholm',
      default_workspace_id: WORKSPACE,
      beginning_of_week: 1,
      api_token: mount.secret,
    }),
  )
  route('GET', '/me/workspaces', () => ok([{ id: WORKSPACE, name: 'Analytical Engines', premium: false }]))
  route('GET', '/me/time_entries/current', () => ok(entries.running()))
  route('GET', '/me/time_entries', ({ query }) => {
    const since = query.get('since')
    if (since !== null) {
      const reachMs = 90 * 24 * 3_600_000
      if (Number(since) * 1000 < mount.nowMs() - reachMs) return refuse(400, "'since' is too far in the past")
      return ok(entries.changedSince(Number(since) * 1000))
    }
    const [from, to] = [query.get('start_date'), query.get('end_date')]
    if (from === null || to === null) return refuse(400, 'start_date and end_date must be given together')
    return ok(entries.between(Date.parse(from), Date.parse(to)))
  })
  route('GET', '/me/time_entries/(\\d+)', (_request, [, id = '']) => {
    const found = entries.get(Number(id))
    return found === undefined ? refuse(404, 'Time entry not found') : ok(found)
  })
  route('GET', `/workspaces/${WORKSPACE}/projects`, ({ query }) => {
    const perPage = Math.min(PER_PAGE, Number(query.get('per_page') ?? 151))
    const page = ignoresPages ? 1 : Number(query.get('page') ?? 1)
    const shown = projects.slice((page - 1) * perPage, page * perPage)
    const full = shown.map((one) => ({
      ...one,
      workspace_id: WORKSPACE,
      client_name: null,
      active: true,
      color: '#0b83d9',
    }))
    return ok(full.length === 0 ? null : full)
  })
  const own = `/workspaces/${WORKSPACE}/time_entries`
  route('POST', own, ({ body }) => said(entries.create(JSON.parse(body))))
  route('PUT', `${own}/(\\d+)`, ({ body }, [, id = '']) => said(entries.update(Number(id), JSON.parse(body))))
  // The bulk edit: another body, and another answer.
  route('PATCH', `${own}/([\\d,]+)`, ({ body }) =>
    Array.isArray(JSON.parse(body)) ? ok({ success: [], failure: [] }) : refuse(400, 'JSON is not valid'),
  )
  route('PATCH', `${own}/(\\d+)/stop`, (_request, [, id = '']) => said(entries.stop(Number(id))))
  route('DELETE', `${own}/(\\d+)`, (_request, [, id = '']) => said(entries.remove(Number(id))))

  return {
    ...entries.there,
    objections,
    setProjects(count) {
      for (let id = 1; id <= count; id += 1) projects.push({ id: 1000 + id, name: `Project ${id}` })
    },
    insertProject: () => projects.unshift({ id: 999_000 + projects.length, name: 'Inserted' }),
    ignorePages() {
      ignoresPages = true
    },
    enforceQuota: quota.enforce,
    refusedByQuota: quota.refused,
  }
}

function said(answer: { status: number; words: string } | { value: unknown }): Reply {
  return 'words' in answer ? refuse(answer.status, answer.words) : ok(answer.value)
}
