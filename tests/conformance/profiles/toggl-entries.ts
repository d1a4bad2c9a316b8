import { z } from 'zod'
import type { VendorServer } from '../kit/wire-profile.ts'

export const WORKSPACE = 4711

const idSchema = z.int().nullish()
const writeSchema = z.object({
  workspace_id: z.int().optional(),
  created_with: z.string().min(1).optional(),
  start: z.iso.datetime({ offset: true }).optional(),
  stop: z.iso.datetime({ offset: true }).nullish(),
  duration: z.int().optional(),
  description: z.string().nullish(),
  project_id: idSchema,
  task_id: idSchema,
  tags: z.array(z.string()).nullish(),
  billable: z.boolean().optional(),
})
type Write = z.infer<typeof writeSchema>

interface Kept {
  readonly id: number
  startMs: number
  stopMs: number | null
  /** Made without a duration: it neither runs nor has ended. */
  isZombie: boolean
  description: string
  project_id: number | null
  task_id: number | null
  tags: readonly string[]
  billable: boolean
  atMs: number
  deletedAtMs: number | null
}

type Answer = { readonly value: unknown } | { readonly status: number; readonly words: string }
const MAX_ROWS = 1000
const whole = (ms: number) => Math.floor(ms / 1000) * 1000

/** The time entries of one person at Toggl, and how they look on the wire after a write and in a list. */
export function createTogglEntries(nowMs: () => number, object: (words: string) => void) {
  const kept: Kept[] = []
  let ids = 3_000_000_000
  const live = () => kept.filter(({ deletedAtMs }) => deletedAtMs === null)
  const find = (id: number) => live().find((entry) => entry.id === id)
  const isRunning = ({ stopMs, isZombie }: Kept) => stopMs === null && !isZombie

  function touch(entry: Kept): void {
    entry.atMs = nowMs()
  }

  function stopRunning(except?: Kept): void {
    for (const entry of live().filter((one) => one !== except && isRunning(one))) {
      entry.stopMs = whole(Math.max(entry.startMs, nowMs()))
      touch(entry)
    }
  }

  function parse(body: unknown): Write | undefined {
    const parsed = writeSchema.safeParse(body)
    return parsed.success ? parsed.data : undefined
  }

  /** Times of a write on an entry; words where they make no sense. */
  function setTimes(entry: Kept, { start, stop, duration }: Write): string | undefined {
    if (start !== undefined) entry.startMs = whole(Date.parse(start))
    if (start === undefined && stop === undefined && duration === undefined) return undefined
    if (stop != null && duration !== undefined) {
      if (duration < 0 || whole(Date.parse(stop)) !== entry.startMs + duration * 1000) {
        return "'duration' must agree with 'start' and 'stop'"
      }
    }
    entry.isZombie = duration === undefined && stop == null
    if (duration !== undefined && duration < 0) {
      entry.stopMs = null
      stopRunning(entry)
      if (entry.startMs > nowMs() + 1000) object(`a running entry that begins in the future: ${start}`)
    } else if (stop != null) entry.stopMs = whole(Date.parse(stop))
    else entry.stopMs = duration === undefined ? null : entry.startMs + duration * 1000
    return undefined
  }

  function setDetails(entry: Kept, write: Write): string | undefined {
    if (write.description !== undefined) {
      if ((write.description ?? '').length > 3000) return 'Maximum length for description (3000 chars) exceeded'
      // Go strings hold no halves of letters, and Postgres no NUL.
      entry.description = (write.description ?? '').toWellFormed().replaceAll('\u0000', '').trim()
    }
    if (write.project_id !== undefined) entry.project_id = write.project_id
    if (write.task_id !== undefined) entry.task_id = write.task_id
    if (write.tags !== undefined) entry.tags = write.tags ?? []
    if (write.billable !== undefined) entry.billable = write.billable
    return undefined
  }

  function blank(): Kept {
    ids += 1
    const empty = { description: '', project_id: null, task_id: null, tags: [], billable: false }
    return { id: ids, startMs: 0, stopMs: null, isZombie: false, ...empty, atMs: nowMs(), deletedAtMs: null }
  }

  const asked = (id: number): Kept => {
    const entry = find(id)
    if (entry === undefined) throw new Error(`no entry ${id}`)
    return entry
  }

  const there: Pick<VendorServer, 'records' | 'addThere' | 'editThere' | 'removeThere' | 'stopThere'> = {
    records: () =>
      live().map((entry) => ({
        id: String(entry.id),
        fields: {
          time: {
            kind: 'instants',
            startMs: entry.startMs,
            // One that neither runs nor has ended is nothing that anybody wanted: no end that could be right.
            endMs: entry.isZombie ? entry.startMs : entry.stopMs,
          },
          note: entry.description,
          projectId: entry.project_id === null ? null : String(entry.project_id),
          activityId: entry.task_id === null ? null : String(entry.task_id),
          tags: [...entry.tags].sort(),
          billable: entry.billable,
        },
      })),
    addThere({ note, startMs, endMs }) {
      const entry = { ...blank(), startMs: whole(startMs), stopMs: whole(endMs), description: note }
      kept.push(entry)
      return String(entry.id)
    },
    editThere(id, { note, startMs, endMs }) {
      const entry = asked(Number(id))
      if (note !== undefined) entry.description = note
      if (startMs !== undefined) entry.startMs = whole(startMs)
      if (endMs !== undefined) entry.stopMs = whole(endMs)
      touch(entry)
    },
    removeThere(id) {
      const entry = asked(Number(id))
      touch(entry)
      entry.deletedAtMs = nowMs()
    },
    stopThere(id) {
      const entry = asked(Number(id))
      entry.stopMs = whole(nowMs())
      touch(entry)
    },
  }

  return {
    there: {
      ...there,
      decorateThere(id: string) {
        asked(Number(id)).tags = ['theirs']
        touch(asked(Number(id)))
      },
      isDecorated: (id: string) => asked(Number(id)).tags.includes('theirs'),
    },
    running() {
      const entry = live().find(isRunning)
      return entry === undefined ? null : listed(entry)
    },
    get(id: number) {
      const entry = find(id)
      return entry === undefined ? undefined : listed(entry)
    },
    /** Deleted ones too. */
    changedSince: (sinceMs: number) => newestFirst(kept.filter(({ atMs }) => atMs >= sinceMs)),
    /** Days are read as midnights of UTC, and the last one is not included: the most awkward of the possible readings. */
    between: (fromMs: number, toMs: number) =>
      newestFirst(live().filter(({ startMs }) => startMs >= fromMs && startMs < toMs)),
    create(body: unknown): Answer {
      const write = parse(body)
      if (write === undefined) return { status: 400, words: 'JSON is not valid' }
      if (write.created_with === undefined) return { status: 400, words: 'created_with needs to be provided' }
      if (write.workspace_id !== WORKSPACE) return { status: 400, words: 'workspace_id needs to be provided' }
      if (write.start === undefined) return { status: 400, words: 'start needs to be provided' }
      const entry = blank()
      const words = setTimes(entry, write) ?? setDetails(entry, write)
      if (words !== undefined) return { status: 400, words }
      kept.push(entry)
      // Right after it was made the duration is -1, and tags are null.
      return { value: { ...written(entry), duration: isRunning(entry) ? -1 : written(entry).duration, tags: null } }
    },
    update(id: number, body: unknown): Answer {
      const entry = find(id)
      const write = parse(body)
      if (entry === undefined) return { status: 404, words: 'Time entry not found' }
      if (write === undefined) return { status: 400, words: 'JSON is not valid' }
      const changed = { ...entry }
      const words = setTimes(changed, write) ?? setDetails(changed, write)
      if (words !== undefined) return { status: 400, words }
      Object.assign(entry, changed)
      touch(entry)
      return { value: written(entry) }
    },
    stop(id: number): Answer {
      const entry = find(id)
      if (entry === undefined) return { status: 404, words: 'Time entry not found' }
      if (!isRunning(entry)) return { status: 409, words: 'Time entry already stopped' }
      there.stopThere(String(id))
      return { value: written(entry) }
    },
    remove(id: number): Answer {
      const entry = find(id)
      if (entry === undefined) return { status: 404, words: 'Time entry not found' }
      there.removeThere(String(id))
      return { value: undefined }
    },
  }

  function newestFirst(entries: Kept[]) {
    return [...entries]
      .sort((a, b) => b.startMs - a.startMs || b.id - a.id)
      .slice(0, MAX_ROWS)
      .map(listed)
  }

  /** As in lists: `+00:00`. */
  function listed(entry: Kept) {
    return onWire(entry, (ms) => new Date(ms).toISOString().replace('.000Z', '+00:00'))
  }

  /** As after a write: `Z`. */
  function written(entry: Kept) {
    return onWire(entry, (ms) => new Date(ms).toISOString().replace('.000Z', 'Z'))
  }

  function onWire(entry: Kept, instant: (ms: number) => string) {
    const { id, startMs, stopMs, isZombie, atMs, deletedAtMs, description, ...details } = entry
    const running = stopMs === null && !isZombie
    // Six digits behind the point, as recorded.
    const precise = (ms: number) => new Date(ms).toISOString().replace('Z', '431+00:00')
    return {
      id,
      workspace_id: WORKSPACE,
      wid: WORKSPACE,
      user_id: 88,
      ...details,
      tag_ids: [],
      description: description === '' ? null : description,
      start: instant(startMs),
      stop: stopMs === null ? null : instant(stopMs),
      duration: running ? -Math.floor(startMs / 1000) : isZombie ? 0 : ((stopMs ?? startMs) - startMs) / 1000,
      duronly: true,
      at: precise(atMs),
      server_deleted_at: deletedAtMs === null ? null : precise(deletedAtMs),
    }
  }
}
