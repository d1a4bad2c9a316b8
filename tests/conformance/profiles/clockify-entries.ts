import { z } from 'zod'
import type { VendorServer } from '../kit/wire-profile.ts'

export const WORKSPACE = '64c777ddd3fcab07cfbb210c'
export const USER = '5a0ab5acb07987125438b60f'

const instant = z.iso.datetime()
const writeSchema = z.object({
  // Exactly this form; fractions are refused.
  start: instant.regex(/:\d\dZ$/),
  end: instant.regex(/:\d\dZ$/).optional(),
  description: z.string().max(3000).optional(),
  projectId: z.string().nullish(),
  taskId: z.string().nullish(),
  billable: z.boolean().optional(),
  tagIds: z.array(z.string()).optional(),
  type: z.enum(['REGULAR', 'BREAK']).optional(),
  customFields: z.array(z.object({ customFieldId: z.string(), value: z.unknown() })).optional(),
})
type Write = z.infer<typeof writeSchema>

interface Kept {
  readonly id: string
  startMs: number
  endMs: number | null
  description: string
  projectId: string | null
  taskId: string | null
  billable: boolean
  tagIds: readonly string[]
  customFields: readonly { readonly customFieldId: string; readonly value: unknown }[]
}

const whole = (ms: number) => Math.floor(ms / 1000) * 1000

/** The time entries of one person at Clockify. A PUT puts all anew: what it does not say is gone. */
export function createClockifyEntries(nowMs: () => number, object: (words: string) => void) {
  let kept: readonly Kept[] = []
  let count = 0
  const find = (id: string) => kept.find((entry) => entry.id === id)
  const asked = (id: string): Kept => {
    const entry = find(id)
    if (entry === undefined) throw new Error(`no entry ${id}`)
    return entry
  }

  /** As MongoDB makes them: the second, and a counter. */
  function newId(): string {
    count += 1
    return `${Math.floor(nowMs() / 1000)
      .toString(16)
      .padStart(8, '0')}d3fcab07${count.toString(16).padStart(8, '0')}`
  }

  function fromWrite(id: string, write: Write): Kept {
    const startMs = Date.parse(write.start)
    if (write.end === undefined && startMs > nowMs() + 1000) object(`a running entry in the future: ${write.start}`)
    return {
      id,
      startMs,
      endMs: write.end === undefined ? null : Date.parse(write.end),
      description: (write.description ?? '').toWellFormed().replaceAll('\u0000', '').trim(),
      projectId: write.projectId ?? null,
      taskId: write.taskId ?? null,
      billable: write.billable ?? false,
      tagIds: write.tagIds ?? [],
      customFields: write.customFields ?? [],
    }
  }

  const there: Pick<VendorServer, 'records' | 'addThere' | 'editThere' | 'removeThere' | 'stopThere'> = {
    records: () =>
      kept.map((entry) => ({
        id: entry.id,
        fields: {
          time: { kind: 'instants', startMs: entry.startMs, endMs: entry.endMs },
          note: entry.description,
          projectId: entry.projectId,
          activityId: entry.taskId,
          tags: [],
          billable: entry.billable,
        },
      })),
    addThere({ note, startMs, endMs }) {
      const write = { start: new Date(whole(startMs)).toISOString(), end: new Date(whole(endMs)).toISOString() }
      const entry = fromWrite(newId(), { ...write, description: note })
      kept = [...kept, entry]
      return entry.id
    },
    editThere(id, { note, startMs, endMs }) {
      const entry = asked(id)
      if (note !== undefined) entry.description = note
      if (startMs !== undefined) entry.startMs = whole(startMs)
      if (endMs !== undefined) entry.endMs = whole(endMs)
    },
    removeThere(id) {
      kept = kept.filter((entry) => entry !== asked(id))
    },
    stopThere(id) {
      asked(id).endMs = whole(nowMs())
    },
  }

  return {
    there: {
      ...there,
      decorateThere(id: string) {
        Object.assign(asked(id), { tagIds: ['theirs'], customFields: [{ customFieldId: 'ticket', value: 'A-1' }] })
      },
      isDecorated: (id: string) => asked(id).tagIds.includes('theirs') && asked(id).customFields.length === 1,
    },
    get: (id: string) => {
      const entry = find(id)
      return entry === undefined ? undefined : onWire(entry)
    },
    running: () => kept.filter(({ endMs }) => endMs === null).map(onWire),
    between: (fromMs: number, untilMs: number) =>
      kept
        .filter(({ startMs }) => startMs >= fromMs && startMs < untilMs)
        .toReversed()
        .map(onWire),
    /** undefined: not understood. A second start does not stop the first. */
    create(body: unknown) {
      const write = writeSchema.safeParse(body)
      if (!write.success) return undefined
      const entry = fromWrite(newId(), write.data)
      kept = [...kept, entry]
      return onWire(entry)
    },
    replace(id: string, body: unknown) {
      const write = writeSchema.safeParse(body)
      if (!write.success) return undefined
      Object.assign(asked(id), { ...fromWrite(id, write.data) })
      return onWire(asked(id))
    },
    /** undefined: nothing runs. */
    stop(endMs: number) {
      const entry = kept.find((one) => one.endMs === null)
      if (entry !== undefined) entry.endMs = whole(endMs)
      return entry === undefined ? undefined : onWire(entry)
    },
  }

  function onWire(entry: Kept) {
    const { startMs, endMs, customFields, ...rest } = entry
    const text = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z')
    const duration = endMs === null ? null : `PT${(endMs - startMs) / 1000}S`
    return {
      ...rest,
      userId: USER,
      workspaceId: WORKSPACE,
      type: 'REGULAR',
      isLocked: false,
      customFieldValues: customFields.map((field) => ({ ...field, timeEntryId: entry.id, name: 'Ticket' })),
      timeInterval: { start: text(startMs), end: endMs === null ? null : text(endMs), duration },
    }
  }
}
