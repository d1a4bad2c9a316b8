import { z } from 'zod'

const entryRef = z.object({ id: z.string(), startedAtMs: z.number(), endedAtMs: z.number().nullable() })

/**
 * The closed list of errors a caller can act on. Each has an HTTP status (for REST and the wire)
 * and the shape of its data. Anything not on this list crosses a border as `internal` with a log
 * reference, never with a stack, SQL or a path.
 */
export const errorTable = {
  'invalid-input': {
    status: 400,
    data: z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })) }),
  },
  unauthorised: { status: 401, data: z.object({}) },
  'not-found': { status: 404, data: z.object({ kind: z.string(), id: z.string() }) },
  'already-exists': { status: 409, data: z.object({ kind: z.string(), id: z.string(), name: z.string() }) },
  'in-use': { status: 409, data: z.object({ kind: z.string(), id: z.string(), entries: z.number() }) },
  'nothing-running': { status: 409, data: z.object({}) },
  'in-future': { status: 422, data: z.object({ atMs: z.number(), nowMs: z.number() }) },
  'clock-behind': { status: 409, data: z.object({ startedAtMs: z.number(), nowMs: z.number() }) },
  'ends-before-start': { status: 422, data: z.object({ startedAtMs: z.number(), endedAtMs: z.number() }) },
  'too-long': { status: 422, data: z.object({ limitMs: z.number() }) },
  'starts-before-running': { status: 409, data: z.object({ running: entryRef }) },
  'starts-before-last-end': { status: 409, data: z.object({ entries: z.array(entryRef), canCut: z.boolean() }) },
  'no-clock-times': { status: 422, data: z.object({ id: z.string() }) },
  'still-running': { status: 409, data: z.object({ id: z.string() }) },
  'outside-entry': { status: 422, data: z.object({ id: z.string(), startedAtMs: z.number(), endedAtMs: z.number() }) },
  'gap-between': { status: 409, data: z.object({ gapMs: z.number() }) },
  'fix-not-possible': { status: 409, data: z.object({ fix: z.string() }) },
  'nothing-to-undo': { status: 409, data: z.object({}) },
  'nothing-to-redo': { status: 409, data: z.object({}) },
  'changed-since': { status: 409, data: z.object({ kind: z.string(), id: z.string() }) },
  'key-reused': { status: 409, data: z.object({ key: z.string() }) },
  'unknown-upload': { status: 404, data: z.object({ uploadId: z.string() }) },
  'too-large': { status: 413, data: z.object({ limitBytes: z.number() }) },
  'unreadable-file': { status: 422, data: z.object({ line: z.number().nullable(), reason: z.string() }) },
  'mapping-needed': { status: 422, data: z.object({ columns: z.array(z.string()), missing: z.array(z.string()) }) },
  'nothing-to-import': { status: 422, data: z.object({}) },
  'import-changed': { status: 409, data: z.object({}) },
  'disk-full': { status: 507, data: z.object({}) },
  'read-only': { status: 403, data: z.object({}) },
  'damaged-backup': { status: 422, data: z.object({ name: z.string(), reason: z.string() }) },
  /** This host has no desktop, tray or the like. */
  'not-available': { status: 501, data: z.object({ what: z.string() }) },
  /** This version has no adapter for that, or the provider has no such thing. */
  unsupported: { status: 422, data: z.object({ what: z.string() }) },
  /** A time provider said no, or could not be reached; `kind` is one of its closed list, `said` its own words. */
  'provider-refused': { status: 422, data: z.object({ kind: z.string(), said: z.string().nullable() }) },
  /** The token or password could not be kept or read; `reason` is the secrets' own code, or `none`. */
  'secret-not-kept': { status: 409, data: z.object({ reason: z.string() }) },
  busy: { status: 503, data: z.object({}) },
  internal: { status: 500, data: z.object({ ref: z.string() }) },
} as const satisfies Record<string, { status: number; data: z.ZodType }>

export type ErrorCode = keyof typeof errorTable
export type ErrorData<C extends ErrorCode> = z.infer<(typeof errorTable)[C]['data']>

/** An expected failure: what happened and what to do, in words a person can act on, plus data for a program. */
export type AppError = {
  [C in ErrorCode]: { readonly code: C; readonly message: string; readonly data: ErrorData<C> }
}[ErrorCode]

export function appError<C extends ErrorCode>(
  code: C,
  message: string,
  data: ErrorData<C>,
): Extract<AppError, { code: C }> {
  // The mapped union cannot be narrowed by a generic C; the parameters are typed by the same table.
  return { code, message, data } as unknown as Extract<AppError, { code: C }>
}
