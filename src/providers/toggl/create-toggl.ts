import { z } from 'zod'
import type { HttpAnswer } from '../../core/ports/http.ts'
import type { ProviderError } from '../../core/ports/provider-error.ts'
import type { PullPage, TimeCapabilities, TimeProvider } from '../../core/ports/time-provider.ts'
import { err, ok } from '../../shared/result.ts'
import { addDays } from '../../shared/zone/day-arithmetic.ts'
import { createCaller, quoteBody } from '../create-caller.ts'
import type { ProviderDeps } from '../provider-deps.ts'
import {
  changesFor,
  fromToggl,
  togglEntrySchema,
  togglMeSchema,
  togglProjectSchema,
  togglWorkspaceSchema,
  toToggl,
} from './toggl-wire.ts'

export const togglCapabilities: TimeCapabilities = {
  // Fractions of a second are dropped by the server: 59.593 comes back as 59.
  shape: { model: 'instants', quantum: { ms: 1000, rounding: 'down' }, overMidnight: true, running: true, minMs: 0 },
  rules: { quantumMs: 1000, canMoveDay: true, canMoveProject: true },
  searchKey: 'none',
  tombstones: true,
  pull: 'changes',
  projectRequired: false,
  activityRequired: false,
  noteRequired: false,
  maxNoteLength: 3000,
  tags: true,
  billable: true,
  locks: 'none',
  flex: false,
  credential: 'token',
}

/** `since` may overlook what was written while it was asked; asked again with an overlap, known rows are no news. */
const OVERLAP_MS = 5 * 60_000
/** How far back `since` reaches; older changes come by their days. */
const SINCE_REACH_MS = 80 * 24 * 3_600_000
const PER_PAGE = 200

