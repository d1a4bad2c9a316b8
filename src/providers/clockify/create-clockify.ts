import { z } from 'zod'
import type { ProviderError } from '../../core/ports/provider-error.ts'
import type { TimeCapabilities, TimeProvider } from '../../core/ports/time-provider.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { addDays } from '../../shared/zone/day-arithmetic.ts'
import { createCaller } from '../create-caller.ts'
import type { ProviderDeps } from '../provider-deps.ts'
import { isSameNote } from '../same-note.ts'
import { clockifyError } from './clockify-errors.ts'
import { allPages } from './clockify-pages.ts'
import {
  type ClockifyEntry,
  changedClockify,
  clockifyEntrySchema,
  clockifyInstant,
  clockifyProjectSchema,
  clockifyUserSchema,
  clockifyWorkspaceSchema,
  fromClockify,
  toClockify,
} from './clockify-wire.ts'

export const clockifyCapabilities: TimeCapabilities = {
  shape: { model: 'instants', quantum: { ms: 1000, rounding: 'down' }, overMidnight: true, running: true, minMs: 0 },
  rules: { quantumMs: 1000, canMoveDay: true, canMoveProject: true },
  searchKey: 'none',
  tombstones: false,
  pull: 'window',
  projectRequired: false,
  activityRequired: false,
  noteRequired: false,
  maxNoteLength: 3000,
  // Tags there are things of their own with ids; those that are there are left alone.
  tags: false,
  billable: true,
  locks: 'entry',
  flex: false,
  credential: 'token',
}

/** Clockify, API v1. Wire facts: the official OpenAPI document and a ledger of where the wire differs from it. */
export function createClockify(deps: ProviderDeps): TimeProvider {
  const { account } = deps
  const origin = new URL(account.baseUrl).origin
  const offsetMs = () => deps.http.serverClock(origin).offsetMs
  const serverNowMs = () => {
    const offset = offsetMs()
    return offset === null ? null : deps.nowMs() + offset
  }
  const call = createCaller(deps, {
    headers: () => ({ 'x-api-key': deps.secret }),
    scope: () => 'api',
    classify: clockifyError,
  })
  const workspace = `/v1/workspaces/${encodeURIComponent(account.workspaceId ?? '')}`
  const entryPath = (remoteId: string) => `${workspace}/time-entries/${encodeURIComponent(remoteId)}`
  const toRecord = (entry: ClockifyEntry) => fromClockify(entry, offsetMs())
  let userId: string | undefined

  return {
    capabilities: clockifyCapabilities,

    async check() {
      const user = await call({ method: 'GET', path: '/v1/user', lane: 'interactive' }, clockifyUserSchema)
      if (!user.ok) return user
      const workspaces = await call(
        { method: 'GET', path: '/v1/workspaces', lane: 'interactive' },
        z.array(clockifyWorkspaceSchema),
      )
      if (!workspaces.ok) return workspaces
      const { id, name, email, settings } = user.value.value
      return ok({
        userId: id,
        userName: name ?? email ?? id,
        zone: settings?.timeZone ?? null,
        workspaces: workspaces.value.value,
        missing: [],
      })
    },

    async catalogue() {
      const projects = await allPages(call, { method: 'GET', path: `${workspace}/projects` }, clockifyProjectSchema)
      if (!projects.ok) return projects
      return ok({
        activities: [],
        projects: projects.value.map(({ id, name, clientName, archived }) => ({
          remoteId: id,
          name,
          clientName: clientName == null || clientName === '' ? null : clientName,
          archived: archived === true,
          activities: null,
        })),
      })
    },

    async create(write, lane) {
      const { time } = write.fields
      if (time.kind === 'instants' && time.endMs === null) {
        // Whether a start stops what runs is not known: it is stopped first.
        const stopped = await stopRunning()
        if (!stopped.ok) return stopped
      }
      const body = toClockify(write, serverNowMs())
      const answer = await call({ method: 'POST', path: `${workspace}/time-entries`, body, lane }, clockifyEntrySchema)
      return answer.ok ? ok(toRecord(answer.value.value)) : answer
    },

    async update(remoteId, write, changed, lane) {
      const there = await call({ method: 'GET', path: entryPath(remoteId), lane }, clockifyEntrySchema)
      if (!there.ok) return unwritten(there.error)
      const body = changedClockify(there.value.value, write, changed, serverNowMs())
      const answer = await call({ method: 'PUT', path: entryPath(remoteId), body, lane }, clockifyEntrySchema)
      return answer.ok ? ok(toRecord(answer.value.value)) : answer
    },

    async remove(remoteId, lane) {
      const answer = await call({ method: 'DELETE', path: entryPath(remoteId), lane }, z.unknown())
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
        answer.value
          .filter(({ description }) => isSameNote(description ?? '', note))
          .filter(
            ({ timeInterval: { start } }) => start < time.startMs + 1000 && start > time.startMs - earlierMs - 1000,
          )
          .map(toRecord),
      )
    },

    async get(remoteId) {
      const answer = await call({ method: 'GET', path: entryPath(remoteId) }, clockifyEntrySchema)
      if (!answer.ok) return answer.error.kind === 'not-found' ? ok(null) : answer
      return ok(toRecord(answer.value.value))
    },

    async running() {
      const path = await ownEntries()
      if (!path.ok) return path
      const query = { 'in-progress': 'true' }
      const answer = await call(
        { method: 'GET', path: path.value, query, lane: 'interactive' },
        z.array(clockifyEntrySchema),
      )
      if (!answer.ok) return answer
      const entry = answer.value.value.find(({ timeInterval }) => timeInterval.end == null)
      return ok(entry === undefined ? null : toRecord(entry))
    },

    async pull({ fromDay, toDay }) {
      const answer = await listBetween(fromDay, toDay)
      if (!answer.ok) return answer
      return ok({ records: answer.value.map(toRecord), nextCursor: null, more: false, complete: { fromDay, toDay } })
    },
  }

  /** The path of one's own entries; who one is is asked once. */
  async function ownEntries(): Promise<Result<string, ProviderError>> {
    if (userId === undefined) {
      const user = await call({ method: 'GET', path: '/v1/user', lane: 'interactive' }, clockifyUserSchema)
      if (!user.ok) return user
      userId = user.value.value.id
    }
    return ok(`${workspace}/user/${encodeURIComponent(userId)}/time-entries`)
  }

  /** That nothing ran is as good. */
  async function stopRunning(): Promise<Result<null, ProviderError>> {
    const path = await ownEntries()
    if (!path.ok) return unwritten(path.error)
    const body = { end: clockifyInstant(serverNowMs() ?? deps.nowMs()) }
    const answer = await call({ method: 'PATCH', path: path.value, body, lane: 'interactive' }, z.unknown())
    return answer.ok || answer.error.kind === 'not-found' ? ok(null) : answer
  }

  /**
   * Entries that begin on these days, in whatever zone. The server reads `start` and `end` as wall clock times of the
   * account's zone, so a day more is asked for on both sides.
   */
  async function listBetween(fromDay: string, toDay: string): Promise<Result<ClockifyEntry[], ProviderError>> {
    const path = await ownEntries()
    if (!path.ok) return path
    const query = { start: `${addDays(fromDay, -1)}T00:00:00Z`, end: `${addDays(toDay, 2)}T00:00:00Z` }
    return allPages(call, { method: 'GET', path: path.value, query }, clockifyEntrySchema)
  }
}

/** A read before a write failed: the write has not happened, whatever became of the read. */
function unwritten(error: ProviderError): Result<never, ProviderError> {
  return err('phase' in error ? { ...error, phase: 'before-send' } : error)
}
