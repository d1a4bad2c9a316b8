import type { FieldName, SyncFields } from '../../src/core/domain/sync/sync-fields.ts'
import { changedFields } from '../../src/core/domain/sync/sync-fields.ts'
import type { ProviderError } from '../../src/core/ports/provider-error.ts'
import type {
  PullPage,
  PullRequest,
  RecordWrite,
  RemoteCatalogue,
  RemoteRecord,
  TimeCapabilities,
  TimeProvider,
} from '../../src/core/ports/time-provider.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { dayOf } from '../../src/shared/zone/day-bounds.ts'

/** What goes wrong with the next call: before the server acts, or after it acted with the answer lost. */
export type Fault =
  | { readonly kind: 'refused'; readonly error: ProviderError }
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'lost-request' }
  /** The process dies: the call never comes back. */
  | { readonly kind: 'killed-before' }
  | { readonly kind: 'killed-after' }

export class Killed extends Error {}

export const togglLike: TimeCapabilities = {
  shape: {
    model: 'instants',
    quantum: { ms: 1000, rounding: 'down' },
    overMidnight: true,
    running: true,
    minMs: 0,
  },
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

export const milltimeLike: TimeCapabilities = {
  ...togglLike,
  shape: {
    model: 'amount',
    quantum: { ms: 60_000, rounding: 'nearest' },
    overMidnight: false,
    running: false,
    minMs: 60_000,
  },
  rules: { quantumMs: 60_000, canMoveDay: false, canMoveProject: false },
  tombstones: false,
  pull: 'window',
}

/** A provider's whole server in memory, with faults by script. `key` is kept only where the capabilities say so. */
export class MemoryProvider implements TimeProvider {
  readonly records = new Map<string, RemoteRecord>()
  readonly capabilities: TimeCapabilities
  readonly calls: string[] = []
  /** Ids of what was removed, for those that tell of it. */
  readonly #changes = new Map<string, { readonly number: number; readonly record: RemoteRecord }>()
  #changeNumber = 0
  projects: RemoteCatalogue = { projects: [], activities: [] }
  /** Asked before each call. */
  nextFault: (call: string) => Promise<Fault | undefined> = () => Promise.resolve(undefined)
  readonly #nowMs: () => number
  #ids = 0

  constructor(capabilities: TimeCapabilities, nowMs: () => number) {
    this.capabilities = capabilities
    this.#nowMs = nowMs
  }

  check() {
    return this.#answer('check', () =>
      ok({ userName: 'Ada', userId: '1', zone: 'Europe/Stockholm', workspaces: [], missing: [] }),
    )
  }

  catalogue() {
    return this.#answer('catalogue', () => ok(this.projects))
  }

  create(write: RecordWrite) {
    return this.#answer('create', () => {
      this.#ids += 1
      return ok(this.#put(`r${this.#ids}`, write, write.key))
    })
  }

  update(remoteId: string, write: RecordWrite, changed: readonly FieldName[]) {
    return this.#answer('update', () => {
      if (!this.records.has(remoteId)) return err<ProviderError>({ kind: 'not-found', what: 'entry', said: null })
      return ok(this.#put(remoteId, this.#changed(remoteId, write, changed), this.records.get(remoteId)?.key ?? null))
    })
  }

  remove(remoteId: string) {
    return this.#answer('remove', () => {
      this.removeThere(remoteId)
      return ok(null)
    })
  }

  find(write: RecordWrite) {
    return this.#answer('find', () =>
      ok(
        [...this.records.values()].filter(
          ({ key, fields }) =>
            key === write.key ||
            (key === null && changedFields(write.fields, fields, this.capabilities.rules.quantumMs).length === 0),
        ),
      ),
    )
  }

  get(remoteId: string) {
    return this.#answer('get', () => ok(this.records.get(remoteId) ?? null))
  }

  running() {
    return this.#answer('running', () =>
      ok(
        [...this.records.values()].find(({ fields: { time } }) => time.kind === 'instants' && time.endMs === null) ??
          null,
      ),
    )
  }

  pull({ cursor, fromDay, toDay }: PullRequest) {
    return this.#answer<PullPage>('pull', () => {
      const nextCursor = this.capabilities.pull === 'changes' ? String(this.#changeNumber) : null
      if (cursor !== null && this.capabilities.pull === 'changes') {
        const since = [...this.#changes.values()].filter(({ number }) => number > Number(cursor))
        return ok({ records: since.map(({ record }) => record), nextCursor, more: false, complete: null })
      }
      const records = [...this.records.values()].filter(({ fields: { time } }) => {
        const day = time.kind === 'amount' ? time.day : dayOf(time.startMs, 'Europe/Stockholm')
        return day >= fromDay && day <= toDay
      })
      return ok({ records, nextCursor, more: false, complete: { fromDay, toDay } })
    })
  }

  /** A person makes a record in the provider's own screens. */
  addThere(fields: SyncFields): string {
    this.#ids += 1
    return this.#put(`r${this.#ids}`, { key: '', fields }, null).remoteId
  }

  removeThere(remoteId: string): void {
    const record = this.records.get(remoteId)
    if (record === undefined) return
    this.records.delete(remoteId)
    this.#note({ ...record, deleted: true })
  }

  /** What a person does in the provider's own screens. */
  editThere(remoteId: string, change: Partial<SyncFields>): void {
    const record = this.records.get(remoteId)
    if (record === undefined) throw new Error(`no record ${remoteId}`)
    const changed = { ...record, fields: { ...record.fields, ...change }, changedAtMs: this.#nowMs() }
    this.records.set(remoteId, changed)
    this.#note(changed)
  }

  /** As servers do that take only what is named. */
  #changed(remoteId: string, write: RecordWrite, changed: readonly FieldName[]): RecordWrite {
    const there = this.records.get(remoteId)?.fields ?? write.fields
    const named = Object.fromEntries(changed.map((name) => [name, write.fields[name]]))
    return { ...write, fields: { ...there, ...named } }
  }

  #note(record: RemoteRecord): void {
    this.#changeNumber += 1
    this.#changes.set(record.remoteId, { number: this.#changeNumber, record })
  }

  #put(remoteId: string, { fields }: Pick<RecordWrite, 'key' | 'fields'>, key: string | null): RemoteRecord {
    const record: RemoteRecord = {
      remoteId,
      key: this.capabilities.searchKey === 'none' ? null : key,
      fields,
      version: null,
      changedAtMs: this.#nowMs(),
      locked: null,
      deleted: false,
    }
    this.records.set(remoteId, record)
    this.#note(record)
    return record
  }

  async #answer<T>(call: string, work: () => Result<T, ProviderError>): Promise<Result<T, ProviderError>> {
    this.calls.push(call)
    const fault = await this.nextFault(call)
    switch (fault?.kind) {
      case 'refused':
        return err(fault.error)
      case 'lost-request':
        return err({ kind: 'network', phase: 'before-send', cause: 'the connection was refused' })
      case 'killed-before':
        throw new Killed()
      case 'killed-after':
        work()
        throw new Killed()
      case 'lost-answer':
        work()
        return err({ kind: 'network', phase: 'after-send', cause: 'the connection was cut' })
      default:
        return work()
    }
  }
}
