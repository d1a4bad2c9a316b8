import { z } from 'zod'
import type { ProviderError } from '../../core/ports/provider-error.ts'
import type { TimeCapabilities, TimeProvider } from '../../core/ports/time-provider.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { addDays } from '../../shared/zone/day-arithmetic.ts'
import { createCaller } from '../create-caller.ts'
import type { ProviderDeps } from '../provider-deps.ts'
import { isSameNote } from '../same-note.ts'
import { createTogglList, MAX_ROWS, togglListSchema } from './list-toggl-entries.ts'
import { togglError } from './toggl-errors.ts'
import { togglScope } from './toggl-limits.ts'
import {
  changesFor,
  fromToggl,
  type TogglEntry,
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
  const offsetMs = () => deps.http.serverClock(origin).offsetMs
  const serverNowMs = () => {
    const offset = offsetMs()
    return offset === null ? null : deps.nowMs() + offset
  }
  const call = createCaller(deps, {
    headers: () => ({ authorization: `Basic ${btoa(`${deps.secret}:api_token`)}` }),
    scope: togglScope,
    classify: (answer, { path }) => togglError(answer, path, deps.nowMs()),
  })
  const listBetween = createTogglList(call)
  const workspaceId = () => Number(account.workspaceId)
  const entriesPath = () => `/workspaces/${workspaceId()}/time_entries`
  const isOwn = ({ workspace_id }: TogglEntry) => account.workspaceId === null || workspace_id === account.workspaceId
  const toRecord = (entry: TogglEntry) => fromToggl(entry, offsetMs())

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
      const projects = new Map<string, z.infer<typeof togglProjectSchema>>()
      for (let page = 1; ; page += 1) {
        const query = { active: 'both', per_page: PER_PAGE, page }
        const answer = await call(
          { method: 'GET', path: `/workspaces/${workspaceId()}/projects`, query },
          z.array(togglProjectSchema).nullish(),
        )
        if (!answer.ok) return answer
        const rows = answer.value.value ?? []
        const before = projects.size
        for (const project of rows) projects.set(project.id, project)
        // A server that ignores `page` gives the first one again: nothing new ends it. So does a page that is not full.
        if (rows.length < PER_PAGE || projects.size === before) break
      }
      return ok({
        activities: [],
        projects: [...projects.values()].map(({ id, name, client_name, active }) => ({
          remoteId: id,
          name,
          clientName: client_name ?? null,
          archived: active === false,
          activities: null,
        })),
      })
    },

    async create(write, lane) {
      const body = toToggl(write, workspaceId(), serverNowMs())
      const answer = await call({ method: 'POST', path: entriesPath(), body, lane }, togglEntrySchema)
      return answer.ok ? ok(toRecord(answer.value.value)) : answer
    },

    async update(remoteId, write, changed, lane) {
      // PUT, not PATCH: in v9 PATCH is the bulk edit, with another body.
      const body = changesFor(write, changed, workspaceId(), serverNowMs())
      const answer = await call({ method: 'PUT', path: `${entriesPath()}/${remoteId}`, body, lane }, togglEntrySchema)
      return answer.ok ? ok(toRecord(answer.value.value)) : answer
    },

    async remove(remoteId, lane) {
      const answer = await call({ method: 'DELETE', path: `${entriesPath()}/${remoteId}`, lane }, z.unknown())
      return answer.ok || answer.error.kind === 'not-found' ? ok(null) : answer
    },

    async find({ fields: { time, note } }) {
      if (time.kind === 'amount') return err({ kind: 'unsupported', what: 'amounts without clock times' })
      const day = new Date(time.startMs).toISOString().slice(0, 10)
      const answer = await listBetween(addDays(day, -1), addDays(day, 1))
      if (!answer.ok) return answer
      // A running one was begun at the server's now, where that is behind ours; and it may have been stopped there since.
      const earlierMs = time.endMs === null ? Math.max(0, -(offsetMs() ?? 0)) : 0
      return ok(
        (answer.value ?? [])
          .filter((entry) => isOwn(entry) && isSameNote(entry.description ?? '', note))
          .filter(({ start }) => start < time.startMs + 1000 && start > time.startMs - earlierMs - 1000)
          .map(toRecord),
      )
    },

    async get(remoteId) {
      const answer = await call({ method: 'GET', path: `/me/time_entries/${remoteId}` }, togglEntrySchema)
      if (!answer.ok) return answer.error.kind === 'not-found' ? ok(null) : answer
      return ok(toRecord(answer.value.value))
    },

    async running() {
      const answer = await call(
        { method: 'GET', path: '/me/time_entries/current', lane: 'interactive' },
        togglEntrySchema.nullish(),
      )
      if (!answer.ok) return answer
      const entry = answer.value.value
      return ok(entry == null ? null : toRecord(entry))
    },

    async pull({ cursor, fromDay, toDay }) {
      const fromMs = serverNowMs()
      const changes = await changedSince(cursor)
      if (!changes.ok) return changes
      const answer = changes.value === null ? await listBetween(fromDay, toDay) : ok(changes.value)
      if (!answer.ok) return answer
      const isWhole = changes.value === null && answer.value !== null
      const nowMs = fromMs ?? serverNowMs()
      return ok({
        records: (answer.value ?? []).filter(isOwn).map(toRecord),
        // Without the server's clock, or without a list, nothing tells up to when this holds.
        nextCursor: nowMs === null || answer.value === null ? cursor : String(nowMs),
        more: false,
        complete: isWhole ? { fromDay, toDay } : null,
      })
    },
  }

  /** null: not to be had this way, because there is no beginning, or it lies too far back, or they are too many. */
  async function changedSince(cursor: string | null): Promise<Result<TogglEntry[] | null, ProviderError>> {
    const sinceMs = cursor === null ? null : Number(cursor)
    const nowMs = serverNowMs() ?? deps.nowMs()
    if (sinceMs === null || nowMs - sinceMs >= SINCE_REACH_MS) return ok(null)
    const query = { since: Math.floor((sinceMs - OVERLAP_MS) / 1000) }
    const answer = await call({ method: 'GET', path: '/me/time_entries', query }, togglListSchema)
    if (!answer.ok) return answer
    const rows = answer.value.value ?? []
    return ok(rows.length >= MAX_ROWS ? null : rows)
  }
}