/** Toggl Track, API v9. Wire facts: the official swagger and recorded traffic; doubts are marked where they are. */
export function createToggl(deps: ProviderDeps): TimeProvider {
  const { account } = deps
  const origin = new URL(account.baseUrl).origin
  const offsetMs = () => deps.http.serverClock(origin).offsetMs ?? 0
  const call = createCaller(deps, {
    headers: () => ({ authorization: `Basic ${btoa(`${deps.secret}:api_token`)}` }),
    // Calls about the person are counted apart from those about a workspace.
    scope: (path) => (path.startsWith('/me') ? 'me' : 'workspace'),
    classify,
  })
  const workspaceId = () => Number(account.workspaceId)
  const entriesPath = () => `/workspaces/${workspaceId()}/time_entries`

  return {
    capabilities: togglCapabilities,

    async check() {
      const me = await call({ method: 'GET', path: '/me', lane: 'interactive' }, togglMeSchema)
      if (!me.ok) return me
      const workspaces = await call(
        { method: 'GET', path: '/me/workspaces', lane: 'interactive' },
        z.array(togglWorkspaceSchema).nullish(),
      )
      if (!workspaces.ok) return workspaces
      const { id, fullname, email, timezone } = me.value.value
      return ok({
        userId: id,
        userName: fullname ?? email ?? id,
        zone: timezone ?? null,
        workspaces: workspaces.value.value ?? [],
        missing: [],
      })
    },

    async catalogue() {
      const projects: z.infer<typeof togglProjectSchema>[] = []
      for (let page = 1; ; page += 1) {
        const answer = await call(
          {
            method: 'GET',
            path: `/workspaces/${workspaceId()}/projects`,
            query: { active: 'both', per_page: PER_PAGE, page },
          },
          z.array(togglProjectSchema).nullish(),
        )
        if (!answer.ok) return answer
        const seen = new Set(projects.map(({ id }) => id))
        const fresh = (answer.value.value ?? []).filter(({ id }) => !seen.has(id))
        projects.push(...fresh)
        // A server that ignores `page` gives the first one again: nothing new ends it.
        if (fresh.length < PER_PAGE) break
      }
      return ok({
        activities: [],
        projects: projects.map(({ id, name, client_name, active }) => ({
          remoteId: id,
          name,
          clientName: client_name ?? null,
          archived: active === false,
          activities: null,
        })),
      })
    },

    async create(write, lane) {
      const body = toToggl(write, workspaceId())
      const answer = await call({ method: 'POST', path: entriesPath(), body, lane }, togglEntrySchema)
      return answer.ok ? ok(fromToggl(answer.value.value, offsetMs())) : answer
    },

    async update(remoteId, write, changed, lane) {
      // PUT, not PATCH: in v9 PATCH is the bulk edit, with another body.
      const body = changesFor(write, changed, workspaceId())
      const answer = await call({ method: 'PUT', path: `${entriesPath()}/${remoteId}`, body, lane }, togglEntrySchema)
      return answer.ok ? ok(fromToggl(answer.value.value, offsetMs())) : answer
    },

    async remove(remoteId, lane) {
      const answer = await call({ method: 'DELETE', path: `${entriesPath()}/${remoteId}`, lane }, z.unknown())
      return answer.ok || answer.error.kind === 'not-found' ? ok(null) : answer
    },

    async find({ fields: { time, note } }) {
      if (time.kind === 'amount') return err({ kind: 'unsupported', what: 'amounts without clock times' })
      const day = new Date(time.startMs).toISOString().slice(0, 10)
      const answer = await list({ start_date: addDays(day, -1), end_date: addDays(day, 2) })
      if (!answer.ok) return answer
      return ok(
        answer.value.filter(({ fields }) => {
          const there = fields.time
          return (
            there.kind === 'instants' &&
            Math.abs(there.startMs - time.startMs) < 1000 &&
            (there.endMs === null) === (time.endMs === null) &&
            fields.note.normalize() === note.normalize()
          )
        }),
      )
    },

    async get(remoteId) {
      const answer = await call({ method: 'GET', path: `/me/time_entries/${remoteId}` }, togglEntrySchema)
      if (!answer.ok) return answer.error.kind === 'not-found' ? ok(null) : answer
      return ok(fromToggl(answer.value.value, offsetMs()))
    },

    async running() {
      const answer = await call(
        { method: 'GET', path: '/me/time_entries/current', lane: 'interactive' },
        togglEntrySchema.nullish(),
      )
      if (!answer.ok) return answer
      const entry = answer.value.value
      return ok(entry == null ? null : fromToggl(entry, offsetMs()))
    },

    async pull({ cursor, fromDay, toDay }) {
      const serverNowMs = deps.nowMs() + offsetMs()
      const sinceMs = cursor === null ? null : Number(cursor)
      const isReachable = sinceMs !== null && serverNowMs - sinceMs < SINCE_REACH_MS
      const answer = await list(
        isReachable
          ? { since: Math.floor((sinceMs - OVERLAP_MS) / 1000) }
          : { start_date: fromDay, end_date: addDays(toDay, 1) },
      )
      if (!answer.ok) return answer
      const page: PullPage = {
        records: answer.value,
        nextCursor: String(serverNowMs),
        more: false,
        complete: isReachable ? null : { fromDay, toDay },
      }
      return ok(page)
    },
  }

  async function list(query: Record<string, string | number>) {
    const answer = await call({ method: 'GET', path: '/me/time_entries', query }, z.array(togglEntrySchema).nullish())
    if (!answer.ok) return answer
    const own = (answer.value.value ?? []).filter(
      ({ workspace_id }) => account.workspaceId === null || workspace_id === account.workspaceId,
    )
    return ok(own.map((entry) => fromToggl(entry, offsetMs())))
  }
}

/**
 * 402 is both "quota used up" (then its header says 0) and "not in your plan". A wrong token is 403 on `/me`. Errors are
 * a bare JSON string or text. 410: this path is gone for ever.
 */
function classify(answer: HttpAnswer, { path }: { path: string }): ProviderError | undefined {
  const said = quoteBody(answer)
  if (answer.status === 402 && answer.header('x-toggl-quota-remaining') === '0') {
    return { kind: 'quota-exhausted', resetAtMs: null, scope: path.startsWith('/me') ? 'me' : 'workspace' }
  }
  if (answer.status === 403 && path.startsWith('/me')) return { kind: 'unauthenticated', said }
  if (answer.status === 410) return { kind: 'unsupported', what: 'this version of the Toggl API' }
  return undefined
}
